package dev.plimsoll.credentials.labels;

import dev.plimsoll.credentials.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many passwords the generator of a lot can make at most, as far as its units show: an upper
 * bound that is generous to the product.
 *
 * <p>Each part is taken at the smaller of two bounds: what the characters that were seen allow, and
 * what repetitions allow. A bound from a sample is taken at a chance of one in ten thousand.
 *
 * @param bits binary logarithm of half that number: what an attacker needs on average
 * @param words how the passwords are made, as far as it shows
 */
record Pool(double bits, String words) {
  private static final double RARE = 1e-4;
  private static final double LIKELY = 0.05;
  private static final int LONGEST = 256;

  /** The bound for a lot. */
  static Pool of(Lot lot) {
    int length = Lot.lengthOf(lot.passwords());
    Pool byPlace =
        length > 0 && length <= LONGEST ? byPlace(lot.passwords(), length) : byLength(lot);
    Pool byWords = byWords(lot);
    return byWords != null && byWords.bits < byPlace.bits ? byWords : byPlace;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static Pool byLength(Lot lot) {
    int longest = 0;
    for (String core : lot.cores()) {
      longest = Math.max(longest, core.length());
    }
    int size = size(String.join("", lot.cores()), lot.alphabet().size());
    return new Pool(longest * log2(size) - 1, "up to " + longest + " " + lot.alphabet().words());
  }

  /** Place by place, for passwords of one length. */
  private static Pool byPlace(String[] passwords, int length) {
    boolean[] fixed = fixed(passwords, length);
    StringBuilder open = new StringBuilder();
    int places = 0;
    for (int place = 0; place < length; place++) {
      for (String password : passwords) {
        if (!fixed[place]) {
          open.append(password.charAt(place));
        }
      }
      places += fixed[place] ? 0 : 1;
    }
    Alphabet alphabet = Alphabet.of(open.toString());
    int whole = size(open.toString(), alphabet.size());
    double bits = -1;
    for (int place = 0; place < length; place++) {
      if (!fixed[place]) {
        bits += log2(Math.min(whole, placeSize(passwords, place, whole, length)));
      }
    }
    String words = places + " " + alphabet.words();
    return new Pool(Math.max(0, bits), places == length ? words : words + " beside what all share");
  }

  /**
   * Places that hold the same character in all units, where that is no accident: a run of k such
   * places has the chance of alphabet size to the minus k x (units - 1).
   */
  private static boolean[] fixed(String[] passwords, int length) {
    boolean[] fixed = new boolean[length];
    for (int from = 0; from < length; from++) {
      int to = from;
      double chance = 0;
      while (to < length && Lot.distinct(passwords, to) == 1) {
        int size = Character.isLetterOrDigit(passwords[0].charAt(to)) ? 10 : 60;
        chance -= (passwords.length - 1) * Math.log10(size);
        to++;
      }
      for (int place = from; place < to; place++) {
        fixed[place] = chance <= -3;
      }
      from = Math.max(from, to - 1);
    }
    return fixed;
  }

  /** The alphabet size that the characters of a whole sample allow. */
  private static int size(String sample, int usual) {
    int seen = (int) sample.chars().distinct().count();
    return largest(seen, sample.length(), usual, RARE);
  }

  /** The size of the alphabet at one place: a class of characters, or what was seen there. */
  private static int placeSize(String[] passwords, int place, int whole, int length) {
    String sample = column(passwords, place);
    int n = sample.length();
    int size = largest(Lot.distinct(passwords, place), n, whole, RARE / length);
    for (String each :
        List.of(
            "aeiouAEIOU",
            "0123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      boolean within = sample.chars().allMatch(c -> each.indexOf(c) >= 0);
      int held = each.length() == 10 && each.charAt(0) == 'a' ? 5 : each.length();
      if (within
          && held < whole
          && n * Math.log10((double) held / whole) < Math.log10(RARE / length)) {
        size = Math.min(size, held);
      }
    }
    return size;
  }

  private static String column(String[] passwords, int place) {
    StringBuilder sample = new StringBuilder();
    for (String password : passwords) {
      sample.append(password.charAt(place));
    }
    return sample.toString();
  }

  /**
   * The largest alphabet from which {@code drawn} characters would show no more than {@code seen}
   * different ones with at least this chance. Union bound over the choice of characters.
   */
  static int largest(int seen, int drawn, int usual, double chance) {
    int size = usual;
    while (size > seen) {
      double log = drawn * Math.log((double) seen / size);
      for (int i = 0; i < seen; i++) {
        log += Math.log((double) (size - i) / (i + 1));
      }
      if (log >= Math.log(chance)) {
        return size;
      }
      size--;
    }
    return Math.max(1, size);
  }

  /** Words, digits and separators in the same order in all units. */
  private static @org.jspecify.annotations.Nullable Pool byWords(Lot lot) {
    List<List<String>> split = new ArrayList<>();
    String shape = null;
    for (String password : lot.passwords()) {
      List<String> tokens = Tokens.split(password);
      String here = Tokens.shape(tokens);
      if (here == null || (shape != null && !shape.equals(here))) {
        return null;
      }
      shape = here;
      split.add(tokens);
    }
    if (shape == null || shape.indexOf('w') < 0) {
      return null;
    }
    double bits = -1;
    StringBuilder words = new StringBuilder();
    for (int place = 0; place < shape.length(); place++) {
      int at = place;
      List<String> column = split.stream().map(tokens -> tokens.get(at)).toList();
      Part part = part(shape.charAt(place), column);
      bits += part.bits;
      words.append(words.isEmpty() || part.words.isEmpty() ? "" : ", ").append(part.words);
    }
    return new Pool(Math.max(0, bits), words.toString());
  }

  private record Part(double bits, String words) {}

  private static Part part(char kind, List<String> column) {
    Set<String> different = new HashSet<>(column);
    if (different.size() == 1 && column.size() > 2) {
      return new Part(0, "");
    }
    int longest = column.stream().mapToInt(String::length).max().orElse(0);
    double bits =
        switch (kind) {
          case 'w' -> wordBits(column, longest);
          case 'd' -> longest * log2(10);
          default -> longest * log2(32);
        };
    double repeated = repeatBound(column);
    String words =
        switch (kind) {
          case 'w' -> repeated < bits ? "a word out of a few" : "a word";
          case 'd' -> longest + (longest == 1 ? " digit" : " digits");
          default -> "";
        };
    return new Part(Math.min(bits, repeated), words);
  }

  private static double wordBits(List<String> column, int longest) {
    long known =
        column.stream()
            .filter(word -> WordLists.words().contains(word.toLowerCase(Locale.ROOT)))
            .count();
    if (known * 2 < column.size() || known < 2) {
      return longest * log2(26);
    }
    // Where half of the words are known ones, the list is taken twice as long.
    return Math.min(
        longest * log2(26), log2(WordLists.words().size() * (double) column.size() / known));
  }

  /**
   * Bits of a pool in which the repetitions seen are as many as chance gives one time in twenty:
   * pairs that agree follow a Poisson law with the mean n (n - 1) / 2M.
   */
  private static double repeatBound(List<String> column) {
    Map<String, Integer> counts = new HashMap<>();
    column.forEach(token -> counts.merge(token.toLowerCase(Locale.ROOT), 1, Integer::sum));
    int repeats = column.size() - counts.size();
    if (repeats == 0) {
      return Double.MAX_VALUE;
    }
    double mean = 0.01;
    while (atLeast(repeats, mean) < LIKELY) {
      mean *= 1.05;
    }
    double n = column.size();
    return Math.max(0, log2(n * (n - 1) / 2 / mean));
  }

  private static double atLeast(int count, double mean) {
    double term = Math.exp(-mean);
    double below = 0;
    for (int i = 0; i < count; i++) {
      below += term;
      term *= mean / (i + 1);
    }
    return 1 - below;
  }
}
