/** IEEE 802.15.4 and Zigbee: what protects each network, and how its key travels. */
@NullMarked
package dev.plimsoll.capture.radio.wpan;

import org.jspecify.annotations.NullMarked;
