package dev.plimsoll.credentials.crypt;

/** The 64 characters that crypt(3) writes bits with: {@code ./0-9A-Za-z}, six bits each. */
final class Crypt64 {
  private static final String CHARACTERS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Crypt64() {}

  /** The value of a character, 0 to 63; -1 where it is none of them. */
  static int value(char c) {
    return CHARACTERS.indexOf(c);
  }

  static boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes the low bits of a number, lowest six first. */
  static void append(StringBuilder to, int number, int characters) {
    for (int i = 0; i < characters; i++) {
      to.append(CHARACTERS.charAt(number >>> (6 * i) & 63));
    }
  }

  /** Writes bytes in groups of three, each group a number with its first byte lowest. */
  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; at += 3) {
      int number = 0;
      int count = Math.min(3, bytes.length - at);
      for (int i = 0; i < count; i++) {
        number |= (bytes[at + i] & 0xff) << (8 * i);
      }
      append(text, number, count + 1);
    }
    return text.toString();
  }

  /**
   * The bytes that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException where the text cannot have come from it
   */
  static byte[] decode(String text) {
    if (text.length() % 4 == 1) {
      throw new IllegalArgumentException("not whole bytes");
    }
    byte[] bytes = new byte[text.length() * 3 / 4];
    int at = 0;
    for (int i = 0; i < text.length(); i += 4) {
      int number = 0;
      int count = Math.min(4, text.length() - i);
      for (int k = 0; k < count; k++) {
        int value = value(text.charAt(i + k));
        if (value < 0) {
          throw new IllegalArgumentException("not one of the 64 characters");
        }
        number |= value << (6 * k);
      }
      for (int k = 0; k < count - 1; k++) {
        bytes[at++] = (byte) (number >>> (8 * k));
      }
    }
    return bytes;
  }
}
