/** Radio captures: who may read a short-range link, and how its ends came by their key. */
@NullMarked
package dev.plimsoll.capture.radio;

import org.jspecify.annotations.NullMarked;
