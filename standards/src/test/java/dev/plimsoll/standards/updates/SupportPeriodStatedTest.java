package dev.plimsoll.standards.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportPeriodStatedTest {
  private static final String SOLD =
      "name: Lamp, model: HL-2, category: lighting, on_sale: 2025-03-01";

  private static List<Finding> findings(String product, String period) {
    String evidence =
        period.isEmpty()
            ? ""
            : "evidence:\n  - file: s.html\n    as: statement\n    at: 2026-11-10\n    seen:\n      - SupportPeriod: {passage: 4, quote: Updates, "
                + period
                + "}\n";
    return CheckPage.findings(new SupportPeriodStated(), "product: {" + product + "}\n" + evidence);
  }

  private static Verdict verdict(String product, String period) {
    return findings(product, period).getFirst().verdict();
  }

  @Test
  void countsFromTheFirstDayOfSale() {
    assertThat(verdict(SOLD, "model: HL-2, until: 2030-03-01")).isEqualTo(Verdict.PASS);
    assertThat(verdict(SOLD, "model: HL-2, until: 2030-02-28")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theCategoryDecidesHowLong() {
    String toy = SOLD.replace("lighting", "toy");
    String lock = SOLD.replace("lighting", "lock");
    assertThat(verdict(toy, "model: HL-2, until: 2028-03-01")).isEqualTo(Verdict.PASS);
    assertThat(verdict(lock, "model: HL-2, until: 2030-03-01")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anEndThatHasPassedFailsOnlyWhileTheProductIsSold() {
    assertThat(verdict(SOLD, "model: HL-2, until: 2026-11-19")).isEqualTo(Verdict.FAIL);
    assertThat(verdict(SOLD, "model: HL-2, until: 2026-11-20")).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(SOLD + ", last_sold: 2026-01-01", "model: HL-2, until: 2026-11-19"))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict("name: Lamp, model: HL-2", "model: HL-2, until: 2026-11-19"))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aStatementForAnotherModelSaysNothing() {
    assertThat(findings(SOLD, "model: HL-20, until: 2035-01-01")).isEmpty();
    assertThat(findings(SOLD, "model: HL, until: 2035-01-01")).isEmpty();
    assertThat(verdict(SOLD, "model: Harbour HL 2, until: 2035-01-01")).isEqualTo(Verdict.PASS);
    assertThat(verdict(SOLD, "until: 2035-01-01")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void lengthsCountFromTheFirstDayThatTheyCanMean() {
    assertThat(verdict(SOLD, "model: HL-2, months: 60, from: ON_SALE")).isEqualTo(Verdict.PASS);
    assertThat(verdict(SOLD, "model: HL-2, months: 60, from: PURCHASE")).isEqualTo(Verdict.PASS);
    assertThat(verdict(SOLD, "model: HL-2, months: 59, from: NONE"))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(SOLD, "model: HL-2, months: 24, from: PURCHASE"))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(SOLD, "model: HL-2, months: 60, from: LAST_SOLD")).isEqualTo(Verdict.PASS);
    assertThat(verdict("name: Lamp, model: HL-2", "model: HL-2, months: 60, from: ON_SALE"))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            verdict(
                "name: Lamp, model: HL-2, on_sale: 2019-01-01",
                "model: HL-2, months: 24, from: PURCHASE"))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(
            verdict(
                "name: Lamp, model: HL-2, on_sale: 2019-01-01",
                "model: HL-2, months: 24, from: ON_SALE"))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aLifetimeIsNoDate() {
    assertThat(verdict(SOLD, "model: HL-2, from: LIFETIME")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatTheDossierSaysIsDeclaredAlone() {
    Finding finding = findings(SOLD + ", support_until: 2032-01-01", "").getFirst();
    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.strength()).isEqualTo(dev.plimsoll.model.Strength.DECLARED);
  }
}
