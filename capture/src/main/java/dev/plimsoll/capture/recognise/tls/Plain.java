package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;

/** Looks whether the content of records reads, as it does under a suite without a cipher. */
final class Plain {
  private static final int LEAST = 32;
  private static final int LOOKED_AT = 512;

  private Plain() {}

  /** Whether the first record of application data is text. */
  static boolean reads(Octets side) {
    int at = 0;
    while (Records.header(side, at)) {
      int length = side.u16(at + 3);
      if (side.u8(at) == Records.APPLICATION_DATA && length >= LEAST) {
        Octets body = side.slice(at + 5, Math.min(length, LOOKED_AT));
        int printable = 0;
        for (int i = 0; i < body.length(); i++) {
          int c = body.u8(i);
          printable += (c >= 0x20 && c < 0x7f) || c == '\r' || c == '\n' || c == '\t' ? 1 : 0;
        }
        return body.length() >= LEAST && printable * 10 >= body.length() * 9;
      }
      at += 5 + length;
    }
    return false;
  }
}
