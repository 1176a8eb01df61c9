package dev.plimsoll.capture.name;

import dev.plimsoll.capture.file.Words;
import org.jspecify.annotations.Nullable;

/** Names in the wire format of DNS (RFC 1035 sections 3.1 and 4.1.4), with compression. */
final class Labels {
  private static final int MAX_NAME = 255;
  private static final int MAX_JUMPS = 32;

  private final byte[] data;
  private final int start;
  private final int end;

  Labels(byte[] data, int start, int end) {
    this.data = data;
    this.start = start;
    this.end = end;
  }

  /**
   * The name at an offset in lower case, without the last dot; null where none stands there.
   * Characters that do not belong into a host name are shown as a question mark.
   */
  @Nullable String read(int from) {
    StringBuilder name = new StringBuilder(40);
    int at = from;
    int jumps = 0;
    while (at < end) {
      int length = data[at] & 0xff;
      if (length == 0) {
        return name.toString();
      }
      if (length >= 0xc0) {
        if (at + 1 >= end || ++jumps > MAX_JUMPS) {
          return null;
        }
        at = start + (Words.u16(data, at, true) & 0x3fff);
        continue;
      }
      if (length > 63 || at + 1 + length > end || name.length() + length + 1 > MAX_NAME) {
        return null;
      }
      label(name, at + 1, length);
      at += 1 + length;
    }
    return null;
  }

  /** Steps over a name; the offset behind it, -1 where none stands there. */
  int skip(int from) {
    int at = from;
    while (at < end) {
      int length = data[at] & 0xff;
      if (length == 0) {
        return at + 1;
      }
      if (length >= 0xc0) {
        return at + 2;
      }
      if (length > 63) {
        return -1;
      }
      at += 1 + length;
    }
    return -1;
  }

  private void label(StringBuilder name, int at, int length) {
    if (!name.isEmpty()) {
      name.append('.');
    }
    for (int i = 0; i < length; i++) {
      int octet = data[at + i];
      if (octet >= 'A' && octet <= 'Z') {
        octet += 'a' - 'A';
      }
      name.append(octet > ' ' && octet < 0x7f ? (char) octet : '?');
    }
  }
}
