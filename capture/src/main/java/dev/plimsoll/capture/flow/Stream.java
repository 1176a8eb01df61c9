package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.recognise.Conversation.Bytes;
import java.util.Arrays;

/**
 * The beginning of one direction of a TCP connection, put together from its segments (RFC 9293
 * section 3.4).
 *
 * <p>Policy: the first copy of a byte wins, and a later one that differs is noted; bytes behind a
 * loss wait, and are shown behind the gap only when nothing more will come. At most {@value #MAX}
 * bytes and {@value #MAX_PARTS} separate parts are kept.
 */
final class Stream {
  static final int MAX = 32 << 10;
  private static final int MAX_PARTS = 16;
  private static final byte[] EMPTY = new byte[0];
  private static final int[] NO_PARTS = new int[0];

  private byte[] bytes = EMPTY;
  private int end;
  private int[] parts = NO_PARTS;
  private int partCount;
  private int freshAt;
  private boolean full;
  private boolean conflict;

  /** How many bytes there are from the first one without a gap. */
  int contiguous() {
    return end;
  }

  /** How much memory it takes. */
  int size() {
    return bytes.length;
  }

  /** Where the first new byte of the last segment with new bytes lies. */
  int freshAt() {
    return freshAt;
  }

  /** Whether it takes no more. */
  boolean isFull() {
    return full;
  }

  /** Whether the same place was sent twice with different bytes. */
  boolean hasConflict() {
    return conflict;
  }

  /**
   * Adds a segment.
   *
   * @param offset where its first byte belongs
   * @return how many of its bytes were new
   */
  int put(byte[] data, int from, int count, int offset) {
    int skip = offset < 0 ? Math.min(-offset, count) : 0;
    int at = offset + skip;
    int length = count - skip;
    if (offset < -(1 << 30) || length <= 0 || (length == 1 && at == end - 1)) {
      // Long past, nothing, or the one byte that keeps a connection alive.
      return 0;
    }
    if (at + (long) length >= MAX) {
      full = true;
      length = Math.max(0, MAX - at);
    }
    if (length == 0) {
      return 0;
    }
    return at == end && partCount == 0
        ? append(data, from + skip, length)
        : merge(data, from + skip, length, at);
  }

  private int append(byte[] data, int from, int length) {
    room(end + length);
    freshAt = end;
    System.arraycopy(data, from, bytes, end, length);
    end += length;
    return length;
  }

  private void room(int needed) {
    if (needed > bytes.length) {
      int wanted = bytes.length == 0 ? needed : Math.max(needed, bytes.length * 2);
      bytes = Arrays.copyOf(bytes, Math.min(MAX, wanted));
    }
  }

  private int merge(byte[] data, int from, int length, int at) {
    int stop = at + length;
    if (at > end && partCount >= MAX_PARTS) {
      full = true;
      return 0;
    }
    room(stop);
    int fresh = 0;
    int cursor = at;
    while (cursor < stop) {
      int known = Math.min(stop, knownUntil(cursor));
      if (known > cursor) {
        int other = from + cursor - at;
        conflict |= !Arrays.equals(bytes, cursor, known, data, other, other + known - cursor);
        cursor = known;
      } else {
        int gapEnd = Math.min(stop, nextKnown(cursor));
        System.arraycopy(data, from + cursor - at, bytes, cursor, gapEnd - cursor);
        freshAt = fresh == 0 ? cursor : freshAt;
        fresh += gapEnd - cursor;
        cursor = gapEnd;
      }
    }
    if (fresh > 0) {
      cover(at, stop);
    }
    return fresh;
  }

  /** Where the run of known bytes ends that holds this place; at most the place where none does. */
  private int knownUntil(int place) {
    if (place < end) {
      return end;
    }
    for (int i = 0; i < partCount; i++) {
      if (parts[2 * i] <= place && place < parts[2 * i + 1]) {
        return parts[2 * i + 1];
      }
    }
    return place;
  }

  private int nextKnown(int place) {
    int next = Integer.MAX_VALUE;
    for (int i = 0; i < partCount; i++) {
      if (parts[2 * i] > place) {
        next = Math.min(next, parts[2 * i]);
      }
    }
    return next;
  }

  /** Notes that a run is known, and joins it with those that it touches. */
  private void cover(int from, int to) {
    int start = from;
    int stop = to;
    int left = 0;
    for (int i = 0; i < partCount; i++) {
      int partFrom = parts[2 * i];
      int partTo = parts[2 * i + 1];
      if (partTo < start || partFrom > stop) {
        parts[2 * left] = partFrom;
        parts[2 * left + 1] = partTo;
        left++;
      } else {
        start = Math.min(start, partFrom);
        stop = Math.max(stop, partTo);
      }
    }
    partCount = left;
    if (start <= end) {
      end = Math.max(end, stop);
      return;
    }
    if (parts.length < 2 * (partCount + 1)) {
      parts = Arrays.copyOf(parts, Math.max(4, parts.length * 2));
    }
    int place = partCount;
    while (place > 0 && parts[2 * place - 2] > start) {
      parts[2 * place] = parts[2 * place - 2];
      parts[2 * place + 1] = parts[2 * place - 1];
      place--;
    }
    parts[2 * place] = start;
    parts[2 * place + 1] = stop;
    partCount++;
  }

  /** A copy of known bytes. */
  byte[] copy(int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** The bytes up to the first loss; with those behind it, moved up, where nothing will come. */
  Bytes view(boolean complete) {
    if (!complete || partCount == 0) {
      return end == 0 ? Bytes.NONE : new Bytes(bytes, end, end);
    }
    byte[] joined = Arrays.copyOf(bytes, bytes.length);
    int length = end;
    for (int i = 0; i < partCount; i++) {
      int count = parts[2 * i + 1] - parts[2 * i];
      System.arraycopy(bytes, parts[2 * i], joined, length, count);
      length += count;
    }
    return new Bytes(joined, length, end);
  }
}
