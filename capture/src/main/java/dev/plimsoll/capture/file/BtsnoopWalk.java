package dev.plimsoll.capture.file;

/**
 * Walks the records of a btsnoop file, as Bluetooth hosts write it: version 1, big-endian, the
 * layout of snoop (RFC 1761) with 64-bit times in microseconds since the year 0.
 */
final class BtsnoopWalk {
  /** First four bytes of the file. */
  static final int MAGIC = 0x6274736e;

  private static final int MAGIC_REST = 0x6f6f7000;
  private static final int FILE_HEADER = 16;
  private static final int RECORD_HEADER = 24;

  /** Microseconds between the beginning of the year 0 and that of 1970. */
  private static final long EPOCH = 0x00dcddb30f2f8000L;

  private final Window window;
  private final Walk walk;

  BtsnoopWalk(Window window, Walk walk) {
    this.window = window;
    this.walk = walk;
  }

  static boolean isMagic(byte[] head) {
    return head.length >= 8
        && Words.i32(head, 0, true) == MAGIC
        && Words.i32(head, 4, true) == MAGIC_REST;
  }

  void run() {
    if (!window.need(FILE_HEADER)) {
      walk.cutShort(window, "ends inside its file header");
      return;
    }
    long kind = Words.u32(window.buffer(), window.position() + 12, true);
    int link = LinkType.BTSNOOP + (int) Math.min(kind, 0xffff);
    window.advance(FILE_HEADER);
    walk.link(link);
    records(link);
  }

  private void records(int link) {
    Frame frame = walk.frame();
    frame.link = link;
    while (window.need(RECORD_HEADER)) {
      long captured = Words.u32(window.buffer(), window.position() + 4, true);
      if (captured > PcapWalk.MAX_FRAME) {
        walk.lying(window.offset(), "a record claims " + captured + " bytes");
        return;
      }
      int size = RECORD_HEADER + (int) captured;
      if (!window.need(size)) {
        walk.cutShort(window, "ends inside a record");
        return;
      }
      byte[] data = window.buffer();
      int at = window.position();
      frame.length = Words.u32(data, at, true);
      frame.flags = Words.i32(data, at + 8, true);
      frame.micros = Words.i64(data, at + 16, true) - EPOCH;
      frame.data = data;
      frame.offset = at + RECORD_HEADER;
      frame.captured = (int) captured;
      walk.emit();
      window.advance(size);
    }
    if (window.inView() > 0 || window.failure() != null) {
      walk.cutShort(window, "ends inside the header of a record");
    }
  }
}
