/** Wi-Fi: what protects each network of a capture taken from the air, by IEEE 802.11. */
@NullMarked
package dev.plimsoll.capture.radio.wifi;

import org.jspecify.annotations.NullMarked;
