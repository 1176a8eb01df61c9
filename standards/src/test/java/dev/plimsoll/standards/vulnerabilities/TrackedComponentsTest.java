package dev.plimsoll.standards.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackedComponentsTest {
  private static final String OLD_TLS =
      "[{line: 9, name: openssl, version: 1.1.1w, end: \"2023-09-11\"}]";

  @Test
  void aCleanListDoesNotPass() {
    assertThat(findings("2.4.1", "[{line: 9, name: openssl, version: 3.5.0}]"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(finding.settle()).contains("advisory data");
        });
  }

  @Test
  void anEmptyListDoesNotPass() {
    assertThat(findings("2.4.1", "[]"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void theListOfAnotherVersionAccusesNobody() {
    assertThat(findings("2.3.0", OLD_TLS))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(finding.reason()).contains("Nothing ties the list");
        });
  }

  @Test
  void aLesserPartPastItsSupportIsNamedAndDoesNotFail() {
    assertThat(findings("2.4.1", "[{line: 9, name: zlib, version: 1.2.3, end: \"2020-01-01\"}]"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(finding.reason()).contains("zlib 1.2.3 until 2020-01-01");
        });
  }

  @Test
  void supportThatEndsTodayHasNotEnded() {
    assertThat(findings("2.4.1", "[{line: 9, name: openssl, end: \"2026-11-20\"}]"))
        .extracting(Finding::verdict)
        .doesNotContain(Verdict.FAIL);
    assertThat(findings("2.4.1", "[{line: 9, name: openssl, end: \"2026-11-19\"}]"))
        .extracting(Finding::verdict)
        .contains(Verdict.FAIL);
  }

  private static List<Finding> findings(String firmware, String components) {
    return CheckPage.findings(
        new TrackedComponents(),
        """
        product: {name: Lamp, firmware: 2.4.1}
        evidence:
          - file: bom.json
            as: sbom
            firmware: %s
            at: 2026-11-18
            seen:
              - ComponentList: {format: SPDX 2.3, components: %s}
        """
            .formatted(firmware, components));
  }
}
