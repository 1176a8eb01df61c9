package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * MD5 crypt (Poul-Henning Kamp, 1994): {@code $1$} or {@code $apr1$}, up to eight characters of
 * salt, 22 of hash. A thousand rounds of MD5.
 */
record Md5Crypt(String magic, byte[] salt, String hash) implements StoredHash {
  private static final int ROUNDS = 1000;
  private static final int SALT = 8;
  private static final int LONGEST = 256;

  static Md5Crypt read(String text) {
    String magic = text.startsWith("$1$") ? "$1$" : "$apr1$";
    int end = text.indexOf('$', magic.length());
    String salt = text.substring(magic.length(), end);
    String hash = text.substring(end + 1);
    if (hash.length() != 22 || !Crypt64.holds(hash)) {
      throw new IllegalArgumentException("not 22 characters");
    }
    byte[] bytes =
        salt.substring(0, Math.min(SALT, salt.length())).getBytes(StandardCharsets.UTF_8);
    return new Md5Crypt(magic, bytes, hash);
  }

  @Override
  public String scheme() {
    return magic.equals("$1$") ? "md5crypt" : "apr1";
  }

  @Override
  public long cost() {
    return 150;
  }

  @Override
  public boolean fits(byte[] password) {
    return password.length <= LONGEST && encode(digest(password)).equals(hash);
  }

  private byte[] digest(byte[] password) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      byte[] state = first(md5, password);
      // The message of a round depends on three bits of its number: eight layouts, made once.
      byte[][] layouts = new byte[8][];
      int[] places = new int[8];
      for (int kind = 0; kind < 8; kind++) {
        layouts[kind] = layout(password, kind);
        places[kind] = (kind & 1) == 0 ? 0 : layouts[kind].length - 16;
      }
      for (int round = 0; round < ROUNDS; round++) {
        int kind = (round & 1) | (round % 3 != 0 ? 2 : 0) | (round % 7 != 0 ? 4 : 0);
        byte[] message = layouts[kind];
        System.arraycopy(state, 0, message, places[kind], 16);
        md5.update(message, 0, message.length);
        md5.digest(state, 0, 16);
      }
      return state;
    } catch (NoSuchAlgorithmException | DigestException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private byte[] first(MessageDigest md5, byte[] password) {
    md5.update(password);
    md5.update(salt);
    byte[] other = md5.digest(password);
    md5.update(password);
    md5.update(magic.getBytes(StandardCharsets.US_ASCII));
    md5.update(salt);
    for (int left = password.length; left > 0; left -= 16) {
      md5.update(other, 0, Math.min(16, left));
    }
    for (int bits = password.length; bits > 0; bits >>= 1) {
      md5.update((bits & 1) != 0 ? 0 : password[0]);
    }
    return md5.digest();
  }

  /**
   * One round's message with room for the state: at its end in odd rounds, at its front in even.
   */
  private byte[] layout(byte[] password, int kind) {
    boolean odd = (kind & 1) != 0;
    int salts = (kind & 2) != 0 ? salt.length : 0;
    int seconds = (kind & 4) != 0 ? password.length : 0;
    byte[] message = new byte[16 + password.length + salts + seconds];
    int at = odd ? 0 : 16;
    if (odd) {
      System.arraycopy(password, 0, message, at, password.length);
      at += password.length;
    }
    System.arraycopy(salt, 0, message, at, salts);
    at += salts;
    System.arraycopy(password, 0, message, at, seconds);
    at += seconds;
    if (!odd) {
      System.arraycopy(password, 0, message, at, password.length);
    }
    return message;
  }

  private static String encode(byte[] d) {
    StringBuilder text = new StringBuilder(22);
    for (int i = 0; i < 5; i++) {
      int last = i == 4 ? 5 : i + 12;
      Crypt64.append(text, (d[i] & 0xff) << 16 | (d[i + 6] & 0xff) << 8 | (d[last] & 0xff), 4);
    }
    Crypt64.append(text, d[11] & 0xff, 2);
    return text.toString();
  }
}
