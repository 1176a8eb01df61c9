package dev.plimsoll.capture.radio.wpan;

import dev.plimsoll.capture.file.Octets;

/** IPv6 over IEEE 802.15.4 (RFC 4944, RFC 6282), as far as it takes to tell what goes over it. */
final class Lowpan {
  /** Mesh Link Establishment, by which Thread devices find each other; it has its own security. */
  private static final int MESH_LINK_PORT = 19788;

  private Lowpan() {}

  /** Whether a payload begins like one. */
  static boolean looksLike(Octets in) {
    if (in.left() < 2) {
      return false;
    }
    int first = in.u8(0);
    return first == 0x41
        || first == 0x50
        || (first & 0xe0) == 0x60
        || (first & 0xc0) == 0x80
        || (first & 0xf8) == 0xc0
        || (first & 0xf8) == 0xe0;
  }

  /** Whether it is a compressed UDP datagram to the port of Mesh Link Establishment. */
  static boolean isMeshLink(Octets in) {
    int base = in.high16(0);
    if (base >> 13 != 3 || (base & (1 << 10)) == 0) {
      return false;
    }
    int length = 2 + ((base & (1 << 7)) != 0 ? 1 : 0);
    length += new int[] {4, 3, 1, 0}[(base >> 11) & 3];
    length += (base & (3 << 8)) == 0 ? 1 : 0;
    length += (base & (1 << 6)) != 0 && ((base >> 4) & 3) == 0 ? 0 : unicast((base >> 4) & 3);
    boolean multicast = (base & (1 << 3)) != 0;
    boolean byContext = (base & (1 << 2)) != 0;
    length += multicast ? byContext ? 6 : new int[] {16, 6, 4, 1}[base & 3] : unicast(base & 3);
    if (in.left() < length + 5) {
      return false;
    }
    int next = in.u8(length);
    int to =
        switch (next & 0xfb) {
          case 0xf0 -> in.high16(length + 3);
          case 0xf1 -> 0xf000 | in.u8(length + 3);
          case 0xf2 -> in.high16(length + 2);
          default -> 0;
        };
    return to == MESH_LINK_PORT;
  }

  /** Bytes of an address by its mode. */
  private static int unicast(int mode) {
    return new int[] {16, 8, 2, 0}[mode];
  }
}
