/** Small languages that several formats share. */
@NullMarked
package dev.plimsoll.bytes.text;

import org.jspecify.annotations.NullMarked;
