/**
 * Checks of standard 4: vulnerability management. One class a check, each listed in the check
 * catalogue.
 */
@NullMarked
package dev.plimsoll.standards.vulnerabilities;

import org.jspecify.annotations.NullMarked;
