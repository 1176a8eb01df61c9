/** Link layers: from the first byte of a frame to the packet of the network. */
@NullMarked
package dev.plimsoll.capture.link;

import org.jspecify.annotations.NullMarked;
