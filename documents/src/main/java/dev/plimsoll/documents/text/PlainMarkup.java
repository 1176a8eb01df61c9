package dev.plimsoll.documents.text;

/**
 * Takes Markdown marks out of a text: links become their words, addresses behind them vanish, and
 * emphasis, back-slashes and table bars go.
 */
public final class PlainMarkup {
  private PlainMarkup() {}

  /** The text without marks. */
  public static String strip(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c == ']' && i + 1 < n && text.charAt(i + 1) == '(') {
        int end = text.indexOf(')', i);
        i = end < 0 ? i + 1 : end;
      } else if ("*_`\\|[]#~<>".indexOf(c) >= 0) {
        plain.append(c == '|' ? " " : "");
      } else {
        plain.append(c);
      }
    }
    return Fold.spaces(plain.toString());
  }
}
