package dev.plimsoll.credentials.labels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A public function that generators send identifiers through: a digest, a checksum or a pseudo
 * random sequence started with them.
 *
 * @param words its name
 * @param usual whether it is worth trying on every form
 * @param function bytes in, bytes out
 */
record Scramble(String words, boolean usual, UnaryOperator<byte[]> function) {
  private static final int DRAWS = 40;

  /** All that are tried, the most usual first. */
  static List<Scramble> all() {
    List<Scramble> all = new ArrayList<>();
    for (String name : new String[] {"MD5", "SHA-1", "SHA-256"}) {
      all.add(new Scramble(name, true, bytes -> digest(name, bytes)));
    }
    all.add(new Scramble("as it is", false, bytes -> bytes));
    for (String name : new String[] {"SHA-512", "SHA-224", "SHA-384", "SHA3-256"}) {
      all.add(new Scramble(name, false, bytes -> digest(name, bytes)));
    }
    for (String name : new String[] {"MD5", "SHA-1", "SHA-256"}) {
      all.add(new Scramble(name + " twice", false, bytes -> digest(name, digest(name, bytes))));
      all.add(
          new Scramble(
              name + " of the hex of it",
              false,
              bytes -> digest(name, hex(digest(name, bytes), false))));
      all.add(
          new Scramble(
              name + " of the capital hex of it",
              false,
              bytes -> digest(name, hex(digest(name, bytes), true))));
    }
    all.add(new Scramble("CRC-32", false, bytes -> checksum(new CRC32(), bytes)));
    all.add(new Scramble("CRC-32C", false, bytes -> checksum(new CRC32C(), bytes)));
    all.add(new Scramble("Adler-32", false, bytes -> checksum(new Adler32(), bytes)));
    all.add(new Scramble("FNV-1a 32", false, bytes -> four(fnv32(bytes))));
    all.add(new Scramble("FNV-1a 64", false, bytes -> eight(fnv64(bytes))));
    all.add(new Scramble("times 33", false, bytes -> four(times(bytes, 5381, 33))));
    all.add(new Scramble("times 31", false, bytes -> four(times(bytes, 0, 31))));
    all.add(new Scramble("times 65599", false, bytes -> four(times(bytes, 0, 65599))));
    return all;
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  private static byte[] hex(byte[] bytes, boolean capital) {
    String text = HexFormat.of().formatHex(bytes);
    return (capital ? text.toUpperCase(Locale.ROOT) : text).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] checksum(Checksum sum, byte[] bytes) {
    sum.update(bytes);
    return four((int) sum.getValue());
  }

  private static byte[] four(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] eight(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  private static int fnv32(byte[] bytes) {
    int hash = 0x811c9dc5;
    for (byte each : bytes) {
      hash = (hash ^ (each & 0xff)) * 0x01000193;
    }
    return hash;
  }

  private static long fnv64(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : bytes) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  private static int times(byte[] bytes, int start, int factor) {
    int hash = start;
    for (byte each : bytes) {
      hash = hash * factor + (each & 0xff);
    }
    return hash;
  }

  /** Sequences of library generators, started with the last four bytes as a number. */
  static List<Sequence> sequences() {
    return List.of(
        new Sequence(
            "java.util.Random",
            seed -> {
              java.util.Random random = new java.util.Random(seed);
              return random.ints(DRAWS).map(draw -> draw >>> 1).toArray();
            }),
        new Sequence(
            "the C library of Microsoft", seed -> linear(seed, 214013, 2531011, 16, 0x7fff)),
        new Sequence(
            "the portable rand of the C standard",
            seed -> linear(seed, 1103515245, 12345, 16, 0x7fff)),
        new Sequence(
            "the simple rand of glibc", seed -> linear(seed, 1103515245, 12345, 0, 0x7fffffff)),
        new Sequence("rand of glibc", Scramble::glibc),
        new Sequence("the minimal standard generator", Scramble::minimal));
  }

  private static int[] linear(long seed, int factor, int add, int shift, int mask) {
    int[] draws = new int[DRAWS];
    int state = (int) seed;
    for (int i = 0; i < DRAWS; i++) {
      state = state * factor + add;
      draws[i] = state >>> shift & mask;
    }
    return draws;
  }

  private static int[] minimal(long seed) {
    int[] draws = new int[DRAWS];
    long state = Math.floorMod(seed, 2147483647L);
    for (int i = 0; i < DRAWS; i++) {
      state = (state == 0 ? 1 : state) * 16807 % 2147483647;
      draws[i] = (int) state;
    }
    return draws;
  }

  /** The additive feedback generator of glibc's random(), type 3. */
  private static int[] glibc(long seed) {
    int[] state = new int[344 + DRAWS];
    state[0] = (int) seed == 0 ? 1 : (int) seed;
    for (int i = 1; i < 31; i++) {
      state[i] = (int) Math.floorMod(16807L * state[i - 1], 2147483647L);
    }
    for (int i = 31; i < 34; i++) {
      state[i] = state[i - 31];
    }
    int[] draws = new int[DRAWS];
    for (int i = 34; i < state.length; i++) {
      state[i] = state[i - 31] + state[i - 3];
      if (i >= 344) {
        draws[i - 344] = state[i] >>> 1;
      }
    }
    return draws;
  }

  /**
   * A pseudo random sequence.
   *
   * @param words whose it is
   * @param draws its first draws for a seed, none negative
   */
  record Sequence(String words, java.util.function.LongFunction<int[]> draws) {}

  /** The first bytes as a number. */
  static long front(byte[] bytes, int width, ByteOrder order) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (bytes[order == ByteOrder.BIG_ENDIAN ? i : width - 1 - i] & 0xff);
    }
    return value;
  }
}
