package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCoversProductTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String START = product("markets: [GB]");

  @Test
  void aPolicyForTheWebsiteDoesNoHarmBesideOneForTheProduct() {
    assertThat(
            verdicts(
                new PolicyCoversProduct(),
                START,
                policy(EN),
                policy("language: en, searched: true, scope: WEBSITE_ONLY")))
        .containsExactly(Verdict.PASS);
  }

  @Test
  void aPolicyForTheWebsiteAloneFails() {
    assertThat(
            verdicts(
                new PolicyCoversProduct(),
                START,
                policy("language: en, searched: true, scope: WEBSITE_ONLY")))
        .containsExactly(Verdict.FAIL);
  }

  @Test
  void silenceIsNoFault() {
    List<Finding> found =
        findings(
            new PolicyCoversProduct(),
            START,
            policy("language: en, searched: true, scope: UNSAID"));
    assertThat(found)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(each.reason()).contains("not found in the 60 passages");
        });
  }

  @Test
  void aPageThatIsNoPolicyShowsNothing() {
    assertThat(
            verdicts(
                new PolicyCoversProduct(),
                START,
                policy(EN).replace("state: POLICY", "state: BOT_WALL")))
        .isEmpty();
  }
}
