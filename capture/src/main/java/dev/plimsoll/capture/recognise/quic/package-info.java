/** QUIC: Initial packets, whose keys are public, and the hello inside. */
@NullMarked
package dev.plimsoll.capture.recognise.quic;

import org.jspecify.annotations.NullMarked;
