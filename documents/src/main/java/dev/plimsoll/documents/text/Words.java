package dev.plimsoll.documents.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into lower-case words. Hyphens part words ({@code opt-out} is two, but {@code e-mail}
 * is {@code email}), apostrophes vanish ({@code don't} is {@code dont}), a possessive s is dropped.
 * Every character of Chinese, Japanese and similar scripts is a word of its own.
 */
public final class Words {
  private static final int LONGEST = 48;

  private Words() {}

  /** The words of a text, in order. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>(text.length() / 6 + 4);
    StringBuilder word = new StringBuilder();
    int n = text.length();
    for (int i = 0; i < n; ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (Character.isIdeographic(c) || isKana(c)) {
        flush(word, words);
        words.add(Character.toString(c));
      } else if (Character.isLetterOrDigit(c) || isMark(c)) {
        word.appendCodePoint(Character.toLowerCase(c));
      } else if (isApostrophe(c) && !word.isEmpty() && i + width < n) {
        i += width;
        if (isPossessive(text, i)) {
          i++;
        }
        continue;
      } else if (c != 0xAD && c != 0x200B) {
        flush(word, words);
      }
      i += width;
    }
    flush(word, words);
    return words;
  }

  private static boolean isPossessive(String text, int i) {
    char c = text.charAt(i);
    return (c == 's' || c == 'S')
        && (i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0xB4;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.isEmpty()) {
      return;
    }
    String text = word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString();
    int last = words.size() - 1;
    if (text.equals("mail") && last >= 0 && words.get(last).equals("e")) {
      words.set(last, "email");
    } else if (text.equals("mails") && last >= 0 && words.get(last).equals("e")) {
      words.set(last, "emails");
    } else {
      words.add(text);
    }
    word.setLength(0);
  }
}
