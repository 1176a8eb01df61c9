package dev.plimsoll.capture.file;

/**
 * Walks the records of a pcap file (draft-ietf-opsawg-pcap): both byte orders, microseconds and
 * nanoseconds, and the longer records of an old patched libpcap.
 */
final class PcapWalk {
  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;
  static final int PATCHED = 0xa1b2cd34;

  /** Longest record that is believed. No link has frames of that size. */
  static final int MAX_FRAME = 1 << 20;

  private static final int FILE_HEADER = 24;

  private final Window window;
  private final Walk walk;

  PcapWalk(Window window, Walk walk) {
    this.window = window;
    this.walk = walk;
  }

  static boolean isMagic(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == PATCHED;
  }

  void run() {
    if (!window.need(FILE_HEADER)) {
      walk.cutShort(window, "ends inside its file header");
      return;
    }
    int magic = Words.i32(window.buffer(), window.position(), false);
    boolean big = !isMagic(magic);
    magic = big ? Integer.reverseBytes(magic) : magic;
    int link = Words.i32(window.buffer(), window.position() + 20, big) & 0xffff;
    window.advance(FILE_HEADER);
    walk.link(link);
    records(big, magic == NANOSECONDS, magic == PATCHED ? 24 : 16, link);
  }

  private void records(boolean big, boolean nanos, int header, int link) {
    Frame frame = walk.frame();
    frame.link = link;
    while (window.need(header)) {
      byte[] data = window.buffer();
      int at = window.position();
      long captured = Words.u32(data, at + 8, big);
      if (captured > MAX_FRAME) {
        walk.lying(window.offset(), "a record claims " + captured + " bytes");
        return;
      }
      int size = header + (int) captured;
      if (!window.need(size)) {
        walk.cutShort(window, "ends inside a record");
        return;
      }
      data = window.buffer();
      at = window.position();
      long fraction = Words.u32(data, at + 4, big);
      frame.micros = Words.u32(data, at, big) * 1_000_000L + (nanos ? fraction / 1000 : fraction);
      frame.length = Words.u32(data, at + 12, big);
      frame.data = data;
      frame.offset = at + header;
      frame.captured = (int) captured;
      walk.emit();
      window.advance(size);
    }
    if (window.inView() > 0 || window.failure() != null) {
      walk.cutShort(window, "ends inside the header of a record");
    }
  }
}
