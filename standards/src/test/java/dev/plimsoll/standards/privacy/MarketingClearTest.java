package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import org.junit.jupiter.api.Test;

class MarketingClearTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String START = product("markets: [GB]");

  private static final String KIND = "third_party_marketing";

  @Test
  void sayingOneThingIsClear() {
    assertThat(verdicts(new MarketingClear(), START, policy(EN, KIND, "shared", "We share.")))
        .containsExactly(Verdict.PASS);
    assertThat(verdicts(new MarketingClear(), START, policy(EN, KIND, "allowed", "They collect.")))
        .containsExactly(Verdict.PASS);
    assertThat(verdicts(new MarketingClear(), START, policy(EN, KIND, "denied", "We never share.")))
        .containsExactly(Verdict.PASS);
  }

  @Test
  void sayingBothIsOpenWithBothSentences() {
    assertThat(
            findings(
                new MarketingClear(),
                START,
                policy(EN, KIND, "denied", "We never share.", KIND, "shared", "We share.")))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(each.reason()).contains("We never share.", "We share.");
        });
  }

  @Test
  void silenceIsOpen() {
    assertThat(verdicts(new MarketingClear(), START, policy(EN)))
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void thePolicyAloneDoesNotShowThatTrafficAgrees() {
    assertThat(
            findings(new MarketingClear(), START, policy(EN, KIND, "denied", "We never share."))
                .getFirst()
                .covers())
        .containsExactly("said");
  }
}
