package dev.plimsoll.credentials.labels;

import java.util.List;

/**
 * An alphabet that passwords are drawn from.
 *
 * @param words what reports call its characters
 * @param characters the characters, in their usual order
 */
record Alphabet(String words, String characters) {
  private static final String DIGITS = "0123456789";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ";

  /** From small to large: the first that fits is taken. */
  private static final List<Alphabet> USUAL =
      List.of(
          new Alphabet("digits", DIGITS),
          new Alphabet("hex digits", DIGITS + "abcdef"),
          new Alphabet("hex digits", DIGITS + "ABCDEF"),
          new Alphabet("hex digits of either case", DIGITS + "abcdefABCDEF"),
          new Alphabet("small letters", LOWER),
          new Alphabet("capital letters", UPPER),
          new Alphabet("base32 characters", LOWER + "234567"),
          new Alphabet("base32 characters", UPPER + "234567"),
          new Alphabet("small letters and digits", DIGITS + LOWER),
          new Alphabet("capital letters and digits", DIGITS + UPPER),
          new Alphabet("letters", UPPER + LOWER),
          new Alphabet("letters and digits", DIGITS + UPPER + LOWER),
          new Alphabet("base64 characters", UPPER + LOWER + DIGITS + "+/"),
          new Alphabet("base64 characters", UPPER + LOWER + DIGITS + "-_"),
          new Alphabet("printable characters", DIGITS + UPPER + LOWER + MARKS));

  private static final List<Alphabet> ORDERS =
      List.of(
          new Alphabet("", LOWER + DIGITS),
          new Alphabet("", UPPER + DIGITS),
          new Alphabet("", LOWER + UPPER + DIGITS),
          new Alphabet("", DIGITS + LOWER + UPPER),
          new Alphabet("", UPPER + LOWER + DIGITS),
          new Alphabet("", LOWER + UPPER),
          new Alphabet("", "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
          new Alphabet("", "abcdefghjkmnpqrstuvwxyz23456789"),
          new Alphabet("", "23456789abcdefghjkmnpqrstuvwxyz"),
          new Alphabet("", "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"),
          new Alphabet("", "ABCDEFGHJKMNPQRSTVWXYZ"));

  /** Alphabets in the orders that encoders use them in. */
  static List<Alphabet> inUsualOrders() {
    return java.util.stream.Stream.concat(USUAL.stream(), ORDERS.stream()).toList();
  }

  /** How many characters it has. */
  int size() {
    return characters.length();
  }

  boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The smallest usual alphabet that holds all texts; all of Unicode's letters where none does. */
  static Alphabet of(String... texts) {
    for (Alphabet usual : USUAL) {
      boolean fits = true;
      for (String text : texts) {
        fits &= usual.holds(text);
      }
      if (fits) {
        return usual;
      }
    }
    StringBuilder all = new StringBuilder(DIGITS + UPPER + LOWER + MARKS);
    for (String text : texts) {
      text.codePoints()
          .filter(c -> all.indexOf(Character.toString(c)) < 0)
          .forEach(all::appendCodePoint);
    }
    return new Alphabet("characters", all.toString());
  }
}
