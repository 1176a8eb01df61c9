package dev.plimsoll.documents.policy;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.text.Document;
import dev.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one privacy policy to the next, and for whom.
 *
 * <p>Sentences are aligned, whatever their order and however they are cut into paragraphs; what is
 * left over is compared word by word. A change is substantive where purposes, recipients, kinds of
 * data, the controller, retention, transfers, children's age, or the way to use a right change
 * (Article 29 Working Party, WP260 rev.01, paragraphs 29 to 31). Dates, addresses, headings,
 * spelling and mark-up are not.
 *
 * @param substantive whether anything changed that users must be told of
 * @param direction for the user
 * @param kinds what kinds of change, such as retention or controller, also of those that are not
 *     substantive
 * @param changes the sentences
 * @param problems what could not be read; where there are any, changes may be missing
 */
public record PolicyChanges(
    boolean substantive,
    Direction direction,
    Set<String> kinds,
    List<Change> changes,
    List<Problem> problems) {

  public PolicyChanges {
    kinds = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** For whom a change is made. */
  public enum Direction {
    /** The user has more than before. */
    BETTER,
    /** The user has less than before. */
    WORSE,
    /** Neither, or both. */
    NEUTRAL;

    /** The stable name. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One sentence that changed.
   *
   * @param old the sentence as it was; null where it is new
   * @param now the sentence as it is; null where it is gone
   * @param kind what kind of change
   * @param substantive whether it is one that users must be told of
   * @param direction for the user
   */
  public record Change(
      @Nullable String old,
      @Nullable String now,
      String kind,
      boolean substantive,
      Direction direction) {}

  /** Reads and compares two policies. Never throws on their content. */
  public static PolicyChanges between(Source old, Request oldSays, Source now, Request nowSays) {
    List<Problem> problems = new ArrayList<>();
    try {
      Document before = Document.read(old, oldSays);
      Document after = Document.read(now, nowSays);
      problems.addAll(before.problems());
      problems.addAll(after.problems());
      return of(SentenceAlignment.of(before, after, nowSays.budget()), problems);
    } catch (Budget.Exhausted e) {
      problems.add(
          new Problem(
              dev.plimsoll.model.Place.whole(now.name()),
              "was not compared to its end: it needs " + e.getMessage(),
              "give the texts of the two policies alone"));
      return new PolicyChanges(false, Direction.NEUTRAL, Set.of(), List.of(), problems);
    }
  }

  private static PolicyChanges of(List<SentenceAlignment.Pair> pairs, List<Problem> problems) {
    List<Change> changes = new ArrayList<>();
    Set<String> kinds = new TreeSet<>();
    EnumSet<Direction> directions = EnumSet.noneOf(Direction.class);
    boolean substantive = false;
    for (SentenceAlignment.Pair pair : pairs) {
      Change change = ChangeRules.judge(pair);
      changes.add(change);
      kinds.add(change.kind());
      if (change.substantive()) {
        substantive = true;
        directions.add(change.direction());
      }
    }
    return new PolicyChanges(substantive, direction(directions), kinds, changes, problems);
  }

  /** One change for the worse is not made up for by another for the better. */
  private static Direction direction(Set<Direction> directions) {
    return directions.contains(Direction.WORSE)
        ? Direction.WORSE
        : directions.contains(Direction.BETTER) ? Direction.BETTER : Direction.NEUTRAL;
  }
}
