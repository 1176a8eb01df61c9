package dev.plimsoll.capture.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.util.zip.GZIPInputStream;

/**
 * Walks a capture file frame by frame: pcap, pcapng and btsnoop, plain or compressed by gzip or
 * zstd, known by their first bytes. Files are mapped, whatever their size; pipes are read.
 *
 * <p>Memory is bounded by the largest frame that is believed, one mebibyte. A file cut short or
 * with impossible lengths gives its frames up to there.
 */
public final class CaptureFile {
  private static final int ZSTD = 0xfd2fb528;
  private static final int GZIP = 0x8b1f;

  private CaptureFile() {}

  /** Whether the first bytes are those of a capture, perhaps behind a compression. */
  public static boolean recognises(Source source) {
    byte[] head = source.head();
    if (isCapture(head)) {
      return true;
    }
    try (InputStream in = unpack(new ByteArrayInputStream(head), head)) {
      return in != null && isCapture(in.readNBytes(4));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the first bytes are those of a btsnoop file, which holds nothing but Bluetooth. */
  public static boolean isBtsnoop(Source source) {
    return BtsnoopWalk.isMagic(source.head());
  }

  /**
   * Hands every frame to the sink. Does not throw on what the file holds: problems are in the
   * answer.
   */
  public static Walked walk(Source source, Budget budget, FrameSink sink) {
    Walk walk = new Walk(source.name(), budget, sink);
    try {
      byte[] head = source.head();
      if (source.isMappable() && !isPacked(head)) {
        try (Arena arena = Arena.ofConfined()) {
          walk(Window.over(source.map(arena)), walk);
        }
      } else {
        stream(source, budget, walk);
      }
    } catch (Budget.Exhausted e) {
      walk.problem(0, "reading was ended: it needs " + e.getMessage(), "split the capture");
    } catch (IOException | InternalError e) {
      // A mapped page that cannot be read any more surfaces as an InternalError.
      walk.problem(0, "cannot be read (" + e.getMessage() + ")", "check the file and the disk");
    }
    return walk.done();
  }

  private static void stream(Source source, Budget budget, Walk walk) throws IOException {
    try (InputStream raw = new BufferedInputStream(source.open(), 1 << 16)) {
      raw.mark(4);
      byte[] head = raw.readNBytes(4);
      raw.reset();
      InputStream unpacked = unpack(raw, head);
      if (unpacked == null) {
        walk(Window.over(raw, null), walk);
      } else {
        try (unpacked) {
          walk(Window.over(unpacked, budget), walk);
        }
      }
    }
  }

  private static void walk(Window window, Walk walk) {
    if (!window.need(4)) {
      walk.cutShort(window, "is empty or cannot be unpacked");
      return;
    }
    int magic = Words.i32(window.buffer(), window.position(), false);
    if (magic == PcapngWalk.SECTION) {
      new PcapngWalk(window, walk).run();
    } else if (PcapWalk.isMagic(magic) || PcapWalk.isMagic(Integer.reverseBytes(magic))) {
      new PcapWalk(window, walk).run();
    } else if (Integer.reverseBytes(magic) == BtsnoopWalk.MAGIC) {
      new BtsnoopWalk(window, walk).run();
    } else {
      walk.problem(
          0,
          "is no capture that can be read",
          "save it as pcap or pcapng, for example with Wireshark's 'Save as'");
    }
  }

  private static boolean isCapture(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int magic = Words.i32(head, 0, false);
    return magic == PcapngWalk.SECTION
        || PcapWalk.isMagic(magic)
        || PcapWalk.isMagic(Integer.reverseBytes(magic));
  }

  private static boolean isPacked(byte[] head) {
    return head.length >= 4
        && (Words.u16(head, 0, false) == GZIP || Words.i32(head, 0, false) == ZSTD);
  }

  private static @org.jspecify.annotations.Nullable InputStream unpack(InputStream in, byte[] head)
      throws IOException {
    if (!isPacked(head)) {
      return null;
    }
    return Words.u16(head, 0, false) == GZIP
        ? new GZIPInputStream(in, 1 << 16)
        : new ZstdInputStreamNoFinalizer(in);
  }
}
