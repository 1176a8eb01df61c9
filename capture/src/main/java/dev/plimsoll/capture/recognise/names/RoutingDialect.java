package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** What routers and access points tell one another, and tunnels of the network itself. */
public final class RoutingDialect implements Dialect {
  private static final int DTLS_HEADER = 13;

  /** Makes the dialect; it holds nothing. */
  public RoutingDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return talk.sides(RoutingDialect::bgp) ? Said.infrastructure("BGP").build() : null;
    }
    if (talk.all(RoutingDialect::hsrp)) {
      return Said.infrastructure("HSRP").build();
    }
    if (talk.all(RoutingDialect::rip)) {
      return Said.infrastructure("RIP").build();
    }
    if (talk.all(RoutingDialect::bfd)) {
      return Said.infrastructure("BFD").build();
    }
    if (talk.either(RoutingDialect::teredo) && talk.all(o -> teredo(o) || o.wire() < 24)) {
      return Said.infrastructure("Teredo").build();
    }
    if (talk.all(RoutingDialect::ldp)) {
      return Said.infrastructure("LDP").build();
    }
    return talk.all(RoutingDialect::capwap) ? Said.infrastructure("CAPWAP").build() : null;
  }

  /** RFC 4271 section 4.1: sixteen bytes of ones, length, type. */
  private static boolean bgp(Octets o) {
    return o.u32(0) == 0xffffffffL
        && o.u32(4) == 0xffffffffL
        && o.u32(8) == 0xffffffffL
        && o.u32(12) == 0xffffffffL
        && o.u16(16) >= 19
        && o.u16(16) <= 4096
        && o.u8(18) >= 1
        && o.u8(18) <= 5;
  }

  /** RFC 2281 section 5.1, and the version 2 with its elements of type, length and value. */
  private static boolean hsrp(Octets o) {
    int state = o.u8(2);
    boolean states =
        state == 0 || state == 1 || state == 2 || state == 4 || state == 8 || state == 16;
    if (o.u8(0) == 0 && o.wire() == 20) {
      return o.u8(1) <= 2 && states && o.u8(7) == 0 && o.u8(3) > 0 && o.u8(4) > o.u8(3);
    }
    return (o.u8(0) == 1 && o.u8(1) == 40 && o.u8(2) == 2 && o.u8(3) <= 2 && o.u8(4) <= 6)
        || (o.u8(0) == 2 && o.u8(1) == 4 && o.wire() == 6 && o.u16(2) < 256 && o.u16(4) < 256)
        || (o.u8(0) == 0 && o.u8(1) == 3 && o.wire() == 16 && o.u16(2) == 1);
  }

  /** RFC 2453 section 4: command, version, and entries of 20 bytes. */
  private static boolean rip(Octets o) {
    int family = o.u16(4);
    return (o.u8(0) == 1 || o.u8(0) == 2)
        && (o.u8(1) == 1 || o.u8(1) == 2)
        && o.u16(2) == 0
        && o.wire() >= 24
        && (o.wire() - 4) % 20 == 0
        && o.u32(20) <= 16
        && (family == 2 || family == 0 || family == 0xffff || o.u16(6) > 0);
  }

  /** RFC 5880 section 4.1: version 1 and the length of the message. */
  private static boolean bfd(Octets o) {
    return o.u8(0) >> 5 == 1
        && o.u8(3) == o.wire()
        && o.wire() >= 24
        && o.wire() <= 52
        && o.u8(2) > 0
        && o.u32(4) > 0
        && (o.u8(0) & 31) <= 9;
  }

  /** RFC 4380 section 5.1.1: headers of its own, then an IPv6 packet of the right length. */
  private static boolean teredo(Octets o) {
    int at = 0;
    if (o.u16(0) == 1) {
      at = 13 + o.u8(2) + o.u8(3);
    }
    if (o.u16(at) == 0) {
      at += 8;
    }
    return o.u8(at) >> 4 == 6 && o.u16(at + 4) + at + 40 == o.wire();
  }

  /** RFC 5036 section 3.1: version, length, identifier; then a hello. */
  private static boolean ldp(Octets o) {
    return o.u16(0) == 1
        && o.u16(2) + 4 == o.wire()
        && o.u16(10) == 0x100
        && o.u16(12) + 14 <= o.wire();
  }

  /** RFC 5415 section 4: the preamble of DTLS before a record, or a header and control message. */
  private static boolean capwap(Octets o) {
    if (o.u32(0) == 0x01000000L) {
      return o.u8(4) >= 20
          && o.u8(4) <= 23
          && o.u8(5) == 0xfe
          && o.u16(15) + 4 + DTLS_HEADER <= o.wire();
    }
    int header = (o.u8(1) >> 3) * 4;
    boolean radio = (o.u8(3) & 0x30) == 0x20; // what the radio heard stands behind the header
    if (o.u8(0) == 0 && radio && 8 + (1 + o.u8(8) + 3 & ~3) == header && o.wire() > header) {
      return (o.u16(1) >> 1 & 31) == 1;
    }
    return o.u8(0) == 0
        && header >= 8
        && header <= 32
        && (o.u16(1) >> 1 & 31) <= 1
        && o.u32(header) >= 1
        && o.u32(header) <= 26
        && o.u16(header + 5) + header + 5 == o.wire();
  }
}
