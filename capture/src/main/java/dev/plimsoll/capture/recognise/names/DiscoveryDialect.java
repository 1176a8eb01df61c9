package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** How devices find one another and their services: SLP, WS-Discovery, NetBIOS datagrams. */
public final class DiscoveryDialect implements Dialect {
  private static final String WSD = "schemas.xmlsoap.org/ws/2005/04/discovery";
  private static final String WSD_11 = "docs.oasis-open.org/ws-dd/ns/discovery/2009/01";

  /** Makes the dialect; it holds nothing. */
  public DiscoveryDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.sides(DiscoveryDialect::slp)) {
      return Said.infrastructure("SLP").build();
    }
    if (talk.stream()) {
      return null;
    }
    if (talk.sides(DiscoveryDialect::datagram)) {
      return Said.infrastructure("NetBIOS").build();
    }
    return talk.sides(DiscoveryDialect::wsd) ? Said.infrastructure("WS-Discovery").build() : null;
  }

  /** RFC 2608 section 8 and RFC 2165 section 4: version, function, length of the whole. */
  private static boolean slp(Octets o) {
    int function = o.u8(1);
    if (function < 1 || function > 11) {
      return false;
    }
    if (o.u8(0) == 2) {
      int language = o.u16(12);
      return o.u24(2) == o.wire() && language >= 1 && language <= 16 && letters(o, 14, language);
    }
    return o.u8(0) == 1 && o.u16(2) == o.wire() && letters(o, 6, 2);
  }

  private static boolean letters(Octets o, int at, int count) {
    for (int i = at; i < at + count; i++) {
      int c = o.u8(i) | 0x20;
      if ((c < 'a' || c > 'z') && o.u8(i) != '-') {
        return false;
      }
    }
    return true;
  }

  /** RFC 1002 section 4.4: type, flags, length, and an encoded name. */
  private static boolean datagram(Octets o) {
    int type = o.u8(0);
    if (type >= 0x10 && type <= 0x12) {
      return o.u8(14) == 32 && o.u16(10) <= o.wire() && o.u8(15) >= 'A' && o.u8(15) <= 'P';
    }
    return (type == 0x13 && o.wire() == 11)
        || (type >= 0x14 && type <= 0x16 && o.u8(10) == 32 && o.u8(11) >= 'A' && o.u8(11) <= 'P');
  }

  private static boolean wsd(Octets o) {
    int end = Math.min(o.length(), 2000);
    return (o.starts("<") || o.starts("\r\n<"))
        && (o.find(WSD, 0, end) >= 0 || o.find(WSD_11, 0, end) >= 0);
  }
}
