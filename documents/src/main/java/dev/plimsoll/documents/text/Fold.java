package dev.plimsoll.documents.text;

/** Folds white space. */
final class Fold {
  private Fold() {}

  /** Runs of white space become one space, line breaks are kept as one line break. */
  static String spaces(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    char pending = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        pending = '\n';
      } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
        pending = pending == 0 ? ' ' : pending;
      } else {
        if (pending != 0 && !folded.isEmpty()) {
          folded.append(pending);
        }
        pending = 0;
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
