package dev.plimsoll.credentials.crypt;

/**
 * The traditional crypt: two characters of salt and eleven of hash. The first eight characters of
 * the password are a DES key (FIPS 46-3) with which a block of zeros is encrypted 25 times; the
 * salt swaps bits of the expansion.
 */
record DesCrypt(int salt, long hash) implements StoredHash {
  private static final int ROUNDS = 25;

  private static final int[] KEY_CHOICE_1 = {
    57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60,
        52, 44, 36,
    63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28,
        20, 12, 4
  };
  private static final int[] KEY_CHOICE_2 = {
    14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
    41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32
  };
  private static final int[] TURNS = {1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1};
  private static final int[] PERMUTATION = {
    16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10,
    2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25
  };
  private static final int[] LAST_PERMUTATION = {
    40, 8, 48, 16, 56, 24, 64, 32, 39, 7, 47, 15, 55, 23, 63, 31,
    38, 6, 46, 14, 54, 22, 62, 30, 37, 5, 45, 13, 53, 21, 61, 29,
    36, 4, 44, 12, 52, 20, 60, 28, 35, 3, 43, 11, 51, 19, 59, 27,
    34, 2, 42, 10, 50, 18, 58, 26, 33, 1, 41, 9, 49, 17, 57, 25
  };

  /** The substitution boxes, each followed by the permutation. */
  private static final int[][] SUBSTITUTION = new int[8][64];

  static {
    String[] rows = {
      "e4d12fb83a6c5907", "0f74e2d1a6cb9538", "41e8d62bfc973a50", "fc8249175b3ea06d",
      "f18e6b34972dc05a", "3d47f28ec01a69b5", "0e7ba4d158c6932f", "d8a13f42b67c05e9",
      "a09e63f51dc7b428", "d709346a285ecbf1", "d6498f30b12c5ae7", "1ad069874fe3b52c",
      "7de3069a1285bc4f", "d8b56f03472c1ae9", "a690cb7df13e5284", "3f06a1d8945bc72e",
      "2c417ab6853fd0e9", "eb2c47d150fa3986", "421bad78f9c5630e", "b8c71e2d6f09a453",
      "c1af92680d34e75b", "af427c9561de0b38", "9ef528c3704a1db6", "432c95fabe17608d",
      "4b2ef08d3c975a61", "d0b7491ae35c2f86", "14bdc37eaf680592", "6bd814a7950fe23c",
      "d2846fb1a93e50c7", "1fd8a374c56b0e92", "7b419ce206adf358", "21e74a8dfc90356b"
    };
    for (int box = 0; box < 8; box++) {
      for (int in = 0; in < 64; in++) {
        int row = (in >> 4 & 2) | (in & 1);
        int value = Character.digit(rows[4 * box + row].charAt(in >> 1 & 15), 16);
        SUBSTITUTION[box][in] = permuted(value << (28 - 4 * box));
      }
    }
  }

  private static int permuted(int value) {
    int out = 0;
    for (int i = 0; i < 32; i++) {
      out |= (value >>> (32 - PERMUTATION[i]) & 1) << (31 - i);
    }
    return out;
  }

  static DesCrypt read(String text) {
    int salt = Crypt64.value(text.charAt(0)) | Crypt64.value(text.charAt(1)) << 6;
    long hash = 0;
    for (int i = 2; i < 12; i++) {
      hash = hash << 6 | Crypt64.value(text.charAt(i));
    }
    int last = Crypt64.value(text.charAt(12));
    if ((last & 3) != 0) {
      throw new IllegalArgumentException("the last two bits are not zero");
    }
    return new DesCrypt(salt, hash << 4 | last >> 2);
  }

  @Override
  public String scheme() {
    return "descrypt";
  }

  @Override
  public long cost() {
    return 20;
  }

  @Override
  public boolean fits(byte[] password) {
    long key = 0;
    for (int i = 0; i < 8; i++) {
      int c = i < password.length ? password[i] : 0;
      key = key << 8 | (c & 0x7f) << 1;
      if (c == 0) {
        key <<= 8 * (7 - i);
        break;
      }
    }
    return encrypt(schedule(key)) == hash;
  }

  private static long choose(long from, int width, int[] places) {
    long out = 0;
    for (int place : places) {
      out = out << 1 | (from >>> (width - place) & 1);
    }
    return out;
  }

  /** Sixteen keys of 48 bits. */
  private static long[] schedule(long key) {
    long both = choose(key, 64, KEY_CHOICE_1);
    int left = (int) (both >>> 28);
    int right = (int) both & 0xfffffff;
    long[] keys = new long[16];
    for (int round = 0; round < 16; round++) {
      int by = TURNS[round];
      left = (left << by | left >>> (28 - by)) & 0xfffffff;
      right = (right << by | right >>> (28 - by)) & 0xfffffff;
      keys[round] = choose((long) left << 28 | right, 56, KEY_CHOICE_2);
    }
    return keys;
  }

  private long encrypt(long[] keys) {
    // Bit i of the salt swaps bits i and i + 24 of the expansion, counted from its first.
    int swaps = Integer.reverse(salt) >>> 8;
    int left = 0;
    int right = 0;
    for (int time = 0; time < ROUNDS; time++) {
      for (int round = 0; round < 16; round++) {
        int next = left ^ function(right, keys[round], swaps);
        left = right;
        right = next;
      }
      // The halves change places at the end; the permutations between two times cancel out.
      int held = left;
      left = right;
      right = held;
    }
    return choose((long) left << 32 | (right & 0xffffffffL), 64, LAST_PERMUTATION);
  }

  private static int function(int half, long key, int swaps) {
    long wide = expanded(half);
    int high = (int) (wide >>> 24);
    int low = (int) wide & 0xffffff;
    int swapped = (high ^ low) & swaps;
    high ^= swapped ^ (int) (key >>> 24);
    low ^= swapped ^ ((int) key & 0xffffff);
    return SUBSTITUTION[0][high >>> 18 & 63]
        ^ SUBSTITUTION[1][high >>> 12 & 63]
        ^ SUBSTITUTION[2][high >>> 6 & 63]
        ^ SUBSTITUTION[3][high & 63]
        ^ SUBSTITUTION[4][low >>> 18 & 63]
        ^ SUBSTITUTION[5][low >>> 12 & 63]
        ^ SUBSTITUTION[6][low >>> 6 & 63]
        ^ SUBSTITUTION[7][low & 63];
  }

  /** Eight groups of six bits, each four of the half with a neighbour at either side. */
  private static long expanded(int half) {
    int turned = Integer.rotateRight(half, 1);
    long out = 0;
    for (int group = 0; group < 8; group++) {
      out = out << 6 | Integer.rotateLeft(turned, 4 * group) >>> 26;
    }
    return out;
  }
}
