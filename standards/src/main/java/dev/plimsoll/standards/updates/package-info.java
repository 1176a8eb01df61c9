/**
 * Checks of standard 2: security updates. One class a check, each listed in the check catalogue.
 */
@NullMarked
package dev.plimsoll.standards.updates;

import org.jspecify.annotations.NullMarked;
