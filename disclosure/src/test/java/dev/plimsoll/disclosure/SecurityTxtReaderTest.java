package dev.plimsoll.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.SecurityTxt.State;
import dev.plimsoll.model.observation.SecurityTxt.Usability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String URL = "https://maker.example/.well-known/security.txt";
  private static final String CONTACT = "Contact: mailto:security@maker.example\n";
  private static final String EXPIRES = "Expires: 2027-06-30T00:00:00Z\n";

  @Test
  void smallestFileIsValid() {
    SecurityTxt found = read(CONTACT + EXPIRES);
    assertThat(found.state()).isEqualTo(State.VALID);
    assertThat(found.usability()).isEqualTo(Usability.YES);
    assertThat(found.contacts()).containsExactly("mailto:security@maker.example");
    assertThat(found.expires()).isEqualTo(Instant.parse("2027-06-30T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact: https://maker.example/report\r\nEXPIRES: 2027-06-30t00:00:00z\r\n",
        "# note\n\nContact: tel:+44-20-7946-0000 \t\nExpires: 2027-06-30T02:00:00.5+02:00\n",
        "Contact: https://[2001:db8::1]:8443/report?a=b#c\nExpires: 2027-06-30T00:00:00Z\n",
        "X-Own: one\r\n two\r\nContact: https://a.example\r\nExpires: 2027-06-30T00:00:00Z\r\n",
        "Contact: https://a.example\nExpires: 2026-12-31T23:59:60Z\nPreferred-Languages: en ,\tde-CH\n",
      })
  void lawfulFormsAreValid(String text) {
    assertThat(read(text).rules()).noneMatch(rule -> rule.startsWith("E-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Expires: 2027-06-30T00:00:00Z\\n | E-contact-missing | NO
          Contact: https://a.example\\n | E-expires-missing | YES
          Contact: https://a.example\\nExpires: 2026-10-31T23:59:59Z\\n | E-expired | STALE
          Contact: https://a.example\\nExpires: 2027-06-30 00:00:00Z\\n | E-expires-format | YES
          Contact: https://a.example\\nExpires: 2020-06-30 00:00:00Z\\n | E-expired | STALE
          Contact: https://a.example\\nExpires: 2027-02-29T00:00:00Z\\n | E-expires-format | YES
          Contact: https://a.example\\nExpires: 2027-06-30T24:00:00Z\\n | E-expires-format | YES
          Contact: https://a.example\\nExpires: 2027-03-31T23:59:60Z\\n | E-expires-format | YES
          Contact: security@a.example\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-missing-scheme | REPAIRABLE
          Contact: +44 20 7946 0000\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-missing-scheme | REPAIRABLE
          Contact: maker.example:443/report\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-missing-scheme | REPAIRABLE
          Contact: mailto:security\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-syntax | NO
          Contact: https:///report\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-syntax | NO
          Contact: https://a.example/%zz\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-syntax | REPAIRABLE
          Contact: https://münchen.example/\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-syntax | REPAIRABLE
          Contact:  https://a.example\\nExpires: 2027-06-30T00:00:00Z\\n | E-uri-syntax | REPAIRABLE
          Contact:https://a.example\\nExpires: 2027-06-30T00:00:00Z\\n | E-no-space | REPAIRABLE
          Contact\\t: https://a.example\\nExpires: 2027-06-30T00:00:00Z\\n | E-ws-before-colon | REPAIRABLE
          Contact: https://a.example\\nExpires: 2027-06-30T00:00:00Z | E-eol-missing | YES
          Contact: https://a.example\\nExpires: 2027-06-30T00:00:00Z\\nPreferred-Languages: en;q=0.8\\n | E-lang-separator | YES
          Contact: https://a.example\\nExpires: 2027-06-30T00:00:00Z\\nPreferred-Languages: en-UK\\n | E-lang-tag | YES
          Contact: https://a.example\\nExpires: 2027-06-30T00:00:00Z\\nBug-Bounty: true\\n | E-bugbounty-value | YES
          X-Own: one\\n two\\nContact: https://a.example\\nExpires: 2027-06-30T00:00:00Z\\n | E-line-syntax | YES
          """)
  void breachesAreNamed(String text, String rule, Usability usability) {
    SecurityTxt found = read(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(found.rules()).contains(rule);
    assertThat(found.state()).isEqualTo(State.INVALID);
    assertThat(found.usability()).isEqualTo(usability);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          http://maker.example/.well-known/security.txt, -, text/plain, T-scheme-http
          https://maker.example/security.txt, -, text/plain, T-location
          https://maker.example/.well-known/security.txt, http://maker.example/a, text/plain, T-redirect-downgrade
          https://maker.example/.well-known/security.txt, -, -, T-content-type-missing
          https://maker.example/.well-known/security.txt, -, text/html, T-content-type
          https://maker.example/.well-known/security.txt, -, text/plain;charset=latin1, T-charset
          """)
  void theWayItWasServedCounts(
      String url, @Nullable String redirect, @Nullable String type, String rule) {
    SecurityTxt found =
        read(CONTACT + EXPIRES, url, redirect == null ? List.of() : List.of(redirect), type);
    assertThat(found.rules()).contains(rule);
    assertThat(found.state()).isEqualTo(State.INVALID);
  }

  @Test
  void legacyPlaceThatLeadsToTheRightOneIsFine() {
    SecurityTxt found =
        read(CONTACT + EXPIRES, "https://maker.example/security.txt", List.of(URL), "text/plain");
    assertThat(found.state()).isEqualTo(State.VALID);
  }

  @Test
  void hostIsComparedWithoutCase() {
    String text = "Canonical: https://MAKER.example:443/.well-known/security.txt\n";
    assertThat(read(text + CONTACT + EXPIRES).state()).isEqualTo(State.VALID);
    SecurityTxt other =
        read(
            text + CONTACT + EXPIRES,
            "https://www.maker.example/.well-known/security.txt",
            List.of(),
            "text/plain");
    assertThat(other.state()).isEqualTo(State.UNTRUSTED);
  }

  @Test
  void theClockIsTheTimeOfFetching() {
    Source source = Source.of("security.txt", bytes(CONTACT + EXPIRES));
    Exhibit old = exhibit(URL, List.of(), "text/plain", Instant.parse("2027-06-30T00:00:01Z"));
    SecurityTxt found = only(new SecurityTxtReader().read(source, request(old, List.of())));
    assertThat(found.usability()).isEqualTo(Usability.STALE);
  }

  @Test
  void hugeFileIsCutAndSaidToBe() {
    SecurityTxt found = read(CONTACT + EXPIRES + "#x\n".repeat(40_000));
    assertThat(found.rules()).contains("T-size");
    assertThat(found.usability()).isEqualTo(Usability.REPAIRABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maker", "subkey"})
  void signatureByTheGivenKeyHolds(String who) throws IOException {
    SecurityTxt found = signed(resource("signed-" + who + ".txt"), who + ".asc");
    assertThat(found.state()).isEqualTo(State.VALID);
    assertThat(found.signed()).isTrue();
    assertThat(found.rules()).isEmpty();
  }

  @Test
  void anotherKeyIsNotTrusted() throws IOException {
    SecurityTxt found = signed(resource("signed-stranger.txt"), "maker.asc");
    assertThat(found.state()).isEqualTo(State.UNTRUSTED);
    assertThat(found.rules()).contains("W-signature-unknown-key");
    assertThat(found.usability()).isEqualTo(Usability.UNTRUSTED);
  }

  @Test
  void changedTextIsNoticedWithAndWithoutTheKey() throws IOException {
    String changed = resource("signed-maker.txt").replace("security@", "sekurity@");
    assertThat(signed(changed, "maker.asc").rules()).contains("E-signature-bad");
    assertThat(read(changed).rules()).contains("E-signature-bad");
    assertThat(read(resource("signed-maker.txt")).rules()).contains("W-signature-unchecked");
  }

  @Test
  void contactBeforeOrAfterTheSignedPartIsNeverTaken() throws IOException {
    String evil = "Contact: https://evil.example/report\n";
    for (String text :
        List.of(
            evil + resource("signed-maker.txt"),
            resource("signed-maker.txt") + evil,
            resource("signed-maker.txt").replace("Hash: SHA256\n", "Hash: SHA256\n" + evil))) {
      SecurityTxt found = signed(text, "maker.asc");
      assertThat(found.state()).isEqualTo(State.INVALID);
      assertThat(found.usability()).isEqualTo(Usability.UNTRUSTED);
      assertThat(found.contacts()).containsExactly("mailto:security@maker.example");
    }
  }

  @Test
  void goodSignatureOfAnotherHostIsNotTrusted() throws IOException {
    Source source = Source.of("security.txt", bytes(resource("signed-maker.txt")));
    String elsewhere = "https://evil.example/.well-known/security.txt";
    Exhibit exhibit = exhibit(elsewhere, List.of(), "text/plain", NOW);
    List<Source> key = List.of(Source.of("maker.asc", bytes(resource("maker.asc"))));
    SecurityTxt found = only(new SecurityTxtReader().read(source, request(exhibit, key)));
    assertThat(found.state()).isEqualTo(State.UNTRUSTED);
    assertThat(found.usability()).isEqualTo(Usability.UNTRUSTED);
  }

  @Test
  void aKeyThatIsNoneIsAProblem() throws IOException {
    Source source = Source.of("security.txt", bytes(resource("signed-maker.txt")));
    Exhibit exhibit = exhibit(URL, List.of(), "text/plain", NOW);
    List<Source> key = List.of(Source.of("key.asc", bytes("no key")));
    Reading reading = new SecurityTxtReader().read(source, request(exhibit, key));
    assertThat(reading.problems()).hasSize(1);
    assertThat(only(reading).state()).isEqualTo(State.UNTRUSTED);
  }

  @Test
  void recognisesByContent() {
    SecurityTxtReader reader = new SecurityTxtReader();
    assertThat(reader.recognises(Source.of("a.txt", bytes(CONTACT + EXPIRES)))).isTrue();
    assertThat(reader.recognises(Source.of("security.txt", bytes("<html>Contact:")))).isFalse();
    assertThat(reader.recognises(Source.of("letter.txt", bytes("Contact: me")))).isFalse();
  }

  static SecurityTxt read(String text) {
    return read(text, URL, List.of(), "text/plain; charset=utf-8");
  }

  private static SecurityTxt read(
      String text, String url, List<String> redirects, @Nullable String contentType) {
    Source source = Source.of("security.txt", bytes(text));
    Exhibit exhibit = exhibit(url, redirects, contentType, NOW);
    return only(new SecurityTxtReader().read(source, request(exhibit, List.of())));
  }

  private static SecurityTxt signed(String text, String key) throws IOException {
    Source source = Source.of("security.txt", bytes(text));
    Exhibit exhibit = exhibit(URL, List.of(), "text/plain", NOW);
    List<Source> keys = List.of(Source.of(key, bytes(resource(key))));
    return only(new SecurityTxtReader().read(source, request(exhibit, keys)));
  }

  private static Exhibit exhibit(
      String url, List<String> redirects, @Nullable String type, Instant at) {
    Map<String, List<String>> details =
        Map.of(
            "url",
            List.of(url),
            "redirects",
            redirects,
            "content_type",
            type == null ? List.of() : List.of(type));
    return new Exhibit("security.txt", Kind.SECURITY_TXT, Set.of(), null, null, at, details);
  }

  private static Request request(Exhibit exhibit, List<Source> keys) {
    return new Request(exhibit, keys, List.of(), NOW, Budget.standard());
  }

  private static SecurityTxt only(Reading reading) {
    assertThat(reading.observations()).hasSize(1);
    return (SecurityTxt) reading.observations().getFirst();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String resource(String name) throws IOException {
    try (InputStream in = SecurityTxtReaderTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
