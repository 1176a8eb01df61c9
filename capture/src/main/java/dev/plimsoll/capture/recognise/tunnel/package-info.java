/** Encrypted channels other than TLS: SSH, virtual private networks. */
@NullMarked
package dev.plimsoll.capture.recognise.tunnel;

import org.jspecify.annotations.NullMarked;
