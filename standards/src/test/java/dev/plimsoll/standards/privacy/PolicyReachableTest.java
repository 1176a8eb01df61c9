package dev.plimsoll.standards.privacy;

import static dev.plimsoll.standards.privacy.Dossiers.findings;
import static dev.plimsoll.standards.privacy.Dossiers.policy;
import static dev.plimsoll.standards.privacy.Dossiers.product;
import static dev.plimsoll.standards.privacy.Dossiers.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReachableTest {
  private static final String EN =
      "url: \"https://a.example/p\", language: en, searched: true, ease: 45, scope: PRODUCT";
  private static final String START = product("markets: [GB]");

  private static List<Verdict> at(String url) {
    return verdicts(new PolicyReachable(), START, policy(EN.replace("https://a.example/p", url)));
  }

  @Test
  void onlyAPublicHttpsAddressAccountsForServing() {
    assertThat(at("https://a.example/p")).containsExactly(Verdict.PASS);
    assertThat(findings(new PolicyReachable(), START, policy(EN)).getFirst().covers())
        .containsExactly("served");
  }

  @Test
  void everyOtherAddressIsOpen() {
    for (String url :
        List.of(
            "http://a.example/p",
            "https://192.168.1.1/p",
            "https://web.archive.org/web/1/https://a.example",
            "file:///tmp/p.html",
            "https://lamp.local/p",
            "https://localhost/p",
            "https://user@a.example/p",
            "",
            "ftp://a.example/p")) {
      assertThat(at(url)).as(url).containsExactly(Verdict.INCONCLUSIVE);
    }
  }

  @Test
  void noAddressIsOpenAndSaysWhatIsMissing() {
    assertThat(findings(new PolicyReachable(), START, policy("language: en, scope: PRODUCT")))
        .singleElement()
        .satisfies(each -> assertThat(each.settle()).contains("url:"));
  }

  @Test
  void aLoginPageFailsOnlyWhereNoPolicyIsBesideIt() {
    String login =
        policy("url: \"https://b.example/p\", language: en")
            .replace("state: POLICY", "state: LOGIN");
    assertThat(verdicts(new PolicyReachable(), START, login)).containsExactly(Verdict.FAIL);
    assertThat(verdicts(new PolicyReachable(), START, login, policy(EN)))
        .containsExactly(Verdict.PASS);
  }
}
