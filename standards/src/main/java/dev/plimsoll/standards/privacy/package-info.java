/**
 * Checks of standard 5: privacy practices. One class a check, each listed in the check catalogue.
 */
@NullMarked
package dev.plimsoll.standards.privacy;

import org.jspecify.annotations.NullMarked;
