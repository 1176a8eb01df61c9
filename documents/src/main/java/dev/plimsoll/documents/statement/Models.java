package dev.plimsoll.documents.statement;

import dev.plimsoll.documents.text.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model that a sentence or its section speaks of: a name with letters and digits, such as
 * AD-2, or the first cell of a table row.
 */
final class Models {
  private static final int LONGEST = 60;

  private Models() {}

  static @Nullable String in(Passage passage, String sentence) {
    if (passage.type() == Passage.Type.ROW && sentence.contains("|")) {
      String cell = sentence.substring(0, sentence.indexOf('|')).strip();
      if (!cell.isEmpty() && cell.length() <= LONGEST) {
        return cell;
      }
    }
    String named = named(sentence);
    for (int i = passage.headings().size() - 1; i >= 0 && named == null; i--) {
      named = named(passage.headings().get(i));
    }
    return named;
  }

  private static @Nullable String named(String text) {
    for (String part : text.split("[\\s,;()\"|]+", 500)) {
      String word = trim(part);
      boolean digit = word.chars().anyMatch(Character::isDigit);
      boolean upper = word.chars().anyMatch(Character::isUpperCase);
      if (digit && upper && word.length() >= 2 && word.length() <= 24 && !isOrdinary(word)) {
        return word;
      }
    }
    return null;
  }

  /** Names of laws, standards and quarters have letters and digits too. */
  private static boolean isOrdinary(String word) {
    return word.startsWith("20")
        || (word.startsWith("Q") && word.length() == 2)
        || word.startsWith("EN")
        || word.startsWith("ISO")
        || word.startsWith("IEC")
        || word.startsWith("CVE")
        || word.startsWith("WPA")
        || word.startsWith("IPv")
        || word.startsWith("http")
        || word.contains("/")
        || word.contains("@");
  }

  private static String trim(String word) {
    int end = word.length();
    while (end > 0 && ".:!?".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
