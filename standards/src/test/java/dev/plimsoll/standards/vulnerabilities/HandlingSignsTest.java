package dev.plimsoll.standards.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingSignsTest {
  private static final String POLICY =
      "DisclosurePolicy: {acknowledgement: {passage: 3, text: a}, updates: {passage: 4, text: b}}";
  private static final String PROGRAMME = "DisclosurePolicy: {programme: {passage: 3, text: a}}";

  @Test
  void twoDocumentsOfOneSortAreOneSign() {
    assertThat(findings("at: 2026-11-18", POLICY, POLICY))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void signsWithoutADateDoNotCount() {
    assertThat(findings("covers: []", POLICY, PROGRAMME))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void twoSortsInTwoDocumentsPass() {
    assertThat(findings("at: 2026-11-18", POLICY, PROGRAMME))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
          assertThat(finding.places()).hasSize(2);
          assertThat(finding.covers()).containsExactly("handling");
        });
  }

  @Test
  void aContactOrHalfAPromiseIsNoSign() {
    assertThat(
            findings(
                "at: 2026-11-18",
                "DisclosurePolicy: {contact: {passage: 1, text: s@m.example}}",
                "DisclosurePolicy: {updates: {passage: 1, text: a}}"))
        .isEmpty();
  }

  @Test
  void onlyTheVendorsSoundPublishedAdvisoriesCount() {
    String sound = "Advisory: {byVendor: true, status: final, vulnerabilities: [CVE-2026-1]}";
    assertThat(findings("at: 2026-11-18", POLICY, sound))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.PASS);
    for (String other :
        List.of(
            "Advisory: {byVendor: false, status: final, vulnerabilities: [CVE-2026-1]}",
            "Advisory: {byVendor: true, status: draft, vulnerabilities: [CVE-2026-1]}",
            "Advisory: {byVendor: true, status: final}",
            "Advisory: {byVendor: true, status: final, vulnerabilities: [CVE-1], failed: [6.1.1]}")) {
      assertThat(findings("at: 2026-11-18", POLICY, other))
          .extracting(Finding::verdict)
          .containsExactly(Verdict.INCONCLUSIVE);
    }
  }

  private static List<Finding> findings(String date, String... seen) {
    StringBuilder yaml = new StringBuilder("product: {name: Lamp}\nevidence:\n");
    for (int i = 0; i < seen.length; i++) {
      yaml.append("  - file: f").append(i).append("\n    as: disclosure-policy\n    ").append(date);
      yaml.append("\n    seen:\n      - ").append(seen[i]).append('\n');
    }
    return CheckPage.findings(new HandlingSigns(), yaml.toString());
  }
}
