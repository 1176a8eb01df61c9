/** Names that a capture gives: DNS answers, DHCP and multicast DNS. */
@NullMarked
package dev.plimsoll.capture.name;

import org.jspecify.annotations.NullMarked;
