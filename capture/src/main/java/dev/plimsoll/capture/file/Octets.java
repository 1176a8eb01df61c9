package dev.plimsoll.capture.file;

/**
 * A cursor over the bytes of one frame, of either byte order. The same object serves every frame.
 * The caller looks at {@link #left} before it reads.
 */
public final class Octets {
  /** The buffer. */
  public byte[] data = new byte[0];

  /** First byte that is left. */
  public int at;

  /** Behind the last one. */
  public int end;

  /** A cursor over nothing. */
  public Octets() {}

  /** Puts the cursor on a frame. */
  public Octets over(Frame frame) {
    data = frame.data;
    at = frame.offset;
    end = frame.offset + frame.captured;
    return this;
  }

  /** How many bytes are left. */
  public int left() {
    return end - at;
  }

  /** Steps over bytes; false, and nothing left, where there are fewer. */
  public boolean skip(int count) {
    boolean has = count >= 0 && count <= left();
    at = has ? at + count : end;
    return has;
  }

  /** Leaves that many bytes at most. */
  public void limit(int count) {
    end = Math.min(end, at + Math.max(0, count));
  }

  /** One byte, that far from the cursor. */
  public int u8(int from) {
    return data[at + from] & 0xff;
  }

  /** Two bytes, low one first. */
  public int low16(int from) {
    return Words.u16(data, at + from, false);
  }

  /** Four bytes, low one first. */
  public int low32(int from) {
    return Words.i32(data, at + from, false);
  }

  /** Two bytes, high one first. */
  public int high16(int from) {
    return Words.u16(data, at + from, true);
  }

  /** Four bytes, high one first. */
  public int high32(int from) {
    return Words.i32(data, at + from, true);
  }

  /** Six bytes, low one first, as an address of 48 bits. */
  public long low48(int from) {
    return (low32(from) & 0xffffffffL) | (long) low16(from + 4) << 32;
  }

  /** Six bytes, high one first, as an address of 48 bits. */
  public long high48(int from) {
    return (long) high16(from) << 32 | (high32(from + 2) & 0xffffffffL);
  }
}
