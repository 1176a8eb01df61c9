/**
 * The catalogue of requirements, the profiles of thresholds, what a check is, and the rules of
 * judgement. Nothing here sees a file, the network or a clock.
 */
@NullMarked
package dev.plimsoll.standards;

import org.jspecify.annotations.NullMarked;
