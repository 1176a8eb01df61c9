package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.record;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import org.junit.jupiter.api.Test;

class OptOutTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String START = product("markets: [GB]");

  private static final String KIND = "opt_out_choice";

  @Test
  void aPolicyAccountsForNothing() {
    assertThat(findings(new OptOut(), START, policy(EN, KIND, "offered", "You can opt out.")))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.verdict()).isEqualTo(Verdict.PASS);
          assertThat(each.covers()).isEmpty();
        });
  }

  @Test
  void silenceIsOpenUntilSomebodyTestedIt() {
    assertThat(verdicts(new OptOut(), START, policy(EN))).containsExactly(Verdict.INCONCLUSIVE);
    assertThat(verdicts(new OptOut(), START, policy(EN), record("marketing-opt-out", "stops")))
        .isEmpty();
  }

  @Test
  void aRefusalInTheTextIsNoFaultByItself() {
    assertThat(
            verdicts(
                new OptOut(),
                START,
                policy(EN, KIND, "denied", "You cannot opt out of service messages.")))
        .containsExactly(Verdict.INCONCLUSIVE);
  }
}
