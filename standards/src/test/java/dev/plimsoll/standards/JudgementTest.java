package dev.plimsoll.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Result;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, by cases and by thousands of generated finding sets. */
class JudgementTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Judgement RULES = new Judgement(CATALOGUE, Profile.shipped("default"));
  private static final List<Strength> STRENGTHS = List.of(Strength.values());
  private static final int ROUNDS = 2_000;

  private static Map<String, Fact> facts(
      @org.jspecify.annotations.Nullable Boolean value, boolean shown) {
    Map<String, Fact> facts = new HashMap<>();
    CATALOGUE
        .facts()
        .keySet()
        .forEach(name -> facts.put(name, new Fact(name, value, shown, "said so", List.of())));
    return facts;
  }

  private static Finding finding(
      String requirement, Verdict verdict, Strength strength, int daysOld, String... covers) {
    return new Finding(
        "SomeCheck",
        requirement,
        verdict,
        strength,
        verdict.words(),
        List.of(Place.whole("a")),
        null,
        Set.of(covers),
        null,
        AT.minus(Duration.ofDays(daysOld)));
  }

  private static RequirementVerdict judge(
      String requirement, Map<String, Fact> facts, Finding... findings) {
    return RULES.judge(List.of(findings), facts, AT).stream()
        .flatMap(standard -> standard.requirements().stream())
        .filter(each -> each.id().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private static Finding random(Random random, Requirement requirement) {
    List<Verdict> verdicts =
        List.of(
            Verdict.PASS,
            Verdict.PASS,
            Verdict.FAIL,
            Verdict.INCONCLUSIVE,
            Verdict.NOT_APPLICABLE,
            Verdict.ERROR);
    List<String> covers =
        requirement.coverage().keySet().stream().filter(_ -> random.nextInt(4) > 0).toList();
    return new Finding(
        "Check" + random.nextInt(3),
        requirement.id(),
        verdicts.get(random.nextInt(verdicts.size())),
        STRENGTHS.get(random.nextInt(STRENGTHS.size())),
        "reason " + random.nextInt(5),
        List.of(Place.frame("c" + random.nextInt(3), random.nextInt(9) + 1L)),
        random.nextBoolean() ? "do something" : null,
        Set.copyOf(covers),
        null,
        random.nextInt(6) == 0 ? null : AT.minus(Duration.ofDays(random.nextInt(800))));
  }

  private static List<Finding> randomSet(Random random) {
    List<Finding> findings = new ArrayList<>();
    for (Requirement requirement : CATALOGUE.requirements()) {
      for (int n = random.nextInt(4); n > 0; n--) {
        findings.add(random(random, requirement));
      }
    }
    return findings;
  }

  private static Map<String, Fact> randomFacts(Random random) {
    Map<String, Fact> facts = new HashMap<>();
    for (String name : CATALOGUE.facts().keySet()) {
      switch (random.nextInt(5)) {
        case 0, 1 -> facts.put(name, new Fact(name, true, random.nextBoolean(), "so", List.of()));
        case 2 -> facts.put(name, new Fact(name, false, true, "so", List.of()));
        case 3 -> facts.put(name, new Fact(name, false, false, "so", List.of()));
        default -> facts.put(name, Fact.unknown(name));
      }
    }
    return facts;
  }

  private static List<RequirementVerdict> all(List<StandardVerdict> standards) {
    return standards.stream().flatMap(standard -> standard.requirements().stream()).toList();
  }

  @Test
  void nothingSeenIsNeverAPass() {
    for (Map<String, Fact> facts :
        List.of(
            facts(true, true),
            facts(null, false),
            facts(false, false),
            facts(false, true),
            Map.<String, Fact>of())) {
      List<StandardVerdict> standards = RULES.judge(List.of(), facts, AT);
      assertThat(all(standards))
          .extracting(RequirementVerdict::verdict)
          .doesNotContain(Verdict.PASS);
      assertThat(standards).extracting(StandardVerdict::verdict).doesNotContain(Verdict.PASS);
      assertThat(Judgement.result(standards)).isEqualTo(Result.CANNOT_CONFIRM);
    }
    assertThat(Judgement.result(List.of())).isEqualTo(Result.CANNOT_CONFIRM);
  }

  @Test
  void everythingInErrorIsNeverAPass() {
    List<Finding> errors =
        CATALOGUE.requirements().stream()
            .map(each -> finding(each.id(), Verdict.ERROR, Strength.TESTED, 1))
            .toList();
    List<StandardVerdict> standards = RULES.judge(errors, facts(true, true), AT);
    assertThat(all(standards)).extracting(RequirementVerdict::verdict).containsOnly(Verdict.ERROR);
    assertThat(standards).extracting(StandardVerdict::verdict).containsOnly(Verdict.INCONCLUSIVE);
    assertThat(Judgement.result(standards)).isEqualTo(Result.CANNOT_CONFIRM);
  }

  @Test
  void addingAFailNeverTurnsAVerdictAwayFromFail() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      List<Finding> findings = randomSet(random);
      Map<String, Fact> facts = randomFacts(random);
      List<StandardVerdict> before = RULES.judge(findings, facts, AT);
      Requirement requirement =
          CATALOGUE.requirements().get(random.nextInt(CATALOGUE.requirements().size()));
      Finding any = random(random, requirement);
      Finding fail =
          new Finding(
              any.check(),
              any.requirement(),
              Verdict.FAIL,
              any.strength(),
              any.reason(),
              any.places(),
              null,
              Set.of(),
              null,
              any.at());
      List<Finding> more = new ArrayList<>(findings);
      more.add(random.nextInt(more.size() + 1), fail);
      List<StandardVerdict> after = RULES.judge(more, facts, AT);
      for (int i = 0; i < before.size(); i++) {
        Verdict was = before.get(i).verdict();
        Verdict is = after.get(i).verdict();
        if ((was == Verdict.FAIL && is != Verdict.FAIL)
            || (is == Verdict.PASS && was != Verdict.PASS)) {
          fail(
              "round %d: %s went from %s to %s by adding %s",
              round, before.get(i).id(), was, is, fail);
        }
      }
      List<RequirementVerdict> each = all(before);
      for (int i = 0; i < each.size(); i++) {
        if (each.get(i).verdict() == Verdict.FAIL && all(after).get(i).verdict() != Verdict.FAIL) {
          fail("round %d: %s went away from fail by adding %s", round, each.get(i).id(), fail);
        }
      }
    }
  }

  @Test
  void aPassIsAlwaysCompleteFreshStrongAndUnopposed() {
    Random random = new Random(2);
    int passes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Finding> findings = randomSet(random);
      for (RequirementVerdict each : all(RULES.judge(findings, randomFacts(random), AT))) {
        if (each.verdict() != Verdict.PASS) {
          continue;
        }
        passes++;
        Requirement requirement = CATALOGUE.requirement(each.id()).orElseThrow();
        assertThat(each.findings())
            .noneMatch(finding ->
                EnumSet.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.ERROR)
                    .contains(finding.verdict()));
        requirement
            .coverage()
            .forEach((part, wanted) ->
                assertThat(each.findings())
                    .anyMatch(finding ->
                        finding.verdict() == Verdict.PASS
                            && finding.covers().contains(part)
                            && finding.strength().compareTo(wanted.floor()) >= 0
                            && finding.at() != null
                            && !finding
                                .at()
                                .isBefore(AT.minus(Duration.ofDays(requirement.maxAgeDays())))));
        assertThat(each.settle()).isEmpty();
        assertThat(each.strength()).isNotNull();
      }
    }
    assertThat(passes).as("the generator makes passes to look at").isGreaterThan(150);
  }

  @Test
  void orderAndDuplicatesDoNotMatter() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS / 4; round++) {
      List<Finding> findings = randomSet(random);
      Map<String, Fact> facts = randomFacts(random);
      List<Finding> shuffled = new ArrayList<>(findings);
      shuffled.addAll(findings.subList(0, findings.size() / 2));
      Collections.shuffle(shuffled, random);
      assertThat(RULES.judge(shuffled, facts, AT)).isEqualTo(RULES.judge(findings, facts, AT));
    }
  }

  @Test
  void unknownFactsNeverGiveNotApplicable() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS / 4; round++) {
      List<Finding> findings =
          randomSet(random).stream()
              .filter(each -> each.verdict() != Verdict.NOT_APPLICABLE)
              .toList();
      Map<String, Fact> facts = facts(null, false);
      assertThat(all(RULES.judge(findings, facts, AT)))
          .extracting(RequirementVerdict::verdict)
          .doesNotContain(Verdict.NOT_APPLICABLE);
      // A bare statement that something is not there is no evidence either.
      assertThat(all(RULES.judge(findings, facts(false, false), AT)))
          .extracting(RequirementVerdict::verdict)
          .doesNotContain(Verdict.NOT_APPLICABLE);
    }
  }

  @Test
  void somethingOpenNeverMakesAVerdictBetter() {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      List<Finding> findings = randomSet(random);
      Map<String, Fact> facts = randomFacts(random);
      Requirement requirement =
          CATALOGUE.requirements().get(random.nextInt(CATALOGUE.requirements().size()));
      List<Finding> more = new ArrayList<>(findings);
      more.add(
          finding(
              requirement.id(),
              random.nextBoolean() ? Verdict.ERROR : Verdict.INCONCLUSIVE,
              Strength.OBSERVED,
              1));
      List<RequirementVerdict> before = all(RULES.judge(findings, facts, AT));
      List<RequirementVerdict> after = all(RULES.judge(more, facts, AT));
      for (int i = 0; i < before.size(); i++) {
        if (after.get(i).verdict() == Verdict.PASS) {
          assertThat(before.get(i).verdict()).isEqualTo(Verdict.PASS);
        }
      }
    }
  }

  @Test
  void theProductMeetsOnlyWhereEveryStandardDoes() {
    Random random = new Random(6);
    for (int round = 0; round < ROUNDS / 4; round++) {
      List<StandardVerdict> standards = RULES.judge(randomSet(random), randomFacts(random), AT);
      Result result = Judgement.result(standards);
      boolean failed = standards.stream().anyMatch(each -> each.verdict() == Verdict.FAIL);
      boolean fine =
          standards.stream()
              .allMatch(each ->
                  EnumSet.of(Verdict.PASS, Verdict.NOT_APPLICABLE).contains(each.verdict()));
      assertThat(result)
          .isEqualTo(failed ? Result.DOES_NOT_MEET : fine ? Result.MEETS : Result.CANNOT_CONFIRM);
    }
  }

  @Test
  void aFullSetOfEvidenceMeets() {
    List<Finding> findings = new ArrayList<>();
    for (Requirement requirement : CATALOGUE.requirements()) {
      findings.add(
          finding(
              requirement.id(),
              Verdict.PASS,
              Strength.TESTED,
              1,
              requirement.coverage().keySet().toArray(String[]::new)));
    }
    assertThat(Judgement.result(RULES.judge(findings, facts(true, true), AT)))
        .isEqualTo(Result.MEETS);
  }

  @Test
  void oneFailBeatsManyPasses() {
    Finding pass =
        finding("MSS-1.1", Verdict.PASS, Strength.REPRODUCED, 1, "setup", "idle", "use", "update");
    Finding fail = finding("MSS-1.1", Verdict.FAIL, Strength.OBSERVED, 400);
    RequirementVerdict verdict = judge("MSS-1.1", facts(true, true), pass, fail);
    assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(verdict.marks()).containsExactly(Mark.STALE);
  }

  @Test
  void documentsThatSayBothAreAConflict() {
    RequirementVerdict verdict =
        judge(
            "MSS-5.4",
            facts(true, true),
            finding("MSS-5.4", Verdict.PASS, Strength.DOCUMENTED, 1, "promise"),
            finding("MSS-5.4", Verdict.FAIL, Strength.DOCUMENTED, 1));
    assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict.marks()).containsExactly(Mark.CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({"179, PASS", "181, INCONCLUSIVE", "-3, INCONCLUSIVE"})
  void evidenceAgesAndIsNotBelievedFromTheFuture(int daysOld, Verdict expected) {
    Finding pass =
        finding(
            "MSS-1.1", Verdict.PASS, Strength.OBSERVED, daysOld, "setup", "idle", "use", "update");
    assertThat(judge("MSS-1.1", facts(true, true), pass).verdict()).isEqualTo(expected);
  }

  @Test
  void evidenceWithoutADateCarriesNoPass() {
    Finding pass =
        new Finding(
            "C",
            "MSS-1.6",
            Verdict.PASS,
            Strength.OBSERVED,
            "ok",
            List.of(),
            null,
            Set.of("negotiated"),
            null,
            null);
    RequirementVerdict verdict = judge("MSS-1.6", facts(true, true), pass);
    assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict.marks()).containsExactly(Mark.STALE);
  }

  @Test
  void evidenceBelowTheFloorCarriesNoPass() {
    Finding pass =
        finding("MSS-1.1", Verdict.PASS, Strength.DOCUMENTED, 1, "setup", "idle", "use", "update");
    assertThat(judge("MSS-1.1", facts(true, true), pass).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatIsMissingIsNamed() {
    RequirementVerdict verdict =
        judge(
            "MSS-1.1",
            facts(true, true),
            finding("MSS-1.1", Verdict.PASS, Strength.OBSERVED, 1, "setup", "use"));
    assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict.settle())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).contains("capture"));
  }

  @Test
  void anUnknownFactIsAskedForFirst() {
    RequirementVerdict verdict =
        judge("MSS-3.1", facts(null, false), finding("MSS-3.1", Verdict.FAIL, Strength.TESTED, 1));
    assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict.settle().getFirst()).contains("auth.password.remote");
  }

  @Test
  void everyRequirementIsInEveryReport() {
    assertThat(all(RULES.judge(List.of(), Map.of(), AT))).hasSize(30);
    assertThat(all(RULES.judge(List.of(), Map.of(), AT)))
        .allSatisfy(each -> assertThat(each.settle()).isNotEmpty());
  }

  @Test
  void aRecommendationCountsOnlyWhereTheProfilePromotesIt() {
    Finding fail = finding("MSS-5.8", Verdict.FAIL, Strength.DOCUMENTED, 1);
    Judgement strict = new Judgement(CATALOGUE, Profile.shipped("strict"));
    assertThat(RULES.judge(List.of(fail), facts(true, true), AT).get(4).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(strict.judge(List.of(fail), facts(true, true), AT).get(4).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  /**
   * Appendix rules A.2 and A.3: what standard 3 comes to where no password is accepted from a
   * distance.
   */
  @ParameterizedTest
  @CsvSource({
    "PASS, PASS",
    "FAIL, INCONCLUSIVE",
    "INCONCLUSIVE, INCONCLUSIVE",
  })
  void theWayInWithoutAPasswordCarriesStandard3OnlyWhereItIsStrong(Verdict way, Verdict expected) {
    Map<String, Fact> facts = facts(true, true);
    facts.put(
        "auth.password.remote", new Fact("auth.password.remote", false, true, "scan", List.of()));
    List<Finding> findings =
        List.of(
            finding("MSS-3.4", Verdict.PASS, Strength.TESTED, 1, "firmware", "login-services"),
            finding("MSS-3.5", way, Strength.TESTED, 1, "stranger"));
    assertThat(RULES.judge(findings, facts, AT).get(2).verdict()).isEqualTo(expected);
  }

  @Test
  void aHiddenPasswordFailsStandard3EvenWithStrongPairing() {
    Map<String, Fact> facts = facts(true, true);
    facts.put(
        "auth.password.remote", new Fact("auth.password.remote", false, true, "scan", List.of()));
    List<Finding> findings =
        List.of(
            finding("MSS-3.4", Verdict.FAIL, Strength.OBSERVED, 1),
            finding("MSS-3.5", Verdict.PASS, Strength.TESTED, 1, "stranger"));
    assertThat(RULES.judge(findings, facts, AT).get(2).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aProductUsedInTheHandAloneNeedsNoPassword() {
    List<StandardVerdict> standards = RULES.judge(List.of(), facts(false, true), AT);
    assertThat(standards.get(2).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aStrongWayInDoesNotExcuseAPasswordThatIsAccepted() {
    List<Finding> findings =
        List.of(finding("MSS-3.5", Verdict.PASS, Strength.TESTED, 1, "stranger"));
    assertThat(RULES.judge(findings, facts(true, true), AT).get(2).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }
}
