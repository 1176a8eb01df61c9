package dev.plimsoll.capture.recognise.quic;

import dev.plimsoll.capture.recognise.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A packet with a long header (RFC 9000 section 17.2, RFC 9369 section 3.2).
 *
 * @param type 0 Initial, 1 0-RTT, 2 Handshake, 3 Retry, in the numbering of version 1
 * @param number offset of the packet number; 0 in a Retry
 * @param length bytes from the packet number on, by the header
 */
record QuicPacket(long version, int type, byte[] destination, int number, int length) {
  static final long V1 = 1;
  static final long V2 = 0x6b3343cfL;
  static final int INITIAL = 0;
  static final int RETRY = 3;

  /** Whether a version number is one of the standard, its drafts, or a known relative of them. */
  static boolean known(long version) {
    return version == V1
        || version == V2
        || (version >>> 8 == 0xff0000 && (version & 0xff) >= 21 && (version & 0xff) <= 34)
        || version >>> 8 == 0xfaceb0
        || (version & 0x0f0f0f0fL) == 0x0a0a0a0aL;
  }

  /** The packet at the start of these bytes; null where none stands there. */
  static @Nullable QuicPacket read(Octets octets) {
    int first = octets.u8(0);
    long version = octets.u32(1);
    int destination = octets.u8(5);
    int source = octets.u8(6 + Math.max(destination, 0));
    if ((first & 0xc0) != 0xc0
        || !known(version)
        || destination > 20
        || destination < 0
        || source > 20
        || source < 0) {
      return null;
    }
    int type = first >> 4 & 3;
    if (version == V2) {
      type = type + 3 & 3;
    }
    byte[] connection = octets.slice(6, destination).copy();
    int at = 7 + destination + source;
    if (type == RETRY) {
      return octets.wire() >= at + 16 ? new QuicPacket(version, type, connection, 0, 0) : null;
    }
    if (type == INITIAL) {
      long token = varint(octets, at);
      if (token < 0 || token > octets.wire()) {
        return null;
      }
      at += width(octets, at) + (int) token;
    }
    long length = varint(octets, at);
    at += width(octets, at);
    return length < 20 || at + length > octets.wire()
        ? null
        : new QuicPacket(version, type, connection, at, (int) length);
  }

  /** A number of variable length (RFC 9000 section 16); -1 beyond the end. */
  static long varint(Octets octets, int at) {
    int first = octets.u8(at);
    int width = width(octets, at);
    if (first < 0 || !octets.has(at, width)) {
      return -1;
    }
    long value = first & 0x3f;
    for (int i = 1; i < width; i++) {
      value = value << 8 | octets.u8(at + i);
    }
    return value;
  }

  /** How many bytes the number at an offset takes. */
  static int width(Octets octets, int at) {
    return 1 << (Math.max(octets.u8(at), 0) >> 6);
  }
}
