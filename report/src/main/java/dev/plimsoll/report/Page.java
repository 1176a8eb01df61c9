package dev.plimsoll.report;

/** Text for a terminal in the making: wrapped at a width, with hidden characters made visible. */
final class Page {
  private static final int NARROWEST = 30;
  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final boolean colour;

  /**
   * An empty page.
   *
   * @param width columns; at least 30 are used
   * @param colour whether colour sequences are written
   */
  Page(int width, boolean colour) {
    this.width = Math.max(width, NARROWEST);
    this.colour = colour;
  }

  int width() {
    return width;
  }

  /** An empty line. */
  Page gap() {
    out.append('\n');
    return this;
  }

  /** A heading, with an empty line before and after. */
  Page heading(String text) {
    gap();
    out.append(styled("1", Visible.line(text))).append('\n');
    return gap();
  }

  /** A paragraph, every line of it behind the indent. */
  Page paragraph(int indent, String text) {
    return hanging(" ".repeat(indent), indent, indent, text);
  }

  /** A paragraph whose first line begins with a lead that is as wide as the indent. */
  Page hanging(String lead, int indent, String text) {
    return hanging(lead, indent, indent, text);
  }

  /**
   * A paragraph whose first line begins with a lead.
   *
   * @param lead what stands before the first line, made by this program: it is not changed
   * @param columns columns that the lead takes
   * @param indent columns before the other lines
   */
  Page hanging(String lead, int columns, int indent, String text) {
    int room = Math.max(width, indent + NARROWEST / 2);
    int column = columns;
    out.append(lead);
    boolean first = true;
    for (String word : Visible.line(text).split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      int wide = columns(word);
      if (!first && column + 1 + wide > room) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (!first) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += wide;
      first = false;
    }
    out.append('\n');
    return this;
  }

  /** A line as it is. The caller has made hidden characters visible. */
  Page raw(String line) {
    out.append(line).append('\n');
    return this;
  }

  /** The text between colour sequences, where colour is on. */
  String styled(String parameters, String text) {
    return colour ? "\u001b[" + parameters + "m" + text + "\u001b[0m" : text;
  }

  /** The text with spaces after it, up to a number of columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }

  /** The text with spaces before it, up to a number of columns. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - columns(text))) + text;
  }

  /** The text cut at its end to a number of columns, with a sign that it was cut. */
  static String cut(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (used + columns(point) > columns) {
        break;
      }
      used += columns(point);
      kept.appendCodePoint(point);
      at += Character.charCount(point);
    }
    return kept.append('…').toString();
  }

  /** Columns that a terminal gives to the text. */
  static int columns(String text) {
    return text.codePoints().map(Page::columns).sum();
  }

  private static int columns(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115f)
            || (point >= 0x2e80 && point <= 0xa4cf)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe6f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd);
    return wide ? 2 : 1;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
