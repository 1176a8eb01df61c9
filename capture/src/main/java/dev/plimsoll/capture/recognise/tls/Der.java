package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of the distinguished encoding rules (ITU-T X.690), as far as certificates need. */
record Der(int tag, Octets value, Octets whole) {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT = 0x06;
  static final int UTC_TIME = 0x17;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  private static final int MOST = 256;

  /** The element at the start of these bytes; null where none stands there whole. */
  static @Nullable Der read(Octets octets) {
    int length = octets.u8(1);
    int header = 2;
    if (length < 0) {
      return null;
    }
    if (length >= 0x80) {
      int bytes = length & 0x7f;
      if (bytes < 1 || bytes > 3 || !octets.has(2, bytes)) {
        return null;
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | octets.u8(2 + i);
      }
      header += bytes;
    }
    return octets.has(header, length)
        ? new Der(octets.u8(0), octets.slice(header, length), octets.slice(0, header + length))
        : null;
  }

  /** The elements inside, as far as they can be read. */
  List<Der> inside() {
    List<Der> found = new ArrayList<>();
    Octets rest = value;
    while (!rest.isEmpty() && found.size() < MOST) {
      Der next = read(rest);
      if (next == null) {
        break;
      }
      found.add(next);
      rest = rest.from(next.whole().length());
    }
    return found;
  }

  /** Whether this is the object identifier with these bytes. */
  boolean object(int... bytes) {
    return tag == OBJECT && value.length() == bytes.length && value.is(0, bytes);
  }
}
