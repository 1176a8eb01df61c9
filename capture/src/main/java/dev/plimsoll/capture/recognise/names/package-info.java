/** What a network needs to be joined and searched: names, addresses, time, discovery. */
@NullMarked
package dev.plimsoll.capture.recognise.names;

import org.jspecify.annotations.NullMarked;
