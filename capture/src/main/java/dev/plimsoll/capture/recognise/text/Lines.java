package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Octets;

/** Looks at bytes as lines of ASCII. */
final class Lines {
  private static final int LONGEST = 2048;

  private Lines() {}

  /**
   * Offset of the end of the line that begins at an offset, without its CR; -1 where it is open.
   */
  static int end(Octets octets, int from) {
    int end = octets.indexOf('\n', from, from + LONGEST);
    return end > from && octets.u8(end - 1) == '\r' ? end - 1 : end;
  }

  /** Offset of the line after the one at an offset; -1 where there is none. */
  static int next(Octets octets, int from) {
    int end = octets.indexOf('\n', from, from + LONGEST);
    return end < 0 || end + 1 >= octets.length() ? -1 : end + 1;
  }

  /** Whether a line begins with one of these words, without regard to case; lower case. */
  static boolean anyBegins(Octets octets, int mostLines, String... words) {
    int at = 0;
    for (int i = 0; i < mostLines && at >= 0; i++) {
      for (String word : words) {
        if (octets.atFolded(at, word)) {
          return true;
        }
      }
      at = next(octets, at);
    }
    return false;
  }

  /** The value of a header in a message of header lines; empty where it is not there. */
  static String header(Octets octets, String lower) {
    int at = next(octets, 0);
    while (at > 0 && octets.u8(at) != '\r' && octets.u8(at) != '\n') {
      if (octets.atFolded(at, lower) && octets.u8(at + lower.length()) == ':') {
        int end = end(octets, at);
        int from = at + lower.length() + 1;
        return octets.text(from, (end < 0 ? octets.length() : end) - from).strip();
      }
      at = next(octets, at);
    }
    return "";
  }

  /** Whether three digits and a space or dash stand at the start, as in a reply. */
  static boolean reply(Octets octets, char first) {
    return octets.u8(0) == first
        && digit(octets.u8(1))
        && digit(octets.u8(2))
        && (octets.u8(3) == ' ' || octets.u8(3) == '-');
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
