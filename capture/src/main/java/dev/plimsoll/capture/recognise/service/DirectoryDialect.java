package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import org.jspecify.annotations.Nullable;

/** Directories and logins: LDAP, RADIUS, Diameter, Kerberos. */
public final class DirectoryDialect implements Dialect {
  private static final String START_TLS = "1.3.6.1.4.1.1466.20037";

  /** Makes the dialect; it holds nothing. */
  public DirectoryDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream() && talk.all(DirectoryDialect::radius)) {
      return Said.clear("RADIUS").frames(talk.openingFrames()).build();
    }
    if (Framing.either(talk, DirectoryDialect::diameter)) {
      return Said.clear("Diameter").frames(talk.openingFrames()).build();
    }
    if (talk.sides(o -> ldap(o) > 0)) {
      return ldap(talk);
    }
    return talk.sides(DirectoryDialect::kerberos)
        ? Said.named("Kerberos").frames(talk.openingFrames()).build()
        : null;
  }

  private static @Nullable Recognition ldap(Talk talk) {
    boolean upgrade = talk.client().find(START_TLS, 0, 64) > 0;
    Said inside = upgrade ? TlsDialect.within(talk, "LDAP") : null;
    if (inside != null) {
      return inside.finding("starttls").build();
    }
    return Said.clear("LDAP")
        .findingIf(simpleBind(talk.client()), "credentials")
        .frames(talk.openingFrames())
        .openIf(upgrade)
        .build();
  }

  /** RFC 4511 section 4.1.1: sequence, message number, operation. */
  private static int ldap(Octets o) {
    int at = Ber.content(o, 0);
    int operation = at + 2 + Math.max(o.u8(at + 1), 0);
    int tag = o.u8(operation);
    boolean known = tag >= 0x42 && tag <= 0x79 && tag >> 6 == 1;
    return o.u8(0) == 0x30 && at > 0 && o.u8(at) == 2 && o.u8(at + 1) <= 4 && known
        ? Ber.end(o, 0)
        : -1;
  }

  /** RFC 4511 section 4.2: version, name, password that is not empty. */
  private static boolean simpleBind(Octets o) {
    int at = Ber.content(o, 0);
    int operation = at + 2 + Math.max(o.u8(at + 1), 0);
    if (o.u8(operation) != 0x60) {
      return false;
    }
    int version = Ber.content(o, operation);
    int name = Ber.end(o, version);
    int password = name < 0 ? -1 : Ber.end(o, name);
    return o.u8(password) == 0x80 && o.u8(password + 1) > 0;
  }

  /** RFC 2865 section 3: code, length of the whole, attributes to the end. */
  private static boolean radius(Octets o) {
    int code = o.u8(0);
    if (code < 1 || code > 52 || o.u16(2) != o.wire() || o.wire() < 20 || o.wire() > 4096) {
      return false;
    }
    int at = 20;
    while (at < o.length() && o.u8(at + 1) >= 2) {
      at += o.u8(at + 1);
    }
    return at == o.wire() || o.wire() > o.length();
  }

  /** RFC 6733 section 3: version 1, length, flags whose low half is empty. */
  private static int diameter(Octets o) {
    int length = o.u24(1);
    return o.u8(0) == 1
            && length >= 20
            && length % 4 == 0
            && (o.u8(4) & 15) == 0
            && o.u24(5) >= 257
            && o.u24(5) < 8388999
        ? length
        : -1;
  }

  /** RFC 4120 section 5.4: an application tag, a sequence, version 5, the same kind again. */
  private static boolean kerberos(Octets side) {
    Octets o = side.u32(0) == side.length() - 4 ? side.from(4) : side;
    int tag = o.u8(0);
    int sequence = Ber.content(o, 0);
    int first = sequence < 0 ? -1 : Ber.content(o, sequence);
    return tag >= 0x6a
        && tag <= 0x7e
        && o.u8(sequence) == 0x30
        && (o.is(first, 0xa1, 3, 2, 1, 5) || o.is(first, 0xa0, 3, 2, 1, 5));
  }
}
