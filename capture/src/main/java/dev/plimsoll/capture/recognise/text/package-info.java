/** Protocols of lines, and bytes that read as text. */
@NullMarked
package dev.plimsoll.capture.recognise.text;

import org.jspecify.annotations.NullMarked;
