package dev.plimsoll.documents.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of words that patterns speak of, each known by a number. Filled once, then read only.
 */
final class Vocabulary {
  /** Shortest start of a word that {@code start*} may name. */
  private static final int SHORTEST_START = 2;

  private final Map<String, Integer> features = new HashMap<>();
  private final Map<String, List<Integer>> words = new HashMap<>();
  private final Map<String, List<Integer>> starts = new HashMap<>();

  /** The number of a set of words, {@code one|other|start*}. */
  int feature(String set) {
    Integer known = features.get(set);
    if (known != null) {
      return known;
    }
    int number = features.size();
    features.put(set, number);
    for (String each : set.split("[| ]+")) {
      if (each.equals("#")) {
        words.computeIfAbsent("#", _ -> new ArrayList<>()).add(number);
      } else if (each.endsWith("*") && each.length() > SHORTEST_START) {
        starts
            .computeIfAbsent(each.substring(0, each.length() - 1), _ -> new ArrayList<>())
            .add(number);
      } else {
        words.computeIfAbsent(each, _ -> new ArrayList<>()).add(number);
      }
    }
    return number;
  }

  /** How many sets there are. */
  int size() {
    return features.size();
  }

  /** The sets that a word belongs to, as bits. {@code #} stands for any number. */
  long[] marks(String word) {
    long[] bits = new long[(size() + 63) >>> 6];
    set(bits, words.get(word));
    if (Character.isDigit(word.charAt(0))) {
      set(bits, words.get("#"));
    }
    for (int n = SHORTEST_START; n <= word.length(); n++) {
      set(bits, starts.get(word.substring(0, n)));
    }
    return bits;
  }

  private static void set(long[] bits, @org.jspecify.annotations.Nullable List<Integer> numbers) {
    if (numbers != null) {
      for (int each : numbers) {
        bits[each >>> 6] |= 1L << each;
      }
    }
  }
}
