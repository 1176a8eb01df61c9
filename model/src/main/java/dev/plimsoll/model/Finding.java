package dev.plimsoll.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a check concluded for one requirement.
 *
 * @param check id of the check
 * @param requirement the requirement, such as MSS-1.1
 * @param verdict pass, fail, inconclusive, not-applicable or error
 * @param strength the weakest evidence that it rests on
 * @param reason what was seen, in words for the reader of the report
 * @param places where it was seen
 * @param settle what would settle it; null where it is settled
 * @param covers the parts of the requirement's coverage list that a pass accounts for
 * @param cites the appendix rule that it rests on, such as MSS-A.1
 * @param at the oldest evidence that it rests on; null where that is unknown
 */
public record Finding(
    String check,
    String requirement,
    Verdict verdict,
    Strength strength,
    String reason,
    List<Place> places,
    @Nullable String settle,
    Set<String> covers,
    @Nullable String cites,
    @Nullable Instant at) {

  public Finding {
    places = List.copyOf(places);
    covers = Set.copyOf(covers);
    if (verdict == Verdict.NOT_ASSESSED) {
      throw new IllegalArgumentException("a finding was assessed: " + check);
    }
  }

  /** Starts a finding. */
  public static Draft draft(String check, String requirement, Verdict verdict, String reason) {
    return new Draft(check, requirement, verdict, reason);
  }

  /** A finding in the making. */
  public static final class Draft {
    private final String check;
    private final String requirement;
    private final Verdict verdict;
    private final String reason;
    private final TreeSet<Place> places = new TreeSet<>();
    private final TreeSet<String> covers = new TreeSet<>();
    private @Nullable Strength strength;
    private @Nullable String settle;
    private @Nullable String cites;
    private @Nullable Instant at;
    private boolean undated;

    private Draft(String check, String requirement, Verdict verdict, String reason) {
      this.check = check;
      this.requirement = requirement;
      this.verdict = verdict;
      this.reason = reason;
    }

    /** Rests on a fact of this artefact: takes its strength and age, and the place. */
    public Draft from(Artefact artefact, Place place) {
      places.add(place);
      strength = strength == null ? artefact.strength() : strength.atMost(artefact.strength());
      Instant then = artefact.at();
      if (then == null) {
        undated = true;
      } else if (at == null || then.isBefore(at)) {
        at = then;
      }
      return this;
    }

    /** Rests on this observation: takes its strength, age and place. */
    public Draft from(Seen<?> seen) {
      return from(seen.artefact(), seen.what().place());
    }

    /** Rests on something that is no artefact, such as a claim: of this strength and age. */
    public Draft from(Strength carries, @Nullable Instant when) {
      strength = strength == null ? carries : strength.atMost(carries);
      if (when == null) {
        undated = true;
      } else if (at == null || when.isBefore(at)) {
        at = when;
      }
      return this;
    }

    /** Adds a place without touching strength or age. */
    public Draft place(Place place) {
      places.add(place);
      return this;
    }

    /** Says what would settle it. */
    public Draft settle(String what) {
      settle = what;
      return this;
    }

    /** Names a part of the requirement's coverage list that this accounts for. */
    public Draft covers(String part) {
      covers.add(part);
      return this;
    }

    /** Names parts of the requirement's coverage list that this accounts for. */
    public Draft covers(Iterable<String> parts) {
      parts.forEach(covers::add);
      return this;
    }

    /** Names the appendix rule that this rests on. */
    public Draft cites(String rule) {
      cites = rule;
      return this;
    }

    /** The finding. One that rests on nothing is declared and of unknown age. */
    public Finding build() {
      return new Finding(
          check,
          requirement,
          verdict,
          strength == null ? Strength.DECLARED : strength,
          reason,
          new ArrayList<>(places),
          settle,
          covers,
          cites,
          undated ? null : at);
    }
  }
}
