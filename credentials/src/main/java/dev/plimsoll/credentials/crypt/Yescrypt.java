package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * yescrypt (Alexander Peslyak, "yescrypt - scalable KDF and password hashing scheme", version 1.1),
 * the default of Debian and others: {@code $y$}, flavour, N and r, optionally p and t, {@code $},
 * salt, {@code $}, 43 characters of hash.
 *
 * <p>Read is the flavour that crypt(3) writes (read-write, six rounds, four lanes of two, 12 KiB of
 * substitution boxes), without a ROM and without upgrades of the hash.
 */
record Yescrypt(int n, int r, int p, int t, byte[] salt, byte[] hash) implements StoredHash {
  /** YESCRYPT_RW_DEFAULTS as it is written in a hash: 2 + (0xB6 - 2) / 4. */
  private static final int FLAVOUR = 47;

  private static final long MOST_BYTES = 256L << 20;

  static Yescrypt read(String text) {
    Numbers numbers = new Numbers(text, 3);
    if (numbers.next(0) != FLAVOUR) {
      throw new IllegalArgumentException("another flavour");
    }
    int logN = numbers.next(1);
    int r = numbers.next(1);
    int p = 1;
    int t = 0;
    if (text.charAt(numbers.at) != '$') {
      int have = numbers.next(1);
      p = (have & 1) != 0 ? numbers.next(2) : 1;
      t = (have & 2) != 0 ? numbers.next(1) : 0;
      if (have > 3) {
        throw new IllegalArgumentException("with a ROM or upgrades");
      }
    }
    int from = numbers.at + 1;
    int end = text.indexOf('$', from);
    byte[] hash = Crypt64.decode(text.substring(end + 1));
    if (text.charAt(from - 1) != '$'
        || hash.length != 32
        || logN < 2
        || logN > 22
        || r < 1
        || p < 1) {
      throw new IllegalArgumentException("no yescrypt");
    }
    if ((128L * r) << logN > MOST_BYTES
        || 128L * r * p > MOST_BYTES
        || (1 << logN) / p < 4
        || t > 64) {
      throw new IllegalArgumentException("wants more memory or time than is given");
    }
    return new Yescrypt(1 << logN, r, p, t, Crypt64.decode(text.substring(from, end)), hash);
  }

  /** Numbers in the variable-length form of yescrypt: the first character says how many follow. */
  private static final class Numbers {
    private final String text;
    private int at;

    Numbers(String text, int at) {
      this.text = text;
      this.at = at;
    }

    int next(int least) {
      int value = Crypt64.value(text.charAt(at++));
      int start = 0;
      int end = 47;
      int more = 0;
      int number = least;
      while (value > end) {
        number += (end + 1 - start) << (6 * more);
        start = end + 1;
        end = start + (62 - end) / 2;
        more++;
      }
      number += (value - start) << (6 * more);
      while (more-- > 0) {
        int low = Crypt64.value(text.charAt(at++));
        if (low < 0 || value < 0) {
          throw new IllegalArgumentException("not one of the 64 characters");
        }
        number += low << (6 * more);
      }
      if (value < 0 || number < 0) {
        throw new IllegalArgumentException("no number");
      }
      return number;
    }
  }

  @Override
  public String scheme() {
    return "yescrypt";
  }

  @Override
  public long cost() {
    return Math.max(1, (long) n * r * (t + 1) / 2);
  }

  @Override
  public boolean fits(byte[] password) {
    byte[] key = password;
    if (n / p >= 0x100 && (long) (n / p) * r >= 0x20000) {
      key = derive(key, n >> 6, 0, "yescrypt-prehash");
      return Arrays.equals(clientKey(derive(key, n, t, "yescrypt")), hash);
    }
    return Arrays.equals(clientKey(derive(key, n, t, "yescrypt")), hash);
  }

  private static byte[] clientKey(byte[] derived) {
    byte[] client = hmac(derived, "Client Key".getBytes(StandardCharsets.US_ASCII));
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(client);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] derive(byte[] password, int rows, int time, String domain) {
    byte[] key = hmac(domain.getBytes(StandardCharsets.US_ASCII), password);
    byte[] block = pbkdf2(key, salt, 128 * r * p);
    byte[] first = Arrays.copyOf(block, 32);
    byte[] changed = new YescryptMix(rows, r, p, time).mix(block, last -> hmac(last, first));
    return pbkdf2(changed, block, 32);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** PBKDF2 with HMAC-SHA-256 and one iteration (RFC 8018, section 5.2). */
  private static byte[] pbkdf2(byte[] key, byte[] salt, int length) {
    byte[] out = new byte[length];
    byte[] message = Arrays.copyOf(salt, salt.length + 4);
    for (int at = 0, block = 1; at < length; at += 32, block++) {
      for (int i = 0; i < 4; i++) {
        message[salt.length + i] = (byte) (block >>> (24 - 8 * i));
      }
      System.arraycopy(hmac(key, message), 0, out, at, Math.min(32, length - at));
    }
    return out;
  }
}
