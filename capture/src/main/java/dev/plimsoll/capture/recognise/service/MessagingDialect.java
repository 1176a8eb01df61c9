package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import org.jspecify.annotations.Nullable;

/** Messages between programs: AMQP, Kafka, CORBA, FastCGI, AJP, SMPP, HL7 and their like. */
public final class MessagingDialect implements Dialect {
  /** Makes the dialect; it holds nothing. */
  public MessagingDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream()) {
      return talk.all(o -> o.starts("GIOP")) ? Said.clear("CORBA").build() : null;
    }
    if (talk.client().starts("AMQP")) {
      return amqp(talk);
    }
    String name = name(talk);
    return name == null ? null : Said.clear(name).frames(talk.openingFrames()).build();
  }

  /** Protocol ids 2 and 3 ask for TLS and for a login first (OASIS AMQP 1.0 part 5). */
  private static Recognition amqp(Talk talk) {
    boolean tls = talk.client().u8(4) == 2;
    Said inside = tls ? TlsDialect.within(talk, "AMQP") : null;
    if (inside != null) {
      return inside.finding("starttls").build();
    }
    boolean plain = talk.client().find("PLAIN", 8, 2048) > 0;
    return Said.clear("AMQP")
        .findingIf(plain, "credentials")
        .frames(talk.openingFrames())
        .openIf(tls || (!plain && talk.client().length() < 64))
        .build();
  }

  private static @Nullable String name(Talk talk) {
    Octets first = talk.first();
    if (first.starts("ZBXD") || talk.server().starts("ZBXD")) {
      return "Zabbix";
    }
    if (first.starts("GIOP") || talk.server().starts("GIOP")) {
      return "CORBA";
    }
    if (first.starts("JRMI")) {
      return "Java RMI";
    }
    if (first.u8(0) == 0x0b && first.at(1, "MSH|")) {
      return "HL7";
    }
    if (Framing.stream(talk, MessagingDialect::fastCgi)) {
      return "FastCGI";
    }
    if (Framing.stream(talk, MessagingDialect::ajp)) {
      return "AJP";
    }
    if (Framing.stream(talk, MessagingDialect::smpp)) {
      return "SMPP";
    }
    if (Framing.stream(talk, MessagingDialect::skinny)) {
      return "Skinny";
    }
    if (Framing.stream(talk, MessagingDialect::openFlow)) {
      return "OpenFlow";
    }
    return kafka(talk.client()) ? "Kafka" : null;
  }

  private static int fastCgi(Octets o) {
    return o.u8(0) == 1 && o.u8(1) >= 1 && o.u8(1) <= 11 && o.u8(7) == 0 && o.has(0, 8)
        ? 8 + o.u16(4) + o.u8(6)
        : -1;
  }

  private static int ajp(Octets o) {
    return o.u16(0) == 0x1234 || o.u16(0) == 0x4142 ? 4 + Math.max(o.u16(2), 0) : -1;
  }

  private static int smpp(Octets o) {
    long length = o.u32(0);
    return length >= 16
            && length < 65536
            && (o.u32(4) & 0x7fffffffL) <= 0x112
            && o.u32(8) < 0x600
            && o.u32(12) > 0
        ? (int) length
        : -1;
  }

  private static int skinny(Octets o) {
    long length = o.le32(0);
    return length >= 4 && length < 4096 && o.le32(4) <= 0x20 && o.le32(8) <= 0x200 && o.le32(8) >= 0
        ? (int) length + 8
        : -1;
  }

  private static int openFlow(Octets o) {
    return o.u8(0) >= 1 && o.u8(0) <= 6 && o.u8(1) <= 35 && o.u16(2) >= 8 && o.u16(2) < 65000
        ? o.u16(2)
        : -1;
  }

  private static boolean kafka(Octets o) {
    long length = o.u32(0);
    int name = o.u16(12);
    return length >= 14
        && length < 1 << 24
        && o.u16(4) <= 80
        && o.u16(6) <= 20
        && name > 0
        && name < 256
        && length >= name + 10
        && TextLike.begins(o.from(14));
  }
}
