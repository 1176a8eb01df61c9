package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watching and steering of networks: SNMP, syslog, flow records, IPMI, mobile cores. */
public final class ManagementDialect implements Dialect {
  private static final int PRIVATE = 2;

  /** A datagram protocol by what each of its messages passes. */
  private record Shape(String name, Predicate<Octets> message) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("NetFlow", ManagementDialect::netFlow),
          new Shape("IPFIX", ManagementDialect::ipfix),
          new Shape("sFlow", ManagementDialect::sFlow),
          new Shape("collectd", ManagementDialect::collectd),
          new Shape("IPMI", ManagementDialect::rmcp),
          new Shape("GTP", ManagementDialect::gtp),
          new Shape("PFCP", ManagementDialect::pfcp),
          new Shape("DLEP", o -> o.starts("DLEP")),
          new Shape("BJNP", ManagementDialect::bjnp),
          new Shape("Ubiquiti discovery", ManagementDialect::ubiquiti));

  /** Makes the dialect; it holds nothing. */
  public ManagementDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.sides(o -> version(o) >= 0)) {
      return snmp(talk);
    }
    if (talk.stream()) {
      return Framing.stream(talk, ManagementDialect::dlep)
          ? Said.clear("DLEP").frames(talk.openingFrames()).build()
          : null;
    }
    for (Shape shape : SHAPES) {
      if (talk.all(shape.message())) {
        return Said.clear(shape.name()).frames(talk.openingFrames()).build();
      }
    }
    return null;
  }

  /**
   * The version of an SNMP message (RFC 1157, RFC 3416, RFC 3412 section 6); -1 where it is none.
   */
  private static int version(Octets o) {
    int at = Ber.content(o, 0);
    if (o.u8(0) != 0x30 || at < 0 || !o.is(at, 2, 1)) {
      return -1;
    }
    int version = o.u8(at + 2);
    int next = o.u8(at + 3);
    boolean community = (version == 0 || version == 1) && next == 4;
    if (community) {
      int pdu = o.u8(Ber.end(o, at + 3));
      return pdu >= 0xa0 && pdu <= 0xa8 ? version : -1;
    }
    return version == 3 && next == 0x30 ? version : -1;
  }

  private static Recognition snmp(Talk talk) {
    int version = version(talk.first());
    if (version != 3) {
      return Said.clear("SNMP")
          .version(version == 0 ? "SNMPv1" : "SNMPv2c")
          .findingIf(!publicCommunity(talk.first()), "credentials")
          .frames(talk.openingFrames())
          .build();
    }
    for (Message message : talk.messages()) {
      if ((flags(Octets.of(message.data())) & PRIVATE) != 0) {
        return Said.encrypted("SNMP").version("SNMPv3").frames(List.of(message.frame())).build();
      }
    }
    return Said.clear("SNMP").version("SNMPv3").frames(talk.openingFrames()).open().build();
  }

  /** The community that is printed in every manual; any other works as a password. */
  private static boolean publicCommunity(Octets o) {
    return o.at(Ber.content(o, 0) + 3, "\4\6public");
  }

  /** msgFlags of version 3: authenticated, private, reportable. */
  private static int flags(Octets o) {
    int header = Ber.content(o, 0) + 3;
    int at = Ber.content(o, header);
    for (int i = 0; i < 2 && at > 0; i++) {
      at = Ber.end(o, at);
    }
    return at > 0 && o.u8(at) == 4 ? Math.max(o.u8(at + 2), 0) : 0;
  }

  private static boolean netFlow(Octets o) {
    int version = o.u16(0);
    int count = o.u16(2);
    return (version == 5 && o.wire() == 24 + 48 * count)
        || (version == 7 && o.wire() == 24 + 52 * count)
        || (version == 1 && o.wire() == 16 + 52 * count && count > 0)
        || (version == 9 && count > 0 && count < 256 && o.wire() >= 28 && sets(o, 20));
  }

  private static boolean ipfix(Octets o) {
    return o.u16(0) == 10 && o.u16(2) == o.wire() && sets(o, 16);
  }

  private static boolean sets(Octets o, int from) {
    int at = from;
    while (o.has(at, 4) && o.u16(at + 2) >= 4 && (o.u16(at) <= 3 || o.u16(at) > 255)) {
      at += o.u16(at + 2);
    }
    return at == o.wire() || (at >= o.length() && o.wire() > o.length());
  }

  private static boolean sFlow(Octets o) {
    long family = o.u32(4);
    int at = family == 2 ? 24 : 12;
    return (o.u32(0) == 5 || o.u32(0) == 4 || o.u32(0) == 2)
        && (family == 1 || family == 2)
        && o.u32(at + 12) < 256
        && o.wire() % 4 == 0;
  }

  /** Parts of type and length, of which the first names the host. */
  private static boolean collectd(Octets o) {
    int at = 0;
    while (o.has(at, 4)
        && o.u16(at + 2) >= 5
        && (o.u16(at) <= 9 || (o.u16(at) >= 0x100 && o.u16(at) <= 0x210))) {
      at += o.u16(at + 2);
    }
    return o.u16(0) <= 9 && at > 4 && at == o.wire();
  }

  /** Remote management control: version 6, sequence, class of message. */
  private static boolean rmcp(Octets o) {
    int kind = o.u8(3) & 0x0f;
    return o.u8(0) == 6
        && o.u8(1) == 0
        && (kind == 6 || kind == 7)
        && o.wire() >= 8
        && o.wire() < 1024;
  }

  private static boolean gtp(Octets o) {
    int version = o.u8(0) >> 5;
    int header = version == 2 ? 4 : 8;
    boolean typed = version == 1 ? (o.u8(0) & 0x10) != 0 : version == 2 && (o.u8(0) & 7) == 0;
    return typed && o.u16(2) + header == o.wire() && o.u8(1) > 0;
  }

  private static boolean pfcp(Octets o) {
    return o.u8(0) >> 5 == 1
        && (o.u8(0) & 0x18) == 0
        && o.u16(2) + 4 == o.wire()
        && ((o.u8(1) >= 1 && o.u8(1) <= 15) || (o.u8(1) >= 50 && o.u8(1) <= 57));
  }

  private static boolean bjnp(Octets o) {
    return (o.starts("BJNP") || o.starts("BJNB") || o.starts("MFNP")) && o.u32(12) + 16 == o.wire();
  }

  private static boolean ubiquiti(Octets o) {
    boolean one = o.u8(0) == 1 && o.u8(1) == 0;
    boolean two = o.u8(0) == 2 && o.u8(1) <= 11;
    return (one || two) && o.u16(2) + 4 == o.wire() && (o.wire() == 4 || elements(o));
  }

  private static boolean elements(Octets o) {
    int at = 4;
    while (o.has(at, 3)) {
      at += 3 + o.u16(at + 1);
    }
    return at == o.wire();
  }

  private static int dlep(Octets o) {
    return o.u16(0) <= 20
            && o.u16(0) > 0
            && o.u16(2) <= 4096
            && o.u16(4) <= 30
            && o.u16(4) > 0
            && o.u16(6) + 4 <= o.u16(2)
        ? o.u16(2) + 4
        : -1;
  }
}
