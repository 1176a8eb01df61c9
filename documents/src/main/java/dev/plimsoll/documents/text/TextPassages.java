package dev.plimsoll.documents.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Passages of plain text and Markdown: every paragraph, parted from the next by a blank line, is
 * exactly one passage, numbered from 0. Headings and list items are told by their marks and shape.
 */
final class TextPassages {
  private static final int LONGEST_HEADING = 12;

  private TextPassages() {}

  static List<Passage> of(String text) {
    Outline outline = new Outline();
    StringBuilder paragraph = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        flush(paragraph, outline);
      } else {
        String stripped = line.strip();
        boolean item = isItem(stripped);
        if (!paragraph.isEmpty()) {
          paragraph.append(item ? '\n' : ' ');
        }
        paragraph.append(stripped);
      }
    }
    flush(paragraph, outline);
    return outline.passages();
  }

  private static void flush(StringBuilder paragraph, Outline outline) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = paragraph.toString();
    paragraph.setLength(0);
    int level = markdownLevel(text);
    if (level > 0) {
      outline.heading(level, Fold.spaces(text.substring(level)));
    } else if (isBold(text)) {
      outline.heading(6, Fold.spaces(text.substring(2, text.length() - 2)));
    } else if (isItem(text)) {
      outline.item(Fold.spaces(text));
    } else if (looksLikeHeading(text)) {
      outline.heading(6, Fold.spaces(text));
    } else {
      outline.text(Fold.spaces(text));
    }
  }

  private static int markdownLevel(String text) {
    int level = 0;
    while (level < text.length() && text.charAt(level) == '#') {
      level++;
    }
    return level <= 6 && level < text.length() && text.charAt(level) == ' ' ? level : 0;
  }

  private static boolean isBold(String text) {
    return text.length() > 5
        && text.length() < 120
        && text.startsWith("**")
        && text.endsWith("**")
        && text.indexOf("**", 2) == text.length() - 2;
  }

  private static boolean isItem(String line) {
    if (line.isEmpty()) {
      return false;
    }
    char first = line.charAt(0);
    return (first == '-' || first == '*' || first == '+' || first == '\u2022' || first == '\u00B7')
        && line.length() > 1
        && line.charAt(1) == ' ';
  }

  private static boolean looksLikeHeading(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (text.indexOf('\n') >= 0 || last == '.' || last == ';' || last == ',' || last == ':') {
      return false;
    }
    List<String> words = new ArrayList<>(Words.of(text));
    return !words.isEmpty()
        && words.size() <= LONGEST_HEADING
        && text.length() < 100
        && !Character.isLowerCase(text.codePointAt(0));
  }
}
