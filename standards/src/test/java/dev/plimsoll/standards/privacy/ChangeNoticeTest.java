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

class ChangeNoticeTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String PL =
      "url: \"https://a.example/pl\", language: pl, searched: false, ease: NaN, scope: UNSAID";
  private static final String START = product("markets: [GB]");

  private static List<Verdict> senses(String... senses) {
    String[] clauses = new String[senses.length * 3];
    for (int i = 0; i < senses.length; i++) {
      clauses[3 * i] = "change_notification";
      clauses[3 * i + 1] = senses[i];
      clauses[3 * i + 2] = "A sentence.";
    }
    return verdicts(new ChangeNotice(), START, policy(EN, clauses));
  }

  @Test
  void onlyDirectNoticePasses() {
    assertThat(senses("direct")).containsExactly(Verdict.PASS);
    assertThat(senses("on-site")).containsExactly(Verdict.INCONCLUSIVE);
    assertThat(senses("posting-only")).containsExactly(Verdict.FAIL);
    assertThat(senses()).containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void directNoticeForSomeChangesOutweighsPostingOfOthers() {
    assertThat(senses("posting-only", "direct")).containsExactly(Verdict.PASS);
    assertThat(senses("posting-only", "on-site")).containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aLanguageWithoutRulesIsOpenAndDoesNoHarmBesideEnglish() {
    assertThat(findings(new ChangeNotice(), START, policy(PL)))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("not searched"));
    assertThat(
            verdicts(
                new ChangeNotice(),
                START,
                policy(PL),
                policy(EN, "change_notification", "direct", "We will email you.")))
        .containsExactly(Verdict.PASS);
  }

  @Test
  void quotesTheSentenceWithItsPassage() {
    Finding found =
        findings(
                new ChangeNotice(),
                START,
                policy(EN, "change_notification", "direct", "We will email you."))
            .getFirst();
    assertThat(found.reason()).contains("We will email you.");
    assertThat(found.places()).hasSize(2);
  }
}
