package dev.plimsoll.standards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTestTest {
  private static final String WHOLE =
      "by: A. Tester, at: 2026-11-01, how: tried it, attachments: [a.log], present: true";

  private static List<Finding> findings(String requirement, String record) {
    return CheckPage.findings(
        new RecordedTest(requirement),
        """
        product: {category: lock}
        evidence:
          - file: record.yaml
            as: record
            at: 2026-11-19
            seen:
              - TestRecord: {%s}
        """
            .formatted(record));
  }

  @ParameterizedTest
  @CsvSource({"refused, PASS", "accepted, FAIL", "bricked, FAIL", "dunno, INCONCLUSIVE"})
  void theOutcomeDecides(String outcome, Verdict verdict) {
    assertThat(
            findings("MSS-2.3", "test: tampered-update, outcome: %s, %s".formatted(outcome, WHOLE)))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void theDayOfTheTestCountsAndNotThatOfTheFile() {
    assertThat(findings("MSS-2.3", "test: tampered-update, outcome: refused, " + WHOLE))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.at()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
          assertThat(finding.strength()).isEqualTo(Strength.TESTED);
          assertThat(finding.covers()).containsExactly("refusal");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: 2026-11-01, how: tried it, attachments: [a.log], present: true",
        "by: A. Tester, how: tried it, attachments: [a.log], present: true",
        "by: A. Tester, at: 2026-11-01, attachments: [a.log], present: true",
        "by: A. Tester, at: 2026-11-01, how: tried it, present: true",
        "by: A. Tester, at: 2026-11-01, how: tried it, attachments: [a.log], present: false",
      })
  void aRecordThatNobodyCanCheckDecidesNothing(String incomplete) {
    for (String outcome : List.of("refused", "accepted")) {
      assertThat(
              findings("MSS-2.3", "test: tampered-update, outcome: " + outcome + ", " + incomplete))
          .extracting(Finding::verdict)
          .containsExactly(Verdict.INCONCLUSIVE);
    }
  }

  /** The limit for locks is two minutes in the default profile. */
  @ParameterizedTest
  @CsvSource({"2, PASS", "2.5, FAIL", "-1, INCONCLUSIVE", "NaN, INCONCLUSIVE"})
  void aMeasuredValueIsHeldAgainstTheProfile(String value, Verdict verdict) {
    assertThat(
            findings(
                "MSS-2.5",
                "test: update-outage, outcome: measured, value: %s, %s".formatted(value, WHOLE)))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void aMeasuredTestWithoutAValueIsOpen() {
    assertThat(findings("MSS-2.5", "test: update-outage, outcome: measured, " + WHOLE))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aRecordForAnotherRequirementIsNotLookedAt() {
    assertThat(findings("MSS-2.1", "test: tampered-update, outcome: refused, " + WHOLE)).isEmpty();
  }

  @Test
  void anOutcomeThatRestsOnAnAppendixRuleCitesIt() {
    assertThat(findings("MSS-2.2", "test: update-default, outcome: preselected, " + WHOLE))
        .singleElement()
        .satisfies(finding -> assertThat(finding.cites()).isEqualTo("MSS-A.4"));
  }
}
