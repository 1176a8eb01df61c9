package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Octets;

/** The link frames of DNP3 (IEEE 1815 section 9): start bytes, length, checksum of the header. */
final class Dnp3 {
  private static final int HEADER = 10;
  private static final int POLYNOMIAL = 0xa6bc;

  private Dnp3() {}

  /** Whether a frame stands at the start whose header has the right checksum. */
  static boolean begins(Octets o) {
    return o.is(0, 0x05, 0x64) && o.u8(2) >= 5 && o.has(0, HEADER) && checksum(o) == o.le16(8);
  }

  /** The checksum over the eight bytes of the header. */
  static int checksum(Octets o) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum ^= o.u8(i);
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) != 0 ? sum >> 1 ^ POLYNOMIAL : sum >> 1;
      }
    }
    return ~sum & 0xffff;
  }
}
