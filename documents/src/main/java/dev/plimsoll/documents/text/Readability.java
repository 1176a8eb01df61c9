package dev.plimsoll.documents.text;

import java.util.List;

/**
 * How hard a text is to read, by the formula of its language.
 *
 * <p>English: Flesch reading ease (1948) and Flesch-Kincaid grade (1975). German: Amstad's ease
 * (1978) and the first Wiener Sachtextformel (Bamberger and Vanecek, 1984). French: Kandel and
 * Moles (1958). Spanish: Szigriszt-Pazos (1993). Italian: Flesch-Vacca (1972). Dutch: Douma (1960).
 * Counting by spelling makes the ease uncertain by about three points.
 *
 * @param ease 0 (hard) to 100 (easy), may lie beyond both; NaN where the language has no formula
 * @param grade years of schooling; NaN where the language has no formula
 * @param words words counted
 * @param sentences sentences counted
 * @param syllables syllables counted; 0 where they are not counted
 */
public record Readability(double ease, double grade, int words, int sentences, int syllables) {
  private static final int LONG_WORD = 7;
  private static final int MANY_SYLLABLES = 3;

  /** Reads the sentences of a text in this language. Headings and lists of links are left out. */
  public static Readability of(List<String> sentences, String language) {
    int words = 0;
    int syllables = 0;
    int many = 0;
    int longer = 0;
    int single = 0;
    int counted = 0;
    for (String sentence : sentences) {
      int here = 0;
      for (String word : Words.of(sentence)) {
        if (!Character.isLetter(word.codePointAt(0))) {
          here++;
          syllables += Math.max(1, word.length() / 2);
          continue;
        }
        int n = Syllables.of(word, language);
        here++;
        syllables += n;
        many += n >= MANY_SYLLABLES ? 1 : 0;
        single += n == 1 ? 1 : 0;
        longer += word.length() >= LONG_WORD ? 1 : 0;
      }
      words += here;
      counted += here > 0 ? 1 : 0;
    }
    if (words == 0 || counted == 0) {
      return new Readability(Double.NaN, Double.NaN, words, counted, 0);
    }
    double length = (double) words / counted;
    double perWord = (double) syllables / words;
    double share = 100.0 / words;
    double ease =
        switch (language) {
          case "en" -> 206.835 - 1.015 * length - 84.6 * perWord;
          case "de" -> 180 - length - 58.5 * perWord;
          case "fr" -> 207 - 1.015 * length - 73.6 * perWord;
          case "es" -> 206.835 - length - 62.3 * perWord;
          case "it" -> 217 - 1.3 * length - 60 * perWord;
          case "nl" -> 206.835 - 0.93 * length - 77 * perWord;
          default -> Double.NaN;
        };
    double grade =
        switch (language) {
          case "en" -> 0.39 * length + 11.8 * perWord - 15.59;
          case "de" ->
              0.1935 * many * share
                  + 0.1672 * length
                  + 0.1297 * longer * share
                  - 0.0327 * single * share
                  - 0.875;
          default -> Double.NaN;
        };
    boolean formula = !Double.isNaN(ease);
    return new Readability(ease, grade, words, counted, formula ? syllables : 0);
  }
}
