package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 crypt and SHA-512 crypt (Ulrich Drepper, "Unix crypt using SHA-256 and SHA-512", 2007):
 * {@code $5$} or {@code $6$}, {@code rounds=N$} where it is not 5,000, up to 16 characters of salt,
 * hash.
 */
record ShaCrypt(boolean wide, int rounds, byte[] salt, String hash) implements StoredHash {
  private static final int USUAL_ROUNDS = 5000;
  private static final int LEAST_ROUNDS = 1000;
  private static final int MOST_ROUNDS = 999_999_999;
  private static final int SALT = 16;
  private static final int LONGEST = 256;
  private static final String NAMED_ROUNDS = "rounds=";

  static ShaCrypt read(String text) {
    boolean wide = text.startsWith("$6$");
    int from = 3;
    int rounds = USUAL_ROUNDS;
    if (text.startsWith(NAMED_ROUNDS, from)) {
      int end = text.indexOf('$', from);
      long named = Long.parseLong(text, from + NAMED_ROUNDS.length(), end, 10);
      rounds = (int) Math.clamp(named, (long) LEAST_ROUNDS, (long) MOST_ROUNDS);
      from = end + 1;
    }
    int end = text.indexOf('$', from);
    String hash = text.substring(end + 1);
    if (hash.length() != (wide ? 86 : 43) || !Crypt64.holds(hash)) {
      throw new IllegalArgumentException("hash of another length");
    }
    String salt = text.substring(from, Math.min(end, from + SALT));
    return new ShaCrypt(wide, rounds, salt.getBytes(StandardCharsets.UTF_8), hash);
  }

  @Override
  public String scheme() {
    return wide ? "sha512crypt" : "sha256crypt";
  }

  @Override
  public long cost() {
    return Math.max(1, rounds / (wide ? 4L : 10L));
  }

  @Override
  public boolean fits(byte[] password) {
    return password.length <= LONGEST && hashOf(password).equals(hash);
  }

  private String hashOf(byte[] password) {
    try {
      MessageDigest sha = MessageDigest.getInstance(wide ? "SHA-512" : "SHA-256");
      byte[] state = first(sha, password);
      byte[] keys = repeated(sha, password, password.length, password.length);
      byte[] salts = repeated(sha, salt, 16 + (state[0] & 0xff), salt.length);
      for (int round = 0; round < rounds; round++) {
        boolean odd = (round & 1) != 0;
        sha.update(odd ? keys : state);
        if (round % 3 != 0) {
          sha.update(salts);
        }
        if (round % 7 != 0) {
          sha.update(keys);
        }
        sha.update(odd ? state : keys);
        sha.digest(state, 0, state.length);
      }
      return wide ? wide(state) : narrow(state);
    } catch (NoSuchAlgorithmException | DigestException e) {
      throw new IllegalStateException("every Java has SHA-2", e);
    }
  }

  /** Steps 1 to 12 of the description. */
  private byte[] first(MessageDigest sha, byte[] password) {
    sha.update(password);
    sha.update(salt);
    byte[] other = sha.digest(password);
    sha.update(password);
    sha.update(salt);
    for (int left = password.length; left > 0; left -= other.length) {
      sha.update(other, 0, Math.min(other.length, left));
    }
    for (int bits = password.length; bits > 0; bits >>= 1) {
      sha.update((bits & 1) != 0 ? other : password);
    }
    return sha.digest();
  }

  /** Steps 13 to 20: the digest of a text written so many times, cut to a length. */
  private static byte[] repeated(MessageDigest sha, byte[] text, int times, int length) {
    for (int i = 0; i < times; i++) {
      sha.update(text);
    }
    byte[] digest = sha.digest();
    byte[] whole = new byte[length];
    for (int at = 0; at < length; at += digest.length) {
      System.arraycopy(digest, 0, whole, at, Math.min(digest.length, length - at));
    }
    return whole;
  }

  /** Three bytes, each a third of the digest apart, in turning order. */
  private static void group(StringBuilder text, byte[] d, int a, int b, int c) {
    Crypt64.append(text, (d[a] & 0xff) << 16 | (d[b] & 0xff) << 8 | (d[c] & 0xff), 4);
  }

  private static String narrow(byte[] d) {
    StringBuilder text = new StringBuilder(43);
    for (int i = 0; i < 10; i++) {
      int[] three = turned(i, 10, -i);
      group(text, d, three[0], three[1], three[2]);
    }
    Crypt64.append(text, (d[31] & 0xff) << 8 | (d[30] & 0xff), 3);
    return text.toString();
  }

  private static String wide(byte[] d) {
    StringBuilder text = new StringBuilder(86);
    for (int i = 0; i < 21; i++) {
      int[] three = turned(i, 21, i);
      group(text, d, three[0], three[1], three[2]);
    }
    Crypt64.append(text, d[63] & 0xff, 2);
    return text.toString();
  }

  private static int[] turned(int i, int third, int turn) {
    int[] three = {i, i + third, i + 2 * third};
    int by = Math.floorMod(turn, 3);
    return new int[] {three[by], three[(by + 1) % 3], three[(by + 2) % 3]};
  }
}
