/**
 * Bluetooth: pairing and encryption of LE and BR/EDR, from the host's log or from the air, by the
 * Bluetooth Core Specification.
 */
@NullMarked
package dev.plimsoll.capture.radio.bluetooth;

import org.jspecify.annotations.NullMarked;
