package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Octets;

/** Lengths of the basic encoding rules (ITU-T X.690 section 8.1.3), as LDAP and SNMP use them. */
final class Ber {
  private Ber() {}

  /** Offset of the content of the element at an offset; -1 where its length makes no sense. */
  static int content(Octets o, int at) {
    int length = o.u8(at + 1);
    if (length < 0 || length > 0x84 || length == 0x80) {
      return -1;
    }
    return at + 2 + (length > 0x80 ? length - 0x80 : 0);
  }

  /** Length of the content of the element at an offset; -1 where it makes no sense. */
  static int length(Octets o, int at) {
    int length = o.u8(at + 1);
    if (length < 0x80) {
      return length;
    }
    long value = 0;
    for (int i = 0; i < length - 0x80; i++) {
      value = value << 8 | Math.max(o.u8(at + 2 + i), 0);
    }
    return length == 0x80 || length > 0x84 || value > 1 << 24 ? -1 : (int) value;
  }

  /** Offset after the element at an offset; -1 where its length makes no sense. */
  static int end(Octets o, int at) {
    int content = content(o, at);
    int length = length(o, at);
    return content < 0 || length < 0 ? -1 : content + length;
  }
}
