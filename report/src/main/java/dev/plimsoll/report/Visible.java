package dev.plimsoll.report;

/** Makes characters that would act on a terminal or a page, rather than be read, visible. */
final class Visible {
  private Visible() {}

  /**
   * The text on one line: line ends and tabs become a space, other control characters, direction
   * overrides and invisible marks become {@code ‹U+202E›}, halves of a surrogate pair U+FFFD.
   */
  static String line(String text) {
    int first = firstHidden(text);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    int at = first;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      append(out, point);
    }
    return out.toString();
  }

  private static int firstHidden(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (hidden(point)) {
        return at;
      }
      at += Character.charCount(point);
    }
    return -1;
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      out.append(' ');
    } else if (surrogate(point)) {
      out.append('\uFFFD');
    } else if (hidden(point)) {
      out.append("‹U+").append(String.format("%04X", point)).append('›');
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Whether a character acts on the text around it, or cannot be seen at all. */
  static boolean hidden(int point) {
    if (point < 0x20 || (point >= 0x7f && point < 0xa0)) {
      return true;
    }
    if (point < 0x61c) {
      return point == 0xad;
    }
    return point == 0x61c // Arabic letter mark
        || point == 0x180e
        || point == 0x200b
        || point == 0x200e
        || point == 0x200f
        || (point >= 0x2028 && point <= 0x202e) // line ends, embeddings, overrides
        || (point >= 0x2060 && point <= 0x206f) // word joiner, isolates, deprecated
        || point == 0xfeff
        || (point >= 0xfff9 && point <= 0xfffb)
        || (point >= 0xe0000 && point <= 0xe007f) // tags
        || noncharacter(point)
        || surrogate(point);
  }

  private static boolean noncharacter(int point) {
    return (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
  }

  private static boolean surrogate(int point) {
    return point >= 0xd800 && point <= 0xdfff;
  }
}
