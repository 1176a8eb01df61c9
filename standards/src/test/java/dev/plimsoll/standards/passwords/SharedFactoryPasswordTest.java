package dev.plimsoll.standards.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFactoryPasswordTest {

  private static List<Finding> findings(String labels, String rest) {
    return CheckPage.findings(
        new SharedFactoryPassword(),
        """
        evidence:
          - file: labels.csv
            as: units
            at: 2026-11-10
            seen:
              - UnitLabels: {line: 2, reason: "As seen.", %s}
        %s\
        """
            .formatted(labels, rest));
  }

  private static String record(String outcome, String attachments) {
    return """
      - file: setup.yaml
        as: record
        at: 2026-11-10
        seen:
          - TestRecord: {test: default-after-setup, outcome: %s, by: A. Tester, at: 2026-11-10, how: by hand,
              attachments: [%s], present: true}
    """
        .formatted(outcome, attachments);
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void noTieInTooFewUnitsIsNoPass() {
    Finding finding = only(findings("units: 9, tie: NONE_FOUND, bits: 80", ""));
    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.settle()).contains("10 units");
  }

  @Test
  void noTieInASmallPoolIsNoPass() {
    assertThat(only(findings("units: 50, tie: NONE_FOUND, bits: 39.9", "")).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void manyUnitsWithoutATieAccountForTheDefaultPassword() {
    Finding finding = only(findings("units: 10, tie: NONE_FOUND, bits: 60", ""));
    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.covers()).containsExactly("default-password");
    assertThat(finding.cites()).isNull();
  }

  @Test
  void anOpenTieIsNeverAFail() {
    assertThat(only(findings("units: 40, tie: OPEN, bits: 26", "")).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void derivableAndGuessableFail() {
    assertThat(only(findings("units: 2, tie: DERIVABLE, family: shared", "")).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(only(findings("units: 2, tie: GUESSABLE, bits: 12", "")).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aForcedChangeTakesTheFailAwayAndCoversNothingItself() {
    Finding finding =
        only(findings("units: 2, tie: DERIVABLE", record("change-forced", "photo.jpg")));
    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.covers()).isEmpty();
  }

  @Test
  void aRecordThatNobodyCanCheckDoesNotTakeTheFailAway() {
    assertThat(only(findings("units: 2, tie: DERIVABLE", record("change-forced", ""))).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(only(findings("units: 2, tie: DERIVABLE", record("works", "photo.jpg"))).verdict())
        .isEqualTo(Verdict.FAIL);
  }
}
