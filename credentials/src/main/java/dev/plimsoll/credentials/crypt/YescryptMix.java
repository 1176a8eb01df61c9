package dev.plimsoll.credentials.crypt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/** The memory-hard middle of yescrypt: SMix with pwxform, in 32-bit words in their plain order. */
final class YescryptMix {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BOX_LONGS = 512;
  private static final int BOX_ROWS = 96;
  private static final int MASK = 255 * 16;
  private static final int ROUNDS = 6;
  private static final int LANES = 4;

  private final int rows;
  private final int r;
  private final int p;
  private final int words;
  private final long all;
  private final long writing;
  private final int[] memory;

  /**
   * @param rows N
   * @param r block size in 128 bytes
   * @param p lanes, one after the other
   * @param time t
   */
  YescryptMix(int rows, int r, int p, int time) {
    this.rows = rows;
    this.r = r;
    this.p = p;
    this.words = 32 * r;
    long loops = rows / p;
    loops = time > 1 ? loops * (time - 1) : ((time == 1 ? 2 * loops : loops) + 2) / 3;
    this.all = even(loops);
    this.writing = even(loops / p);
    this.memory = new int[Math.multiplyExact(words, rows)];
  }

  private static long even(long count) {
    return count + 1 & ~1L;
  }

  /**
   * Mixes the block in place.
   *
   * @param key what becomes of the last 64 bytes of the first lane, before it is mixed
   * @return that
   */
  byte[] mix(byte[] block, UnaryOperator<byte[]> key) {
    int chunk = rows / p & ~1;
    byte[] changed = new byte[0];
    int[][] lanes = new int[p][words];
    Boxes[] boxes = new Boxes[p];
    for (int lane = 0; lane < p; lane++) {
      int[] x = lanes[lane];
      for (int i = 0; i < words; i++) {
        x[i] = (int) WORD.get(block, 4 * (lane * words + i));
      }
      boxes[lane] = boxes(x);
      if (lane == 0) {
        changed = key.apply(bytes(x, words - 16, 16));
      }
      int from = lane * chunk;
      int count = lane < p - 1 ? chunk : rows - from;
      fill(x, from, count, boxes[lane]);
      look(x, from, Integer.highestOneBit(count), writing, true, boxes[lane]);
    }
    for (int lane = 0; lane < p; lane++) {
      look(lanes[lane], 0, rows, all - writing, false, boxes[lane]);
      for (int i = 0; i < words; i++) {
        WORD.set(block, 4 * (lane * words + i), lanes[lane][i]);
      }
    }
    return changed;
  }

  private static byte[] bytes(int[] from, int at, int count) {
    byte[] out = new byte[4 * count];
    for (int i = 0; i < count; i++) {
      WORD.set(out, 4 * i, from[at + i]);
    }
    return out;
  }

  /** SMix1: fills a part of the memory. */
  private void fill(int[] x, int from, int count, Boxes boxes) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(x, 0, memory, (from + i) * words, words);
      if (i > 1) {
        int low = Integer.highestOneBit(i);
        int j = (x[words - 16] & low - 1) + i - low;
        xor(x, 0, memory, (from + j) * words, words);
      }
      blockMix(x, boxes);
    }
  }

  /** SMix2: looks rows up, and writes them back where asked to. */
  private void look(int[] x, int from, int count, long loops, boolean write, Boxes boxes) {
    for (long i = 0; i < loops; i++) {
      int j = from + (x[words - 16] & count - 1);
      xor(x, 0, memory, j * words, words);
      if (write) {
        System.arraycopy(x, 0, memory, j * words, words);
      }
      blockMix(x, boxes);
    }
  }

  private static void xor(int[] to, int at, int[] from, int fromAt, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] ^= from[fromAt + i];
    }
  }

  /** The substitution boxes of a lane, filled by classic SMix1 over its first 128 bytes. */
  private Boxes boxes(int[] x) {
    int[] first = java.util.Arrays.copyOf(x, 32);
    long[] filled = new long[3 * BOX_LONGS];
    int[] y = new int[32];
    for (int row = 0; row < BOX_ROWS; row++) {
      // pwxform reads its boxes in the order in which vector code keeps a block.
      for (int i = 0; i < 16; i++) {
        int low = first[place(2 * i)];
        int high = first[place(2 * i + 1)];
        filled[16 * row + i] = (long) high << 32 | (low & 0xffffffffL);
      }
      classic(first, y);
    }
    System.arraycopy(first, 0, x, 0, 32);
    return new Boxes(filled);
  }

  /** Where the word stands that vector code keeps at this index. */
  private static int place(int index) {
    return (index & ~15) + (index & 15) * 5 % 16;
  }

  /** BlockMix of scrypt with r = 1 and Salsa20/8. */
  private static void classic(int[] x, int[] y) {
    for (int i = 0; i < 16; i++) {
      y[i] = x[16 + i] ^ x[i];
    }
    salsa(y, 0, 8);
    for (int i = 0; i < 16; i++) {
      y[16 + i] = y[i] ^ x[16 + i];
    }
    salsa(y, 16, 8);
    System.arraycopy(y, 0, x, 0, 32);
  }

  /** One lane's boxes: three of 256 pairs, which change places after each pwxform. */
  private static final class Boxes {
    private final long[] filled;
    private int s2;
    private int s1 = BOX_LONGS;
    private int s0 = 2 * BOX_LONGS;
    private int write;

    Boxes(long[] filled) {
      this.filled = filled;
    }

    private void turn() {
      int last = s2;
      s2 = s1;
      s1 = s0;
      s0 = last;
      write &= BOX_LONGS - 1;
    }
  }

  private final long[] lanes = new long[2 * LANES];

  /** BlockMix with pwxform: the state runs through all 64-byte pieces, Salsa20/2 ends it. */
  private void blockMix(int[] x, Boxes boxes) {
    int pieces = 2 * r;
    load((pieces - 1) * 16, x);
    for (int i = 0; i < pieces; i++) {
      int at = 16 * i;
      for (int k = 0; k < 2 * LANES; k++) {
        lanes[k] ^= word(x, at, k);
      }
      transform(boxes);
      for (int k = 0; k < 2 * LANES; k++) {
        x[at + place(2 * k)] = (int) lanes[k];
        x[at + place(2 * k + 1)] = (int) (lanes[k] >>> 32);
      }
    }
    salsa(x, (pieces - 1) * 16, 2);
  }

  private void load(int at, int[] x) {
    for (int k = 0; k < 2 * LANES; k++) {
      lanes[k] = word(x, at, k);
    }
  }

  private static long word(int[] x, int at, int k) {
    return (long) x[at + place(2 * k + 1)] << 32 | (x[at + place(2 * k)] & 0xffffffffL);
  }

  /** pwxform over four lanes of two 64-bit numbers. */
  private void transform(Boxes boxes) {
    long[] s = boxes.filled;
    int write = boxes.write;
    for (int round = 0; round < ROUNDS; round++) {
      for (int lane = 0; lane < LANES; lane++) {
        long first = lanes[2 * lane];
        int p0 = boxes.s0 + (((int) first & MASK) >>> 3);
        int p1 = boxes.s1 + (((int) (first >>> 32) & MASK) >>> 3);
        for (int k = 0; k < 2; k++) {
          long v = lanes[2 * lane + k];
          v = ((v >>> 32) * (v & 0xffffffffL) + s[p0 + k]) ^ s[p1 + k];
          lanes[2 * lane + k] = v;
          if (round != 0 && round != ROUNDS - 1) {
            s[boxes.s2 + write++] = v;
          }
        }
      }
    }
    boxes.write = write;
    boxes.turn();
  }

  /** The Salsa20 core (Bernstein, 2005) added to its input. */
  private static void salsa(int[] b, int at, int rounds) {
    int[] x = new int[16];
    System.arraycopy(b, at, x, 0, 16);
    for (int i = 0; i < rounds; i += 2) {
      quarter(x, 0, 4, 8, 12);
      quarter(x, 5, 9, 13, 1);
      quarter(x, 10, 14, 2, 6);
      quarter(x, 15, 3, 7, 11);
      quarter(x, 0, 1, 2, 3);
      quarter(x, 5, 6, 7, 4);
      quarter(x, 10, 11, 8, 9);
      quarter(x, 15, 12, 13, 14);
    }
    for (int i = 0; i < 16; i++) {
      b[at + i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
