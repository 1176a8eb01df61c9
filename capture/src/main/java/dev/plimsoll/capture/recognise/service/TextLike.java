package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Octets;

/** Small looks at text inside of binary messages. */
final class TextLike {
  private TextLike() {}

  /** Whether at least two printable characters stand at the start. */
  static boolean begins(Octets o) {
    return printable(o.u8(0)) && printable(o.u8(1));
  }

  private static boolean printable(int c) {
    return c >= 0x20 && c < 0x7f;
  }
}
