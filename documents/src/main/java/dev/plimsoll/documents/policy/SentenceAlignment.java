package dev.plimsoll.documents.policy;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.documents.text.Document;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.PlainMarkup;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the sentences of two texts and gives those that differ. A sentence whose words stand in
 * one run in the other text has not changed, wherever it stands and however it is cut there.
 */
final class SentenceAlignment {
  private static final int MAX_LEFT_OVER = 1500;
  private static final double LEAST_ALIKE = 0.4;
  private static final int SHINGLE = 4;

  private SentenceAlignment() {}

  /**
   * Two sentences that belong together and differ, or one that has no counterpart.
   *
   * @param old as it was; null where it is new
   * @param now as it is; null where it is gone
   */
  record Pair(@Nullable Sentence old, @Nullable Sentence now) {}

  /**
   * A sentence.
   *
   * @param text as written, without mark-up
   * @param words its words
   * @param heading whether it stands as a heading
   * @param near the heading and the lead-in over it
   */
  record Sentence(String text, List<String> words, boolean heading, List<String> near) {}

  static List<Pair> of(Document old, Document now, Budget budget) {
    List<Sentence> before = sentences(old);
    List<Sentence> after = sentences(now);
    List<Sentence> gone = leftOver(before, after);
    List<Sentence> added = leftOver(after, before);
    List<Pair> pairs = new ArrayList<>();
    Set<Sentence> taken = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (Sentence each : added) {
      budget.check();
      Sentence best = null;
      double most = LEAST_ALIKE;
      for (Sentence candidate : gone) {
        double alike = taken.contains(candidate) ? 0 : alike(candidate.words(), each.words());
        if (alike > most) {
          most = alike;
          best = candidate;
        }
      }
      if (best != null) {
        taken.add(best);
      }
      pairs.add(new Pair(best, each));
    }
    gone.stream()
        .filter(each -> !taken.contains(each))
        .forEach(each -> pairs.add(new Pair(each, null)));
    return pairs;
  }

  private static List<Sentence> sentences(Document document) {
    List<Sentence> found = new ArrayList<>();
    for (Passage passage : document.passages()) {
      List<String> near = Words.of(passage.heading() + " " + passage.leadIn());
      for (String text : Sentences.of(PlainMarkup.strip(passage.text()))) {
        List<String> words = Words.of(text);
        if (!words.isEmpty()) {
          found.add(new Sentence(text, words, passage.type() == Passage.Type.HEADING, near));
        }
      }
    }
    return found;
  }

  private static List<Sentence> leftOver(List<Sentence> from, List<Sentence> other) {
    StringBuilder all = new StringBuilder(" ");
    Set<String> whole = new HashSet<>();
    Set<String> shingles = new HashSet<>();
    List<String> stream = new ArrayList<>();
    for (Sentence each : other) {
      String run = String.join(" ", each.words());
      whole.add(run);
      all.append(run).append(' ');
      stream.addAll(each.words());
    }
    for (int i = 0; i + SHINGLE <= stream.size(); i++) {
      shingles.add(String.join(" ", stream.subList(i, i + SHINGLE)));
    }
    String text = all.toString();
    List<Sentence> left = new ArrayList<>();
    for (Sentence each : from) {
      String run = String.join(" ", each.words());
      boolean there =
          whole.contains(run)
              || (allShinglesThere(each.words(), shingles) && text.contains(" " + run + " "));
      if (!there && left.size() < MAX_LEFT_OVER) {
        left.add(each);
      }
    }
    return left;
  }

  /** Cheap way to see that a run cannot be there. */
  private static boolean allShinglesThere(List<String> words, Set<String> shingles) {
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      if (!shingles.contains(String.join(" ", words.subList(i, i + SHINGLE)))) {
        return false;
      }
    }
    return true;
  }

  /** Share of words in common, counted as often as they occur (Dice). */
  private static double alike(List<String> a, List<String> b) {
    Map<String, Integer> count = new HashMap<>();
    a.forEach(word -> count.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : b) {
      Integer n = count.get(word);
      if (n != null && n > 0) {
        count.put(word, n - 1);
        common++;
      }
    }
    return 2.0 * common / (a.size() + b.size());
  }
}
