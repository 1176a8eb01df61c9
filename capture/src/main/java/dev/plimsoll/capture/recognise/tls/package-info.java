/** TLS and DTLS: records, hellos, suites and certificates. */
@NullMarked
package dev.plimsoll.capture.recognise.tls;

import org.jspecify.annotations.NullMarked;
