package dev.plimsoll.components.versions;

/** Runs of digits as numbers of any length. */
final class Digits {
  private Digits() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** Whether a text is digits alone, and at least one. */
  static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
  }

  /** Where the run of digits that begins here ends. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Compares two runs of digits, either of which may be empty and is 0 then. */
  static int compare(String one, String other) {
    String first = withoutZeros(one);
    String second = withoutZeros(other);
    int order = Integer.compare(first.length(), second.length());
    return order != 0 ? order : Integer.signum(first.compareTo(second));
  }

  private static String withoutZeros(String digits) {
    int at = 0;
    while (at < digits.length() && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }
}
