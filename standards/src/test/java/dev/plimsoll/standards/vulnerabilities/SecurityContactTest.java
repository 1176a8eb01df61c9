package dev.plimsoll.standards.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityContactTest {
  private static final String GOOD =
      "SecurityTxt: {url: \"https://m.example/.well-known/security.txt\", state: VALID, usability:"
          + " \"YES\", contacts: [\"mailto:s@m.example\"], expires: 2027-06-30}";
  private static final String STALE =
      "SecurityTxt: {url: \"https://m.example/.well-known/security.txt\", state: INVALID, usability:"
          + " STALE, contacts: [\"mailto:s@m.example\"], expires: 2026-01-01}";
  private static final String PAGE =
      "DisclosurePolicy: {url: \"https://m.example/security\", contact: {passage: 2, text:"
          + " psirt@m.example}}";
  private static final String WALL =
      "DisclosurePolicy: {url: \"https://m.example/security\", account: {passage: 2, text: \"Sign in"
          + " to report.\"}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        STALE,
        "SecurityTxt: {url: \"https://m.example/x\", state: UNTRUSTED, usability: \"YES\", expires: 2027-06-30}",
        "SecurityTxt: {url: \"https://m.example/x\", state: VALID, usability: \"NO\", expires: 2027-06-30}",
        "SecurityTxt: {url: \"https://m.example/x\", state: VALID, usability: \"YES\"}",
        "SecurityTxt: {url: \"https://m.example/x\", state: VALID, usability: \"YES\", expires: 2026-11-19}",
        "SecurityTxt: {state: VALID, usability: \"YES\", expires: 2027-06-30}",
        "DisclosurePolicy: {contact: {passage: 2, text: psirt@m.example}}",
      })
  void whatIsNotSoundIsOpenAndNeverAFailure(String seen) {
    assertThat(findings(seen))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(finding.settle()).isNotNull();
        });
  }

  @Test
  void oneGoodWayIsEnoughBesideAStaleFile() {
    assertThat(findings(STALE, PAGE)).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    assertThat(findings(GOOD, WALL)).extracting(Finding::verdict).containsOnly(Verdict.PASS);
  }

  @Test
  void aFetchedPageIsAnObservation() {
    assertThat(findings(PAGE))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.strength()).isEqualTo(Strength.OBSERVED);
          assertThat(finding.covers()).containsExactly("contact");
        });
  }

  @Test
  void theWallFailsOnlyWhereNothingElseIsKnown() {
    assertThat(findings(WALL)).extracting(Finding::verdict).containsExactly(Verdict.FAIL);
    assertThat(findings(STALE, WALL))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aPageWithoutContactSaysNothing() {
    assertThat(findings("DisclosurePolicy: {url: \"https://m.example/\"}")).isEmpty();
  }

  private static List<Finding> findings(String... seen) {
    StringBuilder yaml = new StringBuilder("product: {name: Lamp}\nevidence:\n");
    for (int i = 0; i < seen.length; i++) {
      String kind = seen[i].startsWith("Security") ? "security.txt" : "disclosure-policy";
      yaml.append("  - file: f").append(i).append("\n    as: ").append(kind);
      yaml.append("\n    at: 2026-11-18\n    seen:\n      - ").append(seen[i]).append('\n');
    }
    return CheckPage.findings(new SecurityContact(), yaml.toString());
  }
}
