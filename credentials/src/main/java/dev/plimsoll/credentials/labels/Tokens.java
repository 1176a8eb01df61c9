package dev.plimsoll.credentials.labels;

import dev.plimsoll.credentials.WordLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A password cut into words, numbers and separators. */
final class Tokens {
  private static final int LONGEST = 64;
  private static final int LEAST_WORD = 3;

  private Tokens() {}

  /**
   * Runs of letters, digits and other characters; a run of letters is cut at capitals, and into
   * words where it is made of known ones.
   */
  static List<String> split(String password) {
    List<String> tokens = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= password.length(); i++) {
      if (i == password.length()
          || kind(password.charAt(i)) != kind(password.charAt(i - 1))
          || capital(password, i)) {
        String run = password.substring(from, i);
        if (kind(run.charAt(0)) == 'w') {
          tokens.addAll(words(run));
        } else {
          tokens.add(run);
        }
        from = i;
      }
    }
    return tokens;
  }

  private static boolean capital(String text, int i) {
    return Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
  }

  private static char kind(char c) {
    return Character.isLetter(c) ? 'w' : c >= '0' && c <= '9' ? 'd' : 's';
  }

  /** The kinds of the tokens in order; null where words are too short to be words. */
  static @Nullable String shape(List<String> tokens) {
    StringBuilder shape = new StringBuilder();
    for (String token : tokens) {
      char kind = kind(token.charAt(0));
      if (kind == 'w' && token.length() < LEAST_WORD) {
        return null;
      }
      shape.append(kind);
    }
    return shape.toString();
  }

  /** The fewest known words that make up the run; the run itself where there are none. */
  private static List<String> words(String run) {
    Set<String> known = WordLists.words();
    String text = run.toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST || known.contains(text)) {
      return List.of(run);
    }
    int[] fewest = new int[text.length() + 1];
    int[] start = new int[text.length() + 1];
    Arrays.fill(fewest, 1, fewest.length, 1000);
    for (int end = LEAST_WORD; end <= text.length(); end++) {
      for (int from = 0; from <= end - LEAST_WORD; from++) {
        if (fewest[from] + 1 < fewest[end] && known.contains(text.substring(from, end))) {
          fewest[end] = fewest[from] + 1;
          start[end] = from;
        }
      }
    }
    if (fewest[text.length()] >= 1000) {
      return List.of(run);
    }
    List<String> words = new ArrayList<>();
    for (int end = text.length(); end > 0; end = start[end]) {
      words.addFirst(run.substring(start[end], end));
    }
    return words;
  }
}
