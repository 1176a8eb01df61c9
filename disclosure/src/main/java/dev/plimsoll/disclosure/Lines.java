package dev.plimsoll.disclosure;

/** The lines of an unsigned security.txt, by the grammar of RFC 9116, section 4. */
final class Lines {
  private final String text;
  private final Rules rules;
  private final Fields fields;

  /** Whether the line before was a field that may go on in this line (RFC 5322, section 2.2.3). */
  private boolean mayFold;

  Lines(String text, Rules rules, Fields fields) {
    this.text = text;
    this.rules = rules;
    this.fields = fields;
  }

  /**
   * Reads all lines.
   *
   * @param first number of the first line, from 1
   * @param bom whether a byte order mark stood before the first line and spoils its name
   */
  void read(int first, boolean bom) {
    int line = first;
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : feed;
      if (feed < 0) {
        rules.add("E-eol-missing", line);
      }
      boolean carriage = feed > from && text.charAt(feed - 1) == '\r';
      int last = carriage ? end - 1 : end;
      int stop = last;
      while (stop > from && isBlank(text.charAt(stop - 1))) {
        stop--;
      }
      if (text.indexOf('\r', from) >= 0 && text.substring(from, stop).indexOf('\r') >= 0) {
        rules.add("E-eol-missing", line);
      }
      mayFold =
          line(text.substring(from, stop), stop < last, line, bom && line == first) && carriage;
      from = end + 1;
      line++;
    }
  }

  /** Reads one line without blanks at its end; says whether it is a field that may be folded. */
  private boolean line(String line, boolean blankAfter, int number, boolean spoiled) {
    if (line.isEmpty()) {
      return false;
    }
    char start = line.charAt(0);
    if (start == '#') {
      if (hasControl(line)) {
        rules.add("E-line-syntax", number);
      }
      return false;
    }
    if (!isBlank(start)) {
      return field(line, blankAfter, number, !spoiled);
    }
    if (mayFold) {
      return true;
    }
    rules.add("E-line-syntax", number);
    String bare = line.strip();
    if (!bare.isEmpty() && bare.charAt(0) != '#' && bare.indexOf(':') > 0) {
      field(bare, blankAfter, number, false);
    }
    return false;
  }

  private boolean field(String line, boolean blankAfter, int number, boolean framed) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      rules.add(colon == 0 ? "E-name-empty" : "E-line-syntax", number);
      return false;
    }
    boolean sound = framed;
    int end = colon;
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    if (end < colon) {
      rules.add("E-ws-before-colon", number);
      sound = false;
    }
    String name = line.substring(0, end);
    if (!isName(name)) {
      rules.add("E-line-syntax", number);
      return false;
    }
    boolean bare = colon + 1 == line.length();
    if (bare ? !blankAfter : line.charAt(colon + 1) != ' ') {
      rules.add("E-no-space", number);
      return !fields.take(name, line.substring(colon + 1).strip(), number, false);
    }
    return !fields.take(name, bare ? "" : line.substring(colon + 2), number, sound);
  }

  /** A field name is printable US-ASCII without blank and colon (RFC 5322, section 3.6.8). */
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean hasControl(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\r') || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
