package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.record;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import org.junit.jupiter.api.Test;

class DeletionOfferedTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String START = product("markets: [GB]");

  private static final String KIND = "deletion_right";

  @Test
  void aPolicyAccountsForNothing() {
    assertThat(
            findings(
                new DeletionOffered(), START, policy(EN, KIND, "offered", "You can delete it.")))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.verdict()).isEqualTo(Verdict.PASS);
          assertThat(each.covers()).isEmpty();
        });
  }

  @Test
  void byPostAloneFailsButNotBesideAnotherWay() {
    assertThat(verdicts(new DeletionOffered(), START, policy(EN, KIND, "by-post", "By letter.")))
        .containsExactly(Verdict.FAIL);
    assertThat(
            verdicts(
                new DeletionOffered(),
                START,
                policy(EN, KIND, "by-post", "By letter.", KIND, "offered", "In the app.")))
        .containsExactly(Verdict.PASS);
  }

  @Test
  void refusalFailsButNotBesideAnOffer() {
    assertThat(verdicts(new DeletionOffered(), START, policy(EN, KIND, "denied", "No.")))
        .containsExactly(Verdict.FAIL);
    assertThat(
            verdicts(
                new DeletionOffered(),
                START,
                policy(EN, KIND, "denied", "No.", KIND, "offered", "Yes.")))
        .containsExactly(Verdict.PASS);
  }

  @Test
  void silenceIsOpenUntilSomebodyTestedIt() {
    assertThat(verdicts(new DeletionOffered(), START, policy(EN)))
        .containsExactly(Verdict.INCONCLUSIVE);
    assertThat(
            verdicts(
                new DeletionOffered(),
                START,
                policy(EN),
                record("account-deletion", "access-ended")))
        .isEmpty();
  }
}
