/** Protocols of connected products. */
@NullMarked
package dev.plimsoll.capture.recognise.iot;

import org.jspecify.annotations.NullMarked;
