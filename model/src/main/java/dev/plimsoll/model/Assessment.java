package dev.plimsoll.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one product: everything that a writer needs.
 *
 * @param at the clock of the assessment
 * @param catalogue id and version of the requirements
 * @param profile id and version of the thresholds
 * @param facts what applicability rested on, by name
 * @param artefacts what was handed in
 * @param problems what could not be read
 * @param observations what the readers saw, for pictures and tables
 */
public record Assessment(
    Product product,
    Instant at,
    String catalogue,
    String profile,
    Result result,
    List<StandardVerdict> standards,
    List<Fact> facts,
    List<Claim> claims,
    List<Artefact> artefacts,
    List<Problem> problems,
    List<Observation> observations) {

  public Assessment {
    standards = List.copyOf(standards);
    facts = List.copyOf(facts);
    claims = List.copyOf(claims);
    artefacts = List.copyOf(artefacts);
    problems = List.copyOf(problems);
    observations = List.copyOf(observations);
  }

  /** One of the five standards. */
  public record StandardVerdict(
      String id,
      String title,
      String purpose,
      Verdict verdict,
      String reason,
      List<RequirementVerdict> requirements) {

    public StandardVerdict {
      requirements = List.copyOf(requirements);
    }
  }

  /**
   * One requirement.
   *
   * @param must whether it counts for the standard's verdict
   * @param reason why the verdict is what it is, in one sentence
   * @param strength the weakest evidence behind a decided verdict; null where it is open
   * @param settle what would settle it, each with who could supply it; empty where it is decided
   */
  public record RequirementVerdict(
      String id,
      String title,
      String statement,
      boolean must,
      Verdict verdict,
      String reason,
      @Nullable Strength strength,
      Set<Mark> marks,
      List<Finding> findings,
      List<String> settle) {

    public RequirementVerdict {
      marks = Set.copyOf(marks);
      findings = List.copyOf(findings);
      settle = List.copyOf(settle);
    }
  }
}
