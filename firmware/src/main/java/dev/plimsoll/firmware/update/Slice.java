package dev.plimsoll.firmware.update;

import dev.plimsoll.model.Place;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A run of bytes of a mapped artefact that knows where it lies. Every read is checked: one that
 * leaves the slice throws {@link Malformed} with the place. Copies are bounded by {@link
 * #MAX_COPY}; digests stream.
 */
final class Slice {
  /** Most bytes that are copied to the heap at once. */
  static final int MAX_COPY = 32 << 20;

  private static final int BUFFER = 64 << 10;
  private static final ValueLayout.OfShort LE16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort BE16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt LE32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt BE32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LE64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong BE64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment segment;
  private final String file;
  private final @Nullable String inside;
  private final long origin;
  private final Map<String, byte[]> digests = new HashMap<>();

  private Slice(MemorySegment segment, String file, @Nullable String inside, long origin) {
    this.segment = segment;
    this.file = file;
    this.inside = inside;
    this.origin = origin;
  }

  /** A whole artefact. */
  static Slice of(MemorySegment segment, String file) {
    return new Slice(segment, file, null, 0);
  }

  /** Bytes that were unpacked from inside an artefact. */
  static Slice of(byte[] bytes, String file, @Nullable String inside) {
    return new Slice(MemorySegment.ofArray(bytes), file, inside, 0);
  }

  /** Bytes that were unpacked from this slice, under a name of their own. */
  Slice unpacked(byte[] bytes, String name) {
    return of(bytes, file, named(name));
  }

  /** The same bytes under the name they have inside this archive. */
  Slice member(long offset, long length, String name) {
    Slice part = at(offset, length);
    return new Slice(part.segment, file, named(name), 0);
  }

  private String named(String name) {
    return inside == null ? name : inside + " > " + name;
  }

  long size() {
    return segment.byteSize();
  }

  String file() {
    return file;
  }

  /** The artefact or member as a whole. */
  Place whole() {
    return new Place(file, inside, Place.Unit.WHOLE, 0, 0);
  }

  /** The place of an offset in this slice. */
  Place place(long offset) {
    long at = origin + Math.max(0, offset);
    return new Place(file, inside, Place.Unit.OFFSET, at, at);
  }

  Malformed malformed(long offset, String what) {
    return new Malformed(place(offset), what);
  }

  /** A part, by offset and length. */
  Slice at(long offset, long length) {
    need(offset, length);
    return new Slice(segment.asSlice(offset, length), file, inside, origin + offset);
  }

  /** Everything from an offset on. */
  Slice from(long offset) {
    return at(offset, size() - Math.min(offset, size()));
  }

  private void need(long offset, long length) {
    if (offset < 0 || length < 0 || offset > size() - length) {
      throw malformed(
          Math.clamp(offset, 0, size()),
          "ends within a field: " + length + " bytes wanted, " + (size() - offset) + " are there");
    }
  }

  int u8(long offset) {
    need(offset, 1);
    return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
  }

  int u16le(long offset) {
    need(offset, 2);
    return segment.get(LE16, offset) & 0xffff;
  }

  int u16be(long offset) {
    need(offset, 2);
    return segment.get(BE16, offset) & 0xffff;
  }

  long u32le(long offset) {
    need(offset, 4);
    return segment.get(LE32, offset) & 0xffffffffL;
  }

  long u32be(long offset) {
    need(offset, 4);
    return segment.get(BE32, offset) & 0xffffffffL;
  }

  /**
   * A 64-bit length or offset; one above 2^63 comes out negative and is refused where it is used.
   */
  long i64le(long offset) {
    need(offset, 8);
    return segment.get(LE64, offset);
  }

  long i64be(long offset) {
    need(offset, 8);
    return segment.get(BE64, offset);
  }

  byte[] bytes() {
    return bytes(0, size());
  }

  byte[] bytes(long offset, long length) {
    need(offset, length);
    if (length > MAX_COPY) {
      throw malformed(offset, "has a part of " + length + " bytes where a small one belongs");
    }
    return segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /** The bytes as text, one char a byte for what is not ASCII. */
  String text(long offset, long length) {
    return new String(bytes(offset, length), StandardCharsets.ISO_8859_1);
  }

  String text() {
    return text(0, size());
  }

  /** Text up to the first NUL within a fixed field. */
  String field(long offset, int length) {
    String text = text(offset, length);
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  boolean has(long offset, byte[] pattern) {
    return offset >= 0
        && offset <= size() - pattern.length
        && Arrays.equals(bytes(offset, pattern.length), pattern);
  }

  boolean has(long offset, String ascii) {
    return has(offset, ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Offset of the last place where the pattern stands; -1 where it does not. */
  long lastIndexOf(byte[] pattern) {
    for (long at = size() - pattern.length; at >= 0; at--) {
      if (segment.get(ValueLayout.JAVA_BYTE, at) == pattern[0] && has(at, pattern)) {
        return at;
      }
    }
    return -1;
  }

  boolean isFilledWith(int value) {
    for (long at = 0; at < size(); at++) {
      if ((segment.get(ValueLayout.JAVA_BYTE, at) & 0xff) != value) {
        return false;
      }
    }
    return true;
  }

  /** Hands the bytes on in pieces: array and count, always from index 0. */
  void feed(BiConsumer<byte[], Integer> sink) {
    byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, size()))];
    for (long at = 0; at < size(); ) {
      int count = (int) Math.min(buffer.length, size() - at);
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, buffer, 0, count);
      sink.accept(buffer, count);
      at += count;
    }
  }

  /** The digest by a Java name, such as SHA-256; counted once and kept. */
  byte[] digest(String algorithm) {
    return digests
        .computeIfAbsent(
            algorithm,
            name -> {
              MessageDigest digest = Hashes.newDigest(name);
              feed((bytes, count) -> digest.update(bytes, 0, count));
              return digest.digest();
            })
        .clone();
  }

  boolean hasDigest(String algorithm, byte[] wanted) {
    return MessageDigest.isEqual(digest(algorithm), wanted);
  }

  long crc32() {
    CRC32 crc = new CRC32();
    feed((bytes, count) -> crc.update(bytes, 0, count));
    return crc.getValue();
  }

  InputStream stream() {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at < size() ? u8(at++) : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int count = (int) Math.min(length, size() - at);
        if (count <= 0) {
          return length == 0 ? 0 : -1;
        }
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, target, offset, count);
        at += count;
        return count;
      }
    };
  }
}
