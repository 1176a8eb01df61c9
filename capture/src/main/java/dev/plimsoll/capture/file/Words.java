package dev.plimsoll.capture.file;

/**
 * Numbers of either byte order in an array. By shifts, which every compiler of the virtual machine
 * makes fast, while views by handles are slow until the last of them has run.
 */
public final class Words {
  private Words() {}

  /** Two bytes, unsigned. */
  public static int u16(byte[] data, int at, boolean big) {
    int first = data[at] & 0xff;
    int second = data[at + 1] & 0xff;
    return big ? (first << 8) | second : (second << 8) | first;
  }

  /** Four bytes. */
  public static int i32(byte[] data, int at, boolean big) {
    int value =
        (data[at] << 24)
            | ((data[at + 1] & 0xff) << 16)
            | ((data[at + 2] & 0xff) << 8)
            | (data[at + 3] & 0xff);
    return big ? value : Integer.reverseBytes(value);
  }

  /** Four bytes, unsigned. */
  public static long u32(byte[] data, int at, boolean big) {
    return i32(data, at, big) & 0xffffffffL;
  }

  /** Eight bytes. */
  public static long i64(byte[] data, int at, boolean big) {
    long low = u32(data, at, big);
    long high = u32(data, at + 4, big);
    return big ? (low << 32) | high : (high << 32) | low;
  }
}
