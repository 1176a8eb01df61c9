package dev.plimsoll.credentials.crypt;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt (Provos and Mazieres, 1999): {@code $2b$}, two digits of cost, 22 characters of salt, 31
 * of hash, in an alphabet of its own.
 *
 * @param rounds binary logarithm of the rounds, 4 to 31
 */
record Bcrypt(int rounds, String text) implements StoredHash {
  private static final int LENGTH = 60;
  private static final int PREFIX = 7;
  private static final int MICROS_AT_FOUR = 1000;

  static Bcrypt read(String text) {
    int rounds = Integer.parseInt(text, 4, 6, 10);
    if (text.length() != LENGTH
        || text.charAt(PREFIX - 1) != '$'
        || !Crypt64.holds(text.substring(PREFIX))
        || rounds < 4
        || rounds > 31) {
      throw new IllegalArgumentException("no bcrypt");
    }
    return new Bcrypt(rounds, text);
  }

  @Override
  public String scheme() {
    return "bcrypt";
  }

  @Override
  public long cost() {
    return (long) MICROS_AT_FOUR << (rounds - 4);
  }

  @Override
  public boolean fits(byte[] password) {
    try {
      return OpenBSDBCrypt.checkPassword(text, password);
    } catch (IllegalArgumentException e) {
      // The last characters hold bits that no hash has.
      return false;
    }
  }
}
