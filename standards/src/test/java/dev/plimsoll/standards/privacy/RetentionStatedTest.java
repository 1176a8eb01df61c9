package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.record;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import org.junit.jupiter.api.Test;

class RetentionStatedTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String PL =
      "url: \"https://a.example/pl\", language: pl, searched: false, ease: NaN, scope: UNSAID";
  private static final String START = product("markets: [GB]");

  private static final String KIND = "retention";

  private static Verdict senses(String... senses) {
    String[] clauses = new String[senses.length * 3];
    for (int i = 0; i < senses.length; i++) {
      clauses[3 * i] = KIND;
      clauses[3 * i + 1] = senses[i];
      clauses[3 * i + 2] = "Sentence " + i + ".";
    }
    return verdicts(new RetentionStated(), START, policy(EN, clauses)).getFirst();
  }

  @Test
  void aPeriodPassesOnlyWithoutAVagueSentenceBesideIt() {
    assertThat(senses("bounded")).isEqualTo(Verdict.PASS);
    assertThat(senses("bounded", "criterion")).isEqualTo(Verdict.PASS);
    assertThat(senses("bounded", "as-long-as-necessary")).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(senses("bounded", "unlimited")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void onlyVagueSentencesFail() {
    assertThat(senses("as-long-as-necessary")).isEqualTo(Verdict.FAIL);
    assertThat(senses("unlimited", "mentioned")).isEqualTo(Verdict.FAIL);
  }

  @Test
  void cookiesAndMereMentionsAreNoPeriod() {
    assertThat(senses("cookies")).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(senses("mentioned")).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(senses()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theNearestSentenceIsShown() {
    assertThat(
            findings(new RetentionStated(), START, policy(EN, KIND, "mentioned", "We retain logs."))
                .getFirst()
                .reason())
        .contains("not found in the 60 passages", "We retain logs.");
  }

  @Test
  void aLanguageWithoutRulesIsOpen() {
    assertThat(verdicts(new RetentionStated(), START, policy(PL), record("x", "y")))
        .containsExactly(Verdict.INCONCLUSIVE);
  }
}
