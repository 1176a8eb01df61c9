/** Flows: packets of the network put into conversations, with the beginning of each kept. */
@NullMarked
package dev.plimsoll.capture.flow;

import org.jspecify.annotations.NullMarked;
