package dev.plimsoll.standards;

import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Result;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of judgement: one pure function of findings, facts, catalogue, profile and time. Same
 * input, same verdicts.
 *
 * <p>Nothing seen is never a pass. One sound fail beats any number of passes. A pass needs every
 * part of the coverage list accounted for by fresh evidence at or above its floor, and nothing
 * open. Not-applicable needs evidence; an unknown fact never gives it.
 */
public final class Judgement {
  /** Order in which findings are shown and in which duplicates fall together: the gravest first. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt((Finding finding) -> weight(finding.verdict()))
          .thenComparing(Finding::check)
          .thenComparing(Finding::reason)
          .thenComparing(finding -> finding.places().toString())
          .thenComparing(Finding::toString);

  /** How far into the future evidence may be dated before its clock is not believed. */
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final Catalogue catalogue;
  private final Profile profile;

  /** The rules for this catalogue and profile. */
  public Judgement(Catalogue catalogue, Profile profile) {
    this.catalogue = catalogue;
    this.profile = profile;
  }

  /** The five verdicts. The order of the findings and repetitions do not matter. */
  public List<StandardVerdict> judge(List<Finding> findings, Map<String, Fact> facts, Instant at) {
    List<StandardVerdict> verdicts = new ArrayList<>();
    for (Catalogue.Standard standard : catalogue.standards()) {
      List<RequirementVerdict> requirements =
          standard.requirements().stream()
              .map(requirement -> requirement(requirement, of(requirement, findings), facts, at))
              .toList();
      verdicts.add(standard(standard, requirements));
    }
    return verdicts;
  }

  /** What follows for the product. */
  public static Result result(List<StandardVerdict> standards) {
    if (standards.stream().anyMatch(each -> each.verdict() == Verdict.FAIL)) {
      return Result.DOES_NOT_MEET;
    }
    boolean all =
        !standards.isEmpty()
            && standards.stream()
                .allMatch(each ->
                    each.verdict() == Verdict.PASS || each.verdict() == Verdict.NOT_APPLICABLE);
    return all ? Result.MEETS : Result.CANNOT_CONFIRM;
  }

  private static List<Finding> of(Requirement requirement, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.requirement().equals(requirement.id()))
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  private static int weight(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case ERROR -> 1;
      case INCONCLUSIVE -> 2;
      case PASS -> 3;
      case NOT_APPLICABLE -> 4;
      case NOT_ASSESSED -> 5;
    };
  }

  private RequirementVerdict requirement(
      Requirement requirement, List<Finding> findings, Map<String, Fact> facts, Instant at) {
    return new RequirementCase(requirement, findings, Applicability.of(requirement, facts), at)
        .verdict(must(requirement));
  }

  private boolean must(Requirement requirement) {
    return requirement.must() || profile.promoted().contains(requirement.id());
  }

  private static StandardVerdict standard(
      Catalogue.Standard standard, List<RequirementVerdict> requirements) {
    List<RequirementVerdict> musts =
        requirements.stream().filter(RequirementVerdict::must).toList();
    Verdict verdict;
    String reason;
    List<String> failed = titles(musts, EnumSet.of(Verdict.FAIL));
    List<String> open =
        titles(musts, EnumSet.of(Verdict.INCONCLUSIVE, Verdict.ERROR, Verdict.NOT_ASSESSED));
    boolean allNotApplicable =
        musts.stream().allMatch(each -> each.verdict() == Verdict.NOT_APPLICABLE);
    if (!failed.isEmpty()) {
      verdict = Verdict.FAIL;
      reason = "Not met: " + first(failed) + ".";
    } else if (!open.isEmpty() || musts.isEmpty()) {
      verdict = Verdict.INCONCLUSIVE;
      reason = "Still open: " + first(open) + ".";
    } else {
      @Nullable StandardVerdict byPasswordless = passwordless(standard, requirements);
      if (byPasswordless != null) {
        return byPasswordless;
      }
      verdict = allNotApplicable ? Verdict.NOT_APPLICABLE : Verdict.PASS;
      reason =
          allNotApplicable
              ? "No requirement applies to this product."
              : "Every requirement that applies is met.";
    }
    return new StandardVerdict(
        standard.id(), standard.title(), standard.purpose(), verdict, reason, requirements);
  }

  private static List<String> titles(List<RequirementVerdict> requirements, Set<Verdict> verdicts) {
    return requirements.stream()
        .filter(each -> verdicts.contains(each.verdict()))
        .map(each -> each.title() + " (" + each.id() + ")")
        .toList();
  }

  /** The first two, and how many more there are. */
  private static String first(List<String> titles) {
    String shown = String.join("; ", titles.subList(0, Math.min(2, titles.size())));
    return titles.size() <= 2 ? shown : shown + "; and " + (titles.size() - 2) + " more";
  }

  /**
   * Appendix rule A.2: where no password is accepted from a distance, the way in without a password
   * carries standard 3, and only where it is shown to be strong. Null where the rule does not come
   * into play.
   */
  private static @Nullable StandardVerdict passwordless(
      Catalogue.Standard standard, List<RequirementVerdict> requirements) {
    if (!standard.id().equals("MSS-3")
        || verdictOf(requirements, "MSS-3.1") != Verdict.NOT_APPLICABLE
        || verdictOf(requirements, "MSS-3.2") != Verdict.NOT_APPLICABLE) {
      return null;
    }
    Verdict way = verdictOf(requirements, "MSS-3.5");
    Verdict verdict =
        switch (way) {
          case PASS -> Verdict.PASS;
          case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
          default -> Verdict.INCONCLUSIVE;
        };
    String reason =
        switch (way) {
          case PASS ->
              "No password is accepted from a distance, and the way in without one is strong (MSS-A.2).";
          case NOT_APPLICABLE -> "The product has no way in from a distance (MSS-A.3).";
          default ->
              "No password is accepted from a distance, but MSS-3.5 does not show that the way in without one is strong (MSS-A.2).";
        };
    return new StandardVerdict(
        standard.id(), standard.title(), standard.purpose(), verdict, reason, requirements);
  }

  private static Verdict verdictOf(List<RequirementVerdict> requirements, String id) {
    return requirements.stream()
        .filter(each -> each.id().equals(id))
        .map(RequirementVerdict::verdict)
        .findFirst()
        .orElse(Verdict.NOT_ASSESSED);
  }

  /** Whether a requirement concerns the product, and why. */
  private record Applicability(@Nullable Boolean applies, String words, List<String> settle) {

    static Applicability of(Requirement requirement, Map<String, Fact> facts) {
      if (requirement.always()) {
        return new Applicability(true, "It applies to every product.", List.of());
      }
      List<String> unknown = new ArrayList<>();
      List<String> reasons = new ArrayList<>();
      for (String name : requirement.appliesToAny()) {
        Fact fact = facts.getOrDefault(name, Fact.unknown(name));
        if (fact.holds()) {
          return new Applicability(true, fact.why(), List.of());
        }
        if (!fact.shownFalse()) {
          unknown.add(
              fact.value() == null
                  ? "say in product.yaml under facts whether " + name + " holds"
                  : "name the evidence that shows that " + name + " does not hold");
        }
        reasons.add(name + ": " + fact.why());
      }
      return new Applicability(
          unknown.isEmpty() ? Boolean.FALSE : null, String.join("; ", reasons), unknown);
    }
  }

  /** One requirement with everything that bears on it. */
  private record RequirementCase(
      Requirement requirement, List<Finding> findings, Applicability applicability, Instant at) {

    RequirementVerdict verdict(boolean must) {
      Outcome outcome = outcome();
      return new RequirementVerdict(
          requirement.id(),
          requirement.title(),
          requirement.statement(),
          must,
          outcome.verdict,
          outcome.reason,
          outcome.strength,
          outcome.marks,
          findings,
          outcome.verdict == Verdict.PASS
                  || outcome.verdict == Verdict.FAIL
                  || outcome.verdict == Verdict.NOT_APPLICABLE
              ? List.of()
              : settle());
    }

    private record Outcome(
        Verdict verdict, String reason, @Nullable Strength strength, Set<Mark> marks) {
      static Outcome of(Verdict verdict, String reason) {
        return new Outcome(verdict, reason, null, Set.of());
      }
    }

    private Outcome outcome() {
      List<Finding> fails = with(Verdict.FAIL);
      List<Finding> passes = with(Verdict.PASS);
      boolean shownNotToApply =
          Boolean.FALSE.equals(applicability.applies)
              || with(Verdict.NOT_APPLICABLE).stream()
                  .anyMatch(finding ->
                      finding.strength().compareTo(Strength.OBSERVED) >= 0 && fresh(finding));
      if (shownNotToApply) {
        return fails.isEmpty()
            ? Outcome.of(
                Verdict.NOT_APPLICABLE,
                "It does not concern this product: " + applicability.words + ".")
            : new Outcome(
                Verdict.INCONCLUSIVE,
                "The evidence says both that it does not concern this product and how the product does on it.",
                null,
                EnumSet.of(Mark.CONFLICT));
      }
      if (findings.isEmpty()) {
        return Outcome.of(Verdict.NOT_ASSESSED, "Nothing that was handed in decides it.");
      }
      if (findings.stream().allMatch(finding -> finding.verdict() == Verdict.ERROR)) {
        return Outcome.of(Verdict.ERROR, findings.getFirst().reason());
      }
      if (applicability.applies == null) {
        return Outcome.of(
            Verdict.INCONCLUSIVE,
            "It is not known whether it concerns this product (" + applicability.words + ").");
      }
      return fails.isEmpty() ? withoutFail(passes) : withFail(fails, passes);
    }

    /**
     * A fail that was seen decides. One that only stands in documents can be opposed by what is at
     * least as strong.
     */
    private Outcome withFail(List<Finding> fails, List<Finding> passes) {
      for (Finding fail : fails) {
        boolean opposed =
            fail.strength().compareTo(Strength.OBSERVED) < 0
                && passes.stream()
                    .anyMatch(
                        pass -> fresh(pass) && pass.strength().compareTo(fail.strength()) >= 0);
        if (!opposed) {
          Set<Mark> marks = fresh(fail) ? Set.of() : EnumSet.of(Mark.STALE);
          return new Outcome(Verdict.FAIL, fail.reason(), fail.strength(), marks);
        }
      }
      return new Outcome(
          Verdict.INCONCLUSIVE,
          "Evidence of equal weight says both: "
              + fails.getFirst().reason()
              + " But also: "
              + passes.getFirst().reason(),
          null,
          EnumSet.of(Mark.CONFLICT));
    }

    private Outcome withoutFail(List<Finding> passes) {
      boolean stale = passes.stream().anyMatch(pass -> !fresh(pass));
      Set<Mark> marks = stale ? EnumSet.of(Mark.STALE) : Set.of();
      for (Finding finding : findings) {
        if (finding.verdict() == Verdict.INCONCLUSIVE || finding.verdict() == Verdict.ERROR) {
          return new Outcome(Verdict.INCONCLUSIVE, finding.reason(), null, marks);
        }
      }
      Strength weakest = Strength.REPRODUCED;
      for (String part : requirement.coverage().keySet()) {
        Strength best = best(part, passes);
        if (best == null) {
          return new Outcome(
              Verdict.INCONCLUSIVE,
              "What was seen is in order, but does not show all of it.",
              null,
              marks);
        }
        weakest = weakest.atMost(best);
      }
      return new Outcome(Verdict.PASS, passes.getFirst().reason(), weakest, Set.of());
    }

    /**
     * The strongest fresh evidence at or above the floor that accounts for the part; null where
     * there is none.
     */
    private @Nullable Strength best(String part, List<Finding> passes) {
      Strength floor = java.util.Objects.requireNonNull(requirement.coverage().get(part)).floor();
      return passes.stream()
          .filter(pass ->
              pass.covers().contains(part) && fresh(pass) && pass.strength().compareTo(floor) >= 0)
          .map(Finding::strength)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private List<String> settle() {
      Set<String> wanted = new LinkedHashSet<>(applicability.settle);
      for (Finding finding : findings) {
        if (finding.settle() != null) {
          wanted.add(finding.settle());
        }
      }
      List<Finding> passes = with(Verdict.PASS);
      requirement
          .coverage()
          .forEach((part, each) -> {
            if (best(part, passes) == null) {
              wanted.add(each.wants() + " (from: " + requirement.who() + ")");
            }
          });
      return List.copyOf(wanted);
    }

    private List<Finding> with(Verdict verdict) {
      return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    private boolean fresh(Finding finding) {
      Instant then = finding.at();
      return then != null
          && !then.isBefore(at.minus(Duration.ofDays(requirement.maxAgeDays())))
          && !then.isAfter(at.plus(CLOCK_SKEW));
    }
  }
}
