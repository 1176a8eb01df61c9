/** Capture files: pcap and pcapng, plain or compressed, walked frame by frame in bounded memory. */
@NullMarked
package dev.plimsoll.capture.file;

import org.jspecify.annotations.NullMarked;
