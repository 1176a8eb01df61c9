package dev.plimsoll.capture.file;

import dev.plimsoll.bytes.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A window that slides over the bytes of a capture, front to back.
 *
 * <p>Mapped memory and streams look alike through it: the bytes in view lie in one array, which the
 * processor's cache holds, and which is read faster than the mapping itself.
 */
final class Window {
  private static final int SIZE = 1 << 18;

  private final @Nullable MemorySegment mapped;
  private final @Nullable InputStream stream;
  private final @Nullable Budget unpacked;
  private byte[] buffer;
  private int position;
  private int limit;
  private long base;
  private @Nullable String failure;

  private Window(
      @Nullable MemorySegment mapped,
      @Nullable InputStream stream,
      @Nullable Budget unpacked,
      int size) {
    this.mapped = mapped;
    this.stream = stream;
    this.unpacked = unpacked;
    this.buffer = new byte[size];
  }

  static Window over(MemorySegment mapped) {
    return new Window(mapped, null, null, (int) Math.min(SIZE, mapped.byteSize()));
  }

  /** Over a stream. Where a budget is given, every byte is spent from it. */
  static Window over(InputStream stream, @Nullable Budget unpacked) {
    return new Window(null, stream, unpacked, SIZE);
  }

  /** The array that holds the bytes in view; another one after {@link #need}. */
  byte[] buffer() {
    return buffer;
  }

  /** Where the next byte lies in the array. */
  int position() {
    return position;
  }

  /** Offset of the next byte in the capture. */
  long offset() {
    return base + position;
  }

  /** How many bytes lie in view. */
  int inView() {
    return limit - position;
  }

  /** What ended a stream before its time; null where nothing did. */
  @Nullable String failure() {
    return failure;
  }

  /** Brings that many bytes into view; false where the capture ends before. */
  boolean need(int count) {
    return limit - position >= count || refill(count);
  }

  /** Steps over bytes in view. */
  void advance(int count) {
    position += count;
  }

  /** Steps over bytes that may lie beyond the view; false where the capture ends before. */
  boolean skip(long count) {
    long left = count;
    while (left > inView()) {
      left -= inView();
      position = limit;
      if (!refill(1)) {
        return false;
      }
    }
    position += (int) left;
    return true;
  }

  private boolean refill(int count) {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      base += position;
      limit -= position;
      position = 0;
    }
    if (count > buffer.length) {
      buffer = Arrays.copyOf(buffer, count);
    }
    while (limit < count) {
      int got = mapped != null ? fromMapped(mapped) : fromStream();
      if (got <= 0) {
        return false;
      }
      limit += got;
    }
    return true;
  }

  private int fromMapped(MemorySegment segment) {
    long at = base + limit;
    int count = (int) Math.min(buffer.length - limit, segment.byteSize() - at);
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, buffer, limit, count);
    return count;
  }

  private int fromStream() {
    if (stream == null || failure != null) {
      return -1;
    }
    try {
      int got = stream.read(buffer, limit, buffer.length - limit);
      if (got > 0 && unpacked != null) {
        unpacked.spend(got);
      }
      return got;
    } catch (IOException e) {
      String message = e.getMessage();
      failure = message == null ? "the stream broke off" : message;
      return -1;
    }
  }
}
