/**
 * Checks of standard 1: encrypted communications. One class a check, each listed in the check
 * catalogue.
 */
@NullMarked
package dev.plimsoll.standards.encryption;

import org.jspecify.annotations.NullMarked;
