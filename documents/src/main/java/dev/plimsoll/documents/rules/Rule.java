package dev.plimsoll.documents.rules;

import java.util.List;

/**
 * One rule of the book: what a sentence must hold for a clause of a kind.
 *
 * @param kind kind of clause
 * @param sense what is said about it
 * @param weight share of the evidence; a clause needs {@value #ENOUGH} in all
 * @param all patterns that must occur in the sentence
 * @param none patterns that must not
 * @param near patterns that must occur anywhere in the passage, or in the heading or lead-in over
 *     it
 * @param over patterns that must occur in the heading or lead-in over it
 */
public record Rule(
    String kind,
    String sense,
    double weight,
    List<WordPattern> all,
    List<WordPattern> none,
    List<WordPattern> near,
    List<WordPattern> over) {
  /** The evidence that makes a clause. */
  public static final double ENOUGH = 1.0;

  public Rule {
    all = List.copyOf(all);
    none = List.copyOf(none);
    near = List.copyOf(near);
    over = List.copyOf(over);
  }

  /**
   * Whether it holds for a sentence.
   *
   * @param passage the whole passage that the sentence stands in
   * @param context the heading and lead-in over it
   */
  public boolean holds(Marked sentence, Marked passage, Marked context) {
    for (WordPattern each : near) {
      if (!each.matches(passage) && !each.matches(context)) {
        return false;
      }
    }
    for (WordPattern each : all) {
      if (!each.matches(sentence)) {
        return false;
      }
    }
    for (WordPattern each : none) {
      if (each.matches(sentence)) {
        return false;
      }
    }
    for (WordPattern each : over) {
      if (!each.matches(context)) {
        return false;
      }
    }
    return true;
  }
}
