package dev.plimsoll.documents.text;

/** Counts syllables by spelling. */
final class Syllables {
  private Syllables() {}

  /**
   * Syllables of a word of lower-case letters; at least one. Unknown languages count as English.
   */
  static int of(String word, String language) {
    return language.equals("en") ? English.syllables(word) : groups(word, language);
  }

  /** Runs of vowels, with the pairs that one run holds two of in the language. */
  private static int groups(String word, String language) {
    String vowels = "aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûýÿąęėįųū";
    int count = 0;
    for (int i = 0; i < word.length(); i++) {
      boolean vowel = vowels.indexOf(word.charAt(i)) >= 0;
      if (vowel && (i == 0 || !joins(word.charAt(i - 1), word.charAt(i), vowels, language))) {
        count++;
      }
    }
    return Math.max(1, count);
  }

  private static boolean joins(char before, char here, String vowels, String language) {
    if (vowels.indexOf(before) < 0) {
      return false;
    }
    if (!language.equals("de")) {
      return true;
    }
    String pair = "" + before + here;
    return switch (pair) {
      case "ei", "ai", "au", "äu", "eu", "ie", "ee", "aa", "oo", "ey", "ay", "ui" -> true;
      default -> false;
    };
  }
}
