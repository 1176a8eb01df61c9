package dev.plimsoll.capture.recognise.quic;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** QUIC as it was before the standard (versions Q0xx and T0xx), and negotiation alone. */
final class Before {
  private static final int SEARCHED = 200;

  private Before() {}

  static @Nullable Recognition recognise(Talk talk) {
    if (talk.either(Before::old)) {
      String version = talk.first().text(versionAt(talk.first()), 4);
      return Said.obsolete("QUIC")
          .version(version)
          .finding("gquic")
          .finding("old_version")
          .frames(talk.openingFrames())
          .build();
    }
    return talk.either(Before::negotiation)
        ? Said.named("QUIC").frames(talk.openingFrames()).open().build()
        : null;
  }

  /** A public or long header with a version in letters, and a client's hello in the clear. */
  private static boolean old(Octets datagram) {
    int at = versionAt(datagram);
    return at > 0
        && ((datagram.u8(0) & 0xc0) == 0xc0
            || datagram.find("CHLO", at, at + SEARCHED) > 0
            || datagram.find("PRST", at, at + SEARCHED) > 0);
  }

  private static int versionAt(Octets datagram) {
    if ((datagram.u8(0) & 0x80) != 0) {
      return version(datagram, 1) ? 1 : -1;
    }
    return (datagram.u8(0) & 9) == 9 && version(datagram, 9) ? 9 : -1;
  }

  private static boolean version(Octets datagram, int at) {
    int letter = datagram.u8(at);
    return (letter == 'Q' || letter == 'T')
        && datagram.u8(at + 1) == '0'
        && datagram.u8(at + 2) >= '0'
        && datagram.u8(at + 2) <= '9'
        && datagram.u8(at + 3) >= '0'
        && datagram.u8(at + 3) <= '9';
  }

  /** Version 0 and then only version numbers to the end (RFC 9000 section 17.2.1). */
  private static boolean negotiation(Octets datagram) {
    int destination = datagram.u8(5);
    int source = datagram.u8(6 + Math.max(destination, 0));
    int list = 7 + destination + source;
    if ((datagram.u8(0) & 0x80) == 0
        || datagram.u32(1) != 0
        || destination < 0
        || destination > 20
        || source < 0
        || source > 20
        || datagram.wire() <= list
        || (datagram.wire() - list) % 4 != 0) {
      return false;
    }
    for (int at = list; datagram.has(at, 4); at += 4) {
      if (QuicPacket.known(datagram.u32(at)) || version(datagram, at)) {
        return true;
      }
    }
    return false;
  }
}
