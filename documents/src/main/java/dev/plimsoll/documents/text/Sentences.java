package dev.plimsoll.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a passage into sentences: at a full stop, question or exclamation mark that white space and
 * no lower-case letter follows, at line breaks, and at the marks of Chinese and Japanese.
 * Abbreviations, initials and numbers do not end a sentence.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "etc", "inc", "ltd", "co", "corp", "llc", "mr", "mrs", "ms", "dr", "no",
          "nr", "st", "vs", "art", "sec", "para", "u.s", "u.k", "e.u", "approx", "incl", "z.b",
          "d.h", "u.a", "bzw", "ggf", "abs", "vgl", "ca", "gem", "lit", "p.ex", "cf", "p.ej", "sr",
          "sra", "ecc", "bijv", "evt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
          "sep", "oct", "nov", "dec", "a.m", "p.m", "tel", "fig", "dept", "ext");
  private static final int SHORTEST = 2;

  private Sentences() {}

  /** The sentences, in order, none blank. */
  public static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    int start = 0;
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || isFullWidthStop(c) || (isStop(c) && endsHere(text, start, i));
      if (end) {
        int stop = i + 1;
        while (stop < n && isCloser(text.charAt(stop))) {
          stop++;
        }
        add(found, text, start, stop);
        start = stop;
        i = stop - 1;
      }
    }
    add(found, text, start, n);
    return found;
  }

  private static void add(List<String> found, String text, int start, int end) {
    String sentence = text.substring(start, end).strip();
    if (sentence.length() >= SHORTEST) {
      found.add(sentence);
    }
  }

  private static boolean endsHere(String text, int start, int stop) {
    int next = stop + 1;
    int n = text.length();
    while (next < n && isCloser(text.charAt(next))) {
      next++;
    }
    if (next >= n) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    while (next < n && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < n && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    return text.charAt(stop) != '.' || !isAbbreviation(text, start, stop);
  }

  private static boolean isAbbreviation(String text, int start, int stop) {
    int begin = stop;
    while (begin > start
        && (Character.isLetterOrDigit(text.charAt(begin - 1)) || text.charAt(begin - 1) == '.')) {
      begin--;
    }
    String word = text.substring(begin, stop).toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
    boolean listNumber =
        begin == start && word.length() <= 3 && word.chars().allMatch(Character::isDigit);
    return initial || listNumber || ABBREVIATIONS.contains(word);
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u061F' || c == '\u06D4';
  }

  private static boolean isFullWidthStop(char c) {
    return c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
  }

  private static boolean isCloser(char c) {
    return c == '"'
        || c == ')'
        || c == ']'
        || c == '\''
        || c == '\u201D'
        || c == '\u2019'
        || c == '\u00BB';
  }
}
