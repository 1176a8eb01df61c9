/** Readers of policies, statements and records of tests. */
@NullMarked
package dev.plimsoll.documents;

import org.jspecify.annotations.NullMarked;
