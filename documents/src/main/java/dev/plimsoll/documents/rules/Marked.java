package dev.plimsoll.documents.rules;

import java.util.List;
import java.util.Map;

/** A sentence whose words carry the sets of the vocabulary that they belong to. */
public final class Marked {
  /** Words looked at; a sentence beyond it is no sentence. */
  static final int LONGEST = 400;

  private final long[][] marks;
  private final long[] all;

  private Marked(long[][] marks, long[] all) {
    this.marks = marks;
    this.all = all;
  }

  /** Marks the words; {@code known} keeps the marks of words seen before in this document. */
  static Marked of(List<String> words, Vocabulary vocabulary, Map<String, long[]> known) {
    int n = Math.min(words.size(), LONGEST);
    long[][] marks = new long[n][];
    long[] all = new long[(vocabulary.size() + 63) >>> 6];
    for (int i = 0; i < n; i++) {
      long[] bits = known.computeIfAbsent(words.get(i), vocabulary::marks);
      marks[i] = bits;
      for (int b = 0; b < all.length; b++) {
        all[b] |= bits[b];
      }
    }
    return new Marked(marks, all);
  }

  int size() {
    return marks.length;
  }

  boolean has(int feature) {
    return (all[feature >>> 6] >>> feature & 1) != 0;
  }

  boolean is(int at, int feature) {
    return (marks[at][feature >>> 6] >>> feature & 1) != 0;
  }
}
