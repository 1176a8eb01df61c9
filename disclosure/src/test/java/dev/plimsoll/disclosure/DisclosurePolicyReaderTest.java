package dev.plimsoll.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.DisclosurePolicy;
import dev.plimsoll.model.observation.DisclosurePolicy.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosurePolicyReaderTest {
  static final String PAGE =
      """
      <!doctype html><html><head><title>Security</title><script>alert('no@no.example')</script></head>
      <body><nav><a href="/login">Sign in</a></nav><h1>Reporting a vulnerability</h1>
      <p>Please write to <a href="mailto:psirt@maker.example?subject=report">our team</a>.</p>
      <p>We make good products. We acknowledge every report within five working days.</p>
      <p>Until it is resolved we will keep you informed at least once a month.</p>
      <footer><a href="mailto:privacy@maker.example">Privacy</a></footer></body></html>
      """;

  @Test
  void readsTheThreePromises() {
    DisclosurePolicy policy = read(PAGE);
    assertThat(text(policy.contact())).isEqualTo("psirt@maker.example");
    assertThat(text(policy.acknowledgement()))
        .isEqualTo("We acknowledge every report within five working days.");
    assertThat(text(policy.updates())).startsWith("Until it is resolved");
    assertThat(policy.account()).isNull();
    assertThat(policy.programme()).isNull();
  }

  @Test
  void quotesStandAtTheirPassage() {
    DisclosurePolicy policy = read(PAGE);
    Place acknowledgement = place(policy.acknowledgement());
    assertThat(acknowledgement.unit()).isEqualTo(Place.Unit.PASSAGE);
    assertThat(acknowledgement.first()).isEqualTo(place(policy.contact()).first() + 1);
  }

  @Test
  void plainTextIsPlacedByLine() {
    DisclosurePolicy policy =
        read(
            """
            Vulnerability reports

            Send them to security [at] maker [dot] example.

            You will receive
            a reply within 72 hours.
            """);
    assertThat(text(policy.contact())).isEqualTo("security@maker.example");
    assertThat(place(policy.acknowledgement())).isEqualTo(Place.line("page", 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>We care about vulnerabilities.</p><p>Questions? <a href='mailto:sales@m.example'>x</a></p>",
        "<p>Our privacy officer: <a href='mailto:dpo@m.example'>dpo</a>, vulnerability</p>",
        "<p>Page not found</p><p>info@m.example</p>",
        "<p>Report a vulnerability on <a href='https://hackerone.com/'>HackerOne</a></p>",
      })
  void whatIsNoContactIsNotTaken(String html) {
    assertThat(read("<html><body>" + html).contact()).isNull();
  }

  @Test
  void formOrPlatformIsAContact() {
    assertThat(
            text(
                read("<html><p>Report a vulnerability: <a href='https://hackerone.com/m'>here</a>")
                    .contact()))
        .isEqualTo("https://hackerone.com/m");
    assertThat(
            read("<html><p>Report a vulnerability</p><form><textarea></textarea></form>").contact())
        .isNotNull();
  }

  @Test
  void loginWallIsSeen() {
    assertThat(
            text(
                read("<html><p>To report a vulnerability please log in to your customer account."
                        + "</p><form><input type='password'></form>")
                    .account()))
        .contains("log in");
    assertThat(
            read("<html><p>Report a vulnerability without an account: security@m.example</p>")
                .account())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We will acknowledge receipt of your report within 3 business days. | true
          First response: 2 business days | true
          You will receive a response from us within one week. | true
          We aim to respond to you in 48 hours. | true
          We cannot promise to respond to every report within 5 days. | false
          You must respond to our questions within 5 days. | false
          We acknowledge the work of researchers. | false
          Fixes are published within 90 days. | false
          """)
  void acknowledgementNeedsATimeAndAPromise(String sentence, boolean promised) {
    assertThat(Sentences.promisesAcknowledgement(sentence)).isEqualTo(promised);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We will send you status updates every two weeks until the issue is resolved. | true
          We keep you informed of progress. | true
          Regular updates of this policy may be made. | false
          We publish a firmware update and keep you informed by newsletter. | false
          We do not keep reporters informed. | false
          """)
  void updatesAreThoseForTheReporter(String sentence, boolean promised) {
    assertThat(Sentences.promisesUpdates(sentence)).isEqualTo(promised);
  }

  @Test
  void closedProgrammeDoesNotInvite() {
    assertThat(Contacts.invitesToProgramme("Our bug bounty programme pays for valid reports."))
        .isTrue();
    assertThat(Contacts.invitesToProgramme("Our bug bounty program is by invitation.")).isFalse();
    assertThat(Contacts.invitesToProgramme("We do not offer a bug bounty at this time.")).isFalse();
  }

  @Test
  void emptyPageIsAProblem() {
    Reading reading = reading("<html><body><script>app()</script></body></html>");
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
  }

  private static DisclosurePolicy read(String page) {
    return (DisclosurePolicy) reading(page).observations().getFirst();
  }

  private static Reading reading(String page) {
    Request request =
        new Request(
            Exhibit.of("page"),
            List.of(),
            List.of(),
            Instant.parse("2026-11-01T00:00:00Z"),
            Budget.standard());
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return new DisclosurePolicyReader().read(Source.of("page", bytes), request);
  }

  private static String text(@Nullable Quote quote) {
    return quote == null ? "" : quote.text();
  }

  private static Place place(@Nullable Quote quote) {
    return Objects.requireNonNull(quote).place();
  }
}
