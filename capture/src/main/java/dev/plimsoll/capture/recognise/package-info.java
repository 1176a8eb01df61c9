/**
 * Recognition of protocols by content, never by port: what a conversation speaks and whether it is
 * protected.
 */
@NullMarked
package dev.plimsoll.capture.recognise;

import org.jspecify.annotations.NullMarked;
