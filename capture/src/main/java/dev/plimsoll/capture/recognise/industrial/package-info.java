/** Protocols of buildings, plants and meters. */
@NullMarked
package dev.plimsoll.capture.recognise.industrial;

import org.jspecify.annotations.NullMarked;
