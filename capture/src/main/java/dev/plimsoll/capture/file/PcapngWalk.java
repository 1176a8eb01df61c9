package dev.plimsoll.capture.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks the blocks of a pcapng file (draft-ietf-opsawg-pcapng): several sections of either byte
 * order, several interfaces with their own link type and clock, enhanced, simple and the old packet
 * blocks. Other blocks are stepped over.
 */
final class PcapngWalk {
  static final int SECTION = 0x0a0d0d0a;

  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_OFFSET = 14;
  private static final int MAX_BLOCK = 1 << 22;
  private static final int MAX_INTERFACES = 4096;

  private final Window window;
  private final Walk walk;
  private final List<Interface> interfaces = new ArrayList<>();
  private boolean big;

  PcapngWalk(Window window, Walk walk) {
    this.window = window;
    this.walk = walk;
  }

  void run() {
    while (window.need(12)) {
      if (!block()) {
        return;
      }
    }
    if (window.inView() > 0 || window.failure() != null) {
      walk.cutShort(window, "ends inside the header of a block");
    }
  }

  /** Reads one block; false where the walk cannot go on. */
  private boolean block() {
    byte[] data = window.buffer();
    int at = window.position();
    int type = Words.i32(data, at, big);
    if (type == SECTION && !section(data, at)) {
      walk.lying(window.offset(), "a section has no byte order mark");
      return false;
    }
    long length = Words.u32(data, at + 4, big);
    if (length < 12 || (length & 3) != 0) {
      walk.lying(window.offset(), "a block claims " + length + " bytes");
      return false;
    }
    boolean wanted =
        type == INTERFACE || type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OLD_PACKET;
    if (!wanted) {
      return window.skip(length) || cut();
    }
    if (length > MAX_BLOCK) {
      walk.lying(window.offset(), "a block claims " + length + " bytes");
      return false;
    }
    if (!window.need((int) length)) {
      return cut();
    }
    dispatch(type, (int) length);
    window.advance((int) length);
    return true;
  }

  private boolean cut() {
    walk.cutShort(window, "ends inside a block");
    return false;
  }

  private boolean section(byte[] data, int at) {
    int mark = Words.i32(data, at + 8, false);
    if (mark != BYTE_ORDER && mark != Integer.reverseBytes(BYTE_ORDER)) {
      return false;
    }
    big = mark != BYTE_ORDER;
    interfaces.clear();
    return true;
  }

  private void dispatch(int type, int length) {
    byte[] data = window.buffer();
    int at = window.position();
    if (Words.u32(data, at + length - 4, big) != length) {
      walk.odd(window.offset(), "a block gives two different lengths");
    }
    switch (type) {
      case INTERFACE -> addInterface(data, at, length);
      case ENHANCED_PACKET -> enhanced(data, at, length, false);
      case OLD_PACKET -> enhanced(data, at, length, true);
      default -> simple(data, at, length);
    }
  }

  private void addInterface(byte[] data, int at, int length) {
    if (length < 20 || interfaces.size() >= MAX_INTERFACES) {
      walk.odd(window.offset(), "an interface is not described");
      return;
    }
    Interface one = new Interface();
    one.link = Words.u16(data, at + 8, big);
    one.snap = Words.u32(data, at + 12, big);
    int end = at + length - 4;
    int option = at + 16;
    while (option + 4 <= end) {
      int code = Words.u16(data, option, big);
      int size = Words.u16(data, option + 2, big);
      if (code == 0 || option + 4 + size > end) {
        break;
      }
      if (code == OPTION_RESOLUTION && size >= 1) {
        one.resolution(data[option + 4] & 0xff);
      } else if (code == OPTION_OFFSET && size >= 8) {
        one.offset(data, option + 4, big);
      }
      option += 4 + ((size + 3) & ~3);
    }
    interfaces.add(one);
    walk.link(one.link);
  }

  private void enhanced(byte[] data, int at, int length, boolean old) {
    if (length < 32) {
      walk.odd(window.offset(), "a packet block is too short");
      return;
    }
    int id = old ? Words.u16(data, at + 8, big) : Words.i32(data, at + 8, big);
    if (id < 0 || id >= interfaces.size()) {
      walk.odd(window.offset(), "a packet names an interface that is not described");
      return;
    }
    Interface from = interfaces.get(id);
    long ticks = Words.u32(data, at + 12, big) << 32 | Words.u32(data, at + 16, big);
    Frame frame = walk.frame();
    frame.micros = from.micros(ticks);
    frame.length = Words.u32(data, at + 24, big);
    packet(data, at + 28, Words.u32(data, at + 20, big), length - 32, from.link);
  }

  private void simple(byte[] data, int at, int length) {
    if (length < 16 || interfaces.isEmpty()) {
      walk.odd(window.offset(), "a simple packet block has no interface");
      return;
    }
    Interface from = interfaces.get(0);
    Frame frame = walk.frame();
    frame.micros = Frame.NO_TIME;
    frame.length = Words.u32(data, at + 8, big);
    long captured = from.snap == 0 ? frame.length : Math.min(frame.length, from.snap);
    packet(data, at + 12, Math.min(captured, length - 16), length - 16, from.link);
  }

  private void packet(byte[] data, int at, long captured, int room, int link) {
    if (captured > room) {
      walk.odd(window.offset(), "a packet is longer than its block");
    }
    Frame frame = walk.frame();
    frame.link = link;
    frame.data = data;
    frame.offset = at;
    frame.captured = (int) Math.min(captured, room);
    walk.emit();
  }

  /** Link type and clock of one interface. */
  private static final class Interface {
    int link;
    long snap;
    private long multiply = 1;
    private long divide = 1;
    private int shift = -1;
    private long offsetMicros;

    /** Sets the unit of its clock: a power of ten, or of two where the highest bit is set. */
    void resolution(int code) {
      int power = code & 0x7f;
      multiply = 1;
      divide = 1;
      shift = -1;
      if (code >= 0x80) {
        shift = Math.min(power, 63);
      } else if (power <= 6) {
        multiply = powerOfTen(6 - power);
      } else {
        divide = powerOfTen(Math.min(power - 6, 18));
      }
    }

    void offset(byte[] data, int at, boolean big) {
      long first = Words.u32(data, at, big);
      long second = Words.u32(data, at + 4, big);
      offsetMicros = (big ? first << 32 | second : second << 32 | first) * 1_000_000L;
    }

    long micros(long ticks) {
      if (shift < 0) {
        return (divide == 1 ? ticks * multiply : Long.divideUnsigned(ticks, divide)) + offsetMicros;
      }
      long seconds = ticks >>> shift;
      double part = (double) (ticks - (seconds << shift)) / (1L << Math.min(shift, 62));
      return seconds * 1_000_000L + (long) (part * 1e6) + offsetMicros;
    }

    private static long powerOfTen(int power) {
      long value = 1;
      for (int i = 0; i < power; i++) {
        value *= 10;
      }
      return value;
    }
  }
}
