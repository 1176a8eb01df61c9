package dev.plimsoll.capture.recognise;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of payload that is read without ever running over its end.
 *
 * <p>A number that lies beyond the end reads as -1, so that a comparison with what is expected
 * fails by itself.
 */
public final class Octets {
  /** No bytes. */
  public static final Octets NONE = new Octets(new byte[0], 0, 0, 0);

  private final byte[] array;
  private final int start;
  private final int length;
  private final int wire;

  private Octets(byte[] array, int start, int length, int wire) {
    this.array = array;
    this.start = start;
    this.length = length;
    this.wire = wire;
  }

  /** All of these bytes. */
  public static Octets of(byte[] array) {
    return new Octets(array, 0, array.length, array.length);
  }

  /** The first bytes of an array. */
  public static Octets of(byte[] array, int length) {
    int held = Math.clamp(length, 0, array.length);
    return new Octets(array, 0, held, held);
  }

  /** A datagram of which the capture may have kept a part only. */
  public static Octets datagram(byte[] array, int wire) {
    return new Octets(array, 0, array.length, Math.max(wire, array.length));
  }

  /** How many bytes are there. */
  public int length() {
    return length;
  }

  /** How many bytes were on the wire: more than {@link #length()} where the capture was cut. */
  public int wire() {
    return wire;
  }

  /** Whether nothing is there. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** The byte at an offset, 0 to 255; -1 beyond the end. */
  public int u8(int at) {
    return at >= 0 && at < length ? array[start + at] & 0xff : -1;
  }

  /** Two bytes, most significant first; -1 beyond the end. */
  public int u16(int at) {
    return has(at, 2) ? u8(at) << 8 | u8(at + 1) : -1;
  }

  /** Three bytes, most significant first; -1 beyond the end. */
  public int u24(int at) {
    return has(at, 3) ? u16(at) << 8 | u8(at + 2) : -1;
  }

  /** Four bytes, most significant first, unsigned; -1 beyond the end. */
  public long u32(int at) {
    return has(at, 4) ? (long) u16(at) << 16 | u16(at + 2) : -1;
  }

  /** Two bytes, least significant first; -1 beyond the end. */
  public int le16(int at) {
    return has(at, 2) ? u8(at + 1) << 8 | u8(at) : -1;
  }

  /** Four bytes, least significant first, unsigned; -1 beyond the end. */
  public long le32(int at) {
    return has(at, 4) ? (long) le16(at + 2) << 16 | le16(at) : -1;
  }

  /** Whether so many bytes stand at an offset. */
  public boolean has(int at, int count) {
    return at >= 0 && count >= 0 && at <= length - count;
  }

  /** Whether these bytes stand at an offset. */
  public boolean is(int at, int... bytes) {
    if (!has(at, bytes.length)) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (u8(at + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether this ASCII text stands at an offset. */
  public boolean at(int at, String text) {
    if (!has(at, text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (array[start + at + i] != (byte) text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether this ASCII text stands at an offset, without regard to case; give it in lower case. */
  public boolean atFolded(int at, String lower) {
    if (!has(at, lower.length())) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int c = array[start + at + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it begins with this ASCII text. */
  public boolean starts(String text) {
    return at(0, text);
  }

  /** Offset of a byte value at or after an offset and before another; -1 where there is none. */
  public int indexOf(int value, int from, int to) {
    int end = Math.min(to, length);
    for (int i = Math.max(from, 0); i < end; i++) {
      if ((array[start + i] & 0xff) == value) {
        return i;
      }
    }
    return -1;
  }

  /** Offset of an ASCII text at or after an offset and before another; -1 where there is none. */
  public int find(String text, int from, int to) {
    int end = Math.min(to, length) - text.length();
    for (int i = Math.max(from, 0); i <= end; i++) {
      if (at(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** Like {@link #find} without regard to case; give the text in lower case. */
  public int findFolded(String lower, int from, int to) {
    int end = Math.min(to, length) - lower.length();
    for (int i = Math.max(from, 0); i <= end; i++) {
      if (atFolded(i, lower)) {
        return i;
      }
    }
    return -1;
  }

  /** What follows an offset; nothing where it lies beyond the end. */
  public Octets from(int at) {
    int skip = Math.clamp(at, 0, length);
    return new Octets(array, start + skip, length - skip, Math.max(wire - skip, length - skip));
  }

  /** At most so many bytes from an offset. */
  public Octets slice(int at, int count) {
    int skip = Math.clamp(at, 0, length);
    int held = Math.clamp(count, 0, length - skip);
    return new Octets(array, start + skip, held, held);
  }

  /** At most so many bytes from an offset as text, a character a byte. */
  public String text(int at, int count) {
    Octets part = slice(at, count);
    return new String(part.array, part.start, part.length, StandardCharsets.ISO_8859_1);
  }

  /** A copy of the bytes. */
  public byte[] copy() {
    byte[] copy = new byte[length];
    System.arraycopy(array, start, copy, 0, length);
    return copy;
  }
}
