package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Strength;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Summary summary = Summary.of(Samples.doorbell());

  @Test
  void saysTheResultInOneSentence() {
    assertThat(Summary.sentence(Samples.doorbell()))
        .isEqualTo(
            "Acme Home Doorbell Two does not meet the minimum standards: it fails on encrypted"
                + " communications and strong passwords.");
    assertThat(Summary.sentence(Samples.nothing()))
        .isEqualTo(
            "Nameless cannot be confirmed to meet the minimum standards: too little is known of"
                + " encrypted communications.");
  }

  @Test
  void countsOnlyWhatCountsAndConcernsTheProduct() {
    // Of 17 requirements, two are advice and one is not for this product.
    assertThat(summary.applicable()).isEqualTo(14);
    assertThat(summary.decided()).isEqualTo(6);
    assertThat(Summary.of(Samples.nothing()).decided()).isZero();
  }

  @Test
  void countsDecidedRequirementsByStrength() {
    assertThat(summary.strengths())
        .containsEntry(Strength.OBSERVED, 5)
        .containsEntry(Strength.TESTED, 1)
        .containsEntry(Strength.DOCUMENTED, 1)
        .containsEntry(Strength.DECLARED, 0);
    assertThat(summary.mix()).isEqualTo("1 tested, 5 observed and 1 documented");
  }

  @Test
  void asksForEachThingOnceAndForWhatCountsFirst() {
    assertThat(summary.open()).extracting(Summary.Open::what).doesNotHaveDuplicates();
    assertThat(summary.open()).extracting(Summary.Open::must).endsWith(true, false);
    assertThat(summary.open())
        .filteredOn(open -> open.what().contains("update-automatic"))
        .singleElement()
        .satisfies(open -> assertThat(open.requirements()).containsExactly("MSS-2.1", "MSS-2.2"));
  }
}
