package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.record;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyUnderstandableTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String PL =
      "url: \"https://a.example/pl\", language: pl, searched: false, ease: NaN, scope: UNSAID";
  private static final String START = product("markets: [GB]");

  @Test
  void everyMarketWantsOneOfItsLanguages() {
    assertThat(
            findings(
                    new PolicyUnderstandable(),
                    product("markets: [GB, PL]"),
                    policy(EN),
                    policy(PL))
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            findings(
                    new PolicyUnderstandable(),
                    product("markets: [GB, DE]"),
                    policy(EN),
                    policy(PL))
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            findings(
                    new PolicyUnderstandable(),
                    product("markets: [BE]"),
                    policy(EN.replace("language: en", "language: nl")))
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            findings(new PolicyUnderstandable(), product("markets: [XX]"), policy(EN))
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            findings(new PolicyUnderstandable(), product("category: general"), policy(EN))
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aScoreNeverFailsAndNeverAccountsForTheWording() {
    for (String ease : List.of("-20", "10", "45", "95")) {
      List<Finding> found =
          findings(
              new PolicyUnderstandable(), START, policy(EN.replace("ease: 45", "ease: " + ease)));
      assertThat(found).extracting(Finding::verdict).doesNotContain(Verdict.FAIL);
      assertThat(found).allSatisfy(each -> assertThat(each.covers()).doesNotContain("wording"));
    }
  }

  @Test
  void childrenWantAnEasierText() {
    String children = product("markets: [GB], audience: children");
    assertThat(verdicts(new PolicyUnderstandable(), children, policy(EN)))
        .containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE);
    assertThat(verdicts(new PolicyUnderstandable(), START, policy(EN)))
        .containsExactly(Verdict.PASS, Verdict.PASS);
  }

  @Test
  void twoReadersOutweighAScore() {
    assertThat(
            verdicts(
                new PolicyUnderstandable(),
                START,
                policy(EN.replace("ease: 45", "ease: 10")),
                record("policy-readers", "understood")))
        .containsExactly(Verdict.PASS);
  }
}
