/**
 * Checks of standard 3: strong passwords. One class a check, each listed in the check catalogue.
 */
@NullMarked
package dev.plimsoll.standards.passwords;

import org.jspecify.annotations.NullMarked;
