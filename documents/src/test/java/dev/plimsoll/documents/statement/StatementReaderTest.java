package dev.plimsoll.documents.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.documents.Requests;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.SupportPeriod;
import dev.plimsoll.model.observation.SupportPeriod.From;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
  private static List<SupportPeriod> read(String text) {
    Reading reading =
        new StatementReader().read(Requests.text("statement.html", text), Requests.plain());
    assertThat(reading.problems()).isEmpty();
    return reading.observations().stream().map(SupportPeriod.class::cast).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We provide security updates until 31 December 2029. | 2029-12-31",
        "Security updates are provided until at least December 31st, 2029. | 2029-12-31",
        "The defined support period ends on 2030-06-30. | 2030-06-30",
        "You will receive software updates through June 2030. | 2030-06-30",
        "Published on 3 May 2025, this page says that the security support ends in March 2028. | 2028-03-31",
        "The camera has not been supported since; support ended on 1 February 2024. | 2024-02-01",
        "From 1 May 2025 until 1 May 2030 we deliver security patches. | 2030-05-01",
        "Sicherheitsupdates gibt es mindestens bis zum 31.12.2028. | 2028-12-31",
        "Sicherheitsupdates gibt es mindestens bis Dezember 2028. | 2028-12-31",
      })
  void findsTheLastDay(String sentence, LocalDate until) {
    assertThat(read(sentence)).hasSize(1);
    assertThat(read(sentence).getFirst().until()).isEqualTo(until);
    assertThat(read(sentence).getFirst().months()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Security updates are provided for at least 5 years from the date of first sale. | 60 | ON_SALE",
        "We issue security updates for five years after the product is first placed on the market. | 60 | ON_SALE",
        "You get security updates for a minimum of 24 months from the date of purchase. | 24 | PURCHASE",
        "Security updates continue for two years after the product is no longer sold. | 24 | LAST_SOLD",
        "Security updates are provided for 3 to 5 years. | 36 | NONE",
        "Wir liefern Sicherheitsupdates für fünf Jahre ab Kaufdatum. | 60 | PURCHASE",
      })
  void findsTheLengthAndWhatItCountsFrom(String sentence, int months, From from) {
    assertThat(read(sentence)).hasSize(1);
    assertThat(read(sentence).getFirst().months()).isEqualTo(months);
    assertThat(read(sentence).getFirst().from()).isEqualTo(from);
    assertThat(read(sentence).getFirst().until()).isNull();
  }

  @Test
  void aLifetimeHasNoDate() {
    SupportPeriod period =
        read("We provide security updates for the lifetime of the product.").getFirst();
    assertThat(period.from()).isEqualTo(From.LIFETIME);
    assertThat(period.months()).isZero();
    assertThat(period.until()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The product has a warranty of 2 years from the date of purchase.",
        "We were founded in May 2012 and sell cameras.",
        "This page was last updated on 3 May 2025. Security updates matter to us.",
        "Keep the packaging for two years.",
        "Spare parts are available for 7 years.",
      })
  void saysNothingWhereNoPeriodIsStated(String sentence) {
    assertThat(read(sentence)).isEmpty();
  }

  @Test
  void readsATableOfModels() {
    List<SupportPeriod> found =
        read(
            """
            <html><body><h1>Security support</h1><table>
            <tr><th>Model</th><th>Released</th><th>Security updates until</th></tr>
            <tr><td>Doorbell AD-2</td><td>2024</td><td>31 December 2029</td></tr>
            <tr><td>Camera C 7</td><td>2020</td><td>June 2026</td></tr>
            </table></body></html>
            """);
    assertThat(found)
        .extracting(SupportPeriod::model)
        .containsExactly("Doorbell AD-2", "Camera C 7");
    assertThat(found)
        .extracting(SupportPeriod::until)
        .containsExactly(LocalDate.of(2029, 12, 31), LocalDate.of(2026, 6, 30));
    assertThat(found.getFirst().place().first()).isEqualTo(2);
  }

  @Test
  void takesTheModelFromTheSentenceOrItsHeading() {
    assertThat(
            read("Security updates for the AD-2 are provided until 31 May 2030.")
                .getFirst()
                .model())
        .isEqualTo("AD-2");
    assertThat(
            read("# Doorbell AD-3\n\nSecurity updates are provided until 31 May 2030.")
                .getFirst()
                .model())
        .isEqualTo("AD-3");
    assertThat(read("Security updates are provided until 31 May 2030.").getFirst().model())
        .isNull();
  }

  @Test
  void inheritsTheTopicFromHeadingAndLeadIn() {
    assertThat(
            read("# Security update support period\n\nUntil at least 31 May 2030.")
                .getFirst()
                .until())
        .isEqualTo(LocalDate.of(2030, 5, 31));
    assertThat(
            read("We provide security updates:\n\n- for 5 years from first sale")
                .getFirst()
                .months())
        .isEqualTo(60);
  }
}
