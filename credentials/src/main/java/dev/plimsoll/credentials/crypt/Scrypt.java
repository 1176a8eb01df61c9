package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (RFC 7914) as crypt(5) writes it: {@code $7$}, one character for the logarithm of N, five
 * each for r and p, the salt as text, {@code $}, 43 characters of hash.
 */
record Scrypt(int logN, int r, int p, byte[] salt, byte[] hash) implements StoredHash {
  private static final long MOST_BYTES = 256L << 20;

  static Scrypt read(String text) {
    int end = text.lastIndexOf('$');
    int logN = Crypt64.value(text.charAt(3));
    int r = number(text, 4);
    int p = number(text, 9);
    byte[] hash = Crypt64.decode(text.substring(end + 1));
    if (logN < 1 || logN > 24 || r < 1 || p < 1 || hash.length != 32 || end < 14) {
      throw new IllegalArgumentException("no scrypt");
    }
    if (((128L * r) << logN) > MOST_BYTES || (long) r * p >= 1 << 20 || logN >= 16 * r) {
      throw new IllegalArgumentException("wants more memory than is given");
    }
    return new Scrypt(logN, r, p, text.substring(14, end).getBytes(StandardCharsets.UTF_8), hash);
  }

  private static int number(String text, int at) {
    int number = 0;
    for (int i = 0; i < 5; i++) {
      int value = Crypt64.value(text.charAt(at + i));
      if (value < 0) {
        throw new IllegalArgumentException("not one of the 64 characters");
      }
      number |= value << (6 * i);
    }
    return number;
  }

  @Override
  public String scheme() {
    return "scrypt";
  }

  @Override
  public long cost() {
    return Math.max(1, (((long) r * p) << logN) / 2);
  }

  @Override
  public boolean fits(byte[] password) {
    return Arrays.equals(SCrypt.generate(password, salt, 1 << logN, r, p, 32), hash);
  }
}
