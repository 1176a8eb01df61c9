package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import org.jspecify.annotations.Nullable;

/** What a network needs to be joined: addresses, time, ways through a router. */
public final class JoinDialect implements Dialect {
  private static final int PORT_MAPPING = 5351;

  /** Makes the dialect; it holds nothing. */
  public JoinDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return null;
    }
    if (talk.sides(JoinDialect::dhcp)) {
      return Said.infrastructure("DHCP").build();
    }
    if (talk.sides(JoinDialect::ntp)) {
      return Said.infrastructure("NTP").build();
    }
    if (talk.sides(JoinDialect::dhcp6)) {
      return Said.infrastructure("DHCPv6").build();
    }
    if (talk.all(JoinDialect::ptp)) {
      return Said.infrastructure("PTP").build();
    }
    if (talk.either(JoinDialect::roughtime)) {
      return Said.infrastructure("Roughtime").build();
    }
    if (talk.all(JoinDialect::mapping)) {
      return Said.infrastructure("NAT-PMP").build();
    }
    if (talk.all(JoinDialect::control)) {
      return Said.infrastructure("NTP").build();
    }
    boolean mapping = talk.conversation().serverPort() == PORT_MAPPING;
    return mapping && talk.first().wire() == 2 && talk.first().u16(0) == 0
        ? Said.infrastructure("NAT-PMP").basis(Basis.ASSUMED).build()
        : null;
  }

  /** RFC 2131 section 2: the cookie stands behind 236 bytes. */
  private static boolean dhcp(Octets o) {
    return (o.u8(0) == 1 || o.u8(0) == 2)
        && o.u8(2) <= 16
        && (o.u32(236) == 0x63825363L || (o.length() < 240 && o.length() >= 44 && bootp(o)));
  }

  private static boolean bootp(Octets o) {
    return o.wire() >= 236 && o.u8(1) == 1 && o.u8(2) == 6 && o.u32(34) == 0 && o.u32(38) == 0;
  }

  /** RFC 5905 section 7.3: 48 bytes, then fields of extension or a digest. */
  private static boolean ntp(Octets o) {
    int mode = o.u8(0) & 7;
    int version = o.u8(0) >> 3 & 7;
    int wire = o.wire();
    boolean sized =
        wire == 48 || wire == 52 || wire == 60 || wire == 68 || wire == 72 || extended(o);
    int precision = (byte) o.u8(3);
    // A client that gives away no more than it must sends the largest figure instead of its own.
    boolean discreet = mode == 3 && precision == 32;
    return mode >= 1
        && mode <= 5
        && version >= 1
        && version <= 4
        && sized
        && o.u8(1) <= 16
        && (o.u8(2) <= 24 || o.u8(2) >= 0xf8)
        && (discreet || (precision <= 0 && precision >= -32));
  }

  private static boolean extended(Octets o) {
    if (o.wire() < 64 || o.wire() % 4 != 0 || o.wire() > o.length()) {
      return false;
    }
    int at = 48;
    while (o.u16(at + 2) >= 16 && o.u16(at + 2) % 4 == 0) {
      at += o.u16(at + 2);
    }
    int rest = o.length() - at;
    return at > 48 && (rest == 0 || rest == 20 || rest == 24 || rest == 4);
  }

  /** Control messages (RFC 9327) and the private mode of one implementation, by their counts. */
  private static boolean control(Octets o) {
    int mode = o.u8(0) & 7;
    int version = o.u8(0) >> 3 & 7;
    int size = mode == 6 ? o.u16(10) + 12 : (o.u16(4) & 0xfff) * (o.u16(6) & 0xfff) + 8;
    int rest = o.wire() - size;
    return (mode == 6 || (mode == 7 && (o.u8(2) == 3 || o.u8(2) == 2)))
        && version >= 1
        && version <= 4
        && rest >= 0
        && rest <= (mode == 6 ? 27 : 192);
  }

  /** RFC 8415 section 8: a type, a transaction, options to the end. */
  private static boolean dhcp6(Octets o) {
    int type = o.u8(0);
    int at = type == 12 || type == 13 ? 34 : 4;
    if (type < 1 || type > 23 || o.length() < at + 4) {
      return false;
    }
    int options = 0;
    while (o.has(at, 4) && o.u16(at) >= 1 && o.u16(at) <= 150) {
      at += 4 + o.u16(at + 2);
      options++;
    }
    return options >= 2 && (at == o.wire() || (at > o.length() && o.wire() > o.length()));
  }

  /** IEEE 1588: version 2 and the length of the message itself, reserved bytes empty. */
  private static boolean ptp(Octets o) {
    int type = o.u8(0) & 15;
    return (o.u8(1) & 15) == 2
        && (type <= 3 || (type >= 8 && type <= 13))
        && o.u16(2) >= 44
        && o.u16(2) <= o.wire()
        && o.wire() <= o.u16(2) + 10
        && o.u32(16) == 0
        && o.u8(32) <= 5;
  }

  private static boolean roughtime(Octets o) {
    if (o.starts("ROUGHTIM")) {
      return true;
    }
    long tags = o.le32(0);
    int first = (int) (4 + 4 * (tags - 1));
    return tags >= 2
        && tags <= 32
        && o.has(first, (int) (4 * tags))
        && (o.find("NONC", first, first + 128) > 0 || o.find("SREP", first, first + 128) > 0)
        && o.le32(4) % 4 == 0;
  }

  /** RFC 6886 section 3 and RFC 6887 section 7, but for the request of two bytes. */
  private static boolean mapping(Octets o) {
    int wire = o.wire();
    int operation = o.u8(1);
    if (o.u8(0) == 0) {
      return (operation == 128 && wire == 12 && o.u16(2) <= 5)
          || ((operation == 1 || operation == 2)
              && wire == 12
              && o.u16(2) == 0
              && o.u32(8) <= 0xffffff)
          || ((operation == 129 || operation == 130) && wire == 16 && o.u16(2) <= 5);
    }
    return o.u8(0) == 2
        && wire >= 24
        && wire % 4 == 0
        && (operation & 127) <= 3
        && o.u8(2) == 0
        && (o.u32(8) == 0 || o.u32(16) == 0xffff)
        && o.u32(4) <= 0xffffff;
  }
}
