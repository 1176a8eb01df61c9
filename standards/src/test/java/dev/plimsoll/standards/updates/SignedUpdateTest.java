package dev.plimsoll.standards.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedUpdateTest {

  private static List<Finding> findings(String... packages) {
    StringBuilder yaml = new StringBuilder("product: {name: Lamp}\nevidence:\n");
    for (int i = 0; i < packages.length; i++) {
      yaml.append(
          "  - {file: p%d.bin, as: update, at: 2026-11-01, seen: [{UpdatePackage: {%s, reason: so}}]}\n"
              .formatted(i, packages[i]));
    }
    return CheckPage.findings(new SignedUpdate(), yaml.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, AUTHENTIC, PASS",
    "false, , NOT_AUTHENTIC, FAIL",
    "true, true, NOT_AUTHENTIC, FAIL",
    "true, false, NOT_AUTHENTIC, INCONCLUSIVE",
    "true, , OPEN, INCONCLUSIVE",
    "false, , OPEN, INCONCLUSIVE",
  })
  void whatVouchesForTheBytesDecides(
      boolean signed,
      @org.jspecify.annotations.Nullable Boolean verifies,
      String authenticity,
      Verdict verdict) {
    String fields = "format: uimage, signed: %s, authenticity: %s".formatted(signed, authenticity);
    assertThat(findings(verifies == null ? fields : fields + ", verifies: " + verifies))
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void aSignedPackageDoesNotHideAnUnsignedOne() {
    assertThat(
            findings(
                "format: minisign, signed: true, verifies: true, authenticity: AUTHENTIC",
                "format: trx, signed: false, authenticity: NOT_AUTHENTIC"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL);
  }

  @Test
  void aSignatureDoesNotShowThatTheProductLooks() {
    assertThat(findings("format: minisign, signed: true, verifies: true, authenticity: AUTHENTIC"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.covers()).containsExactly("signature"));
  }
}
