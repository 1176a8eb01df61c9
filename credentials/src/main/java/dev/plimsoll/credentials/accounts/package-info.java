/** Accounts of a root file system, and whether their passwords stand in public lists. */
@NullMarked
package dev.plimsoll.credentials.accounts;

import org.jspecify.annotations.NullMarked;
