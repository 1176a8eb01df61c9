package dev.plimsoll.components.csaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Advisory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsafReaderTest {
  private static final String GOOD =
      """
      {"document": {"category": "csaf_vex", "csaf_version": "2.0", "title": "Lamp", "lang": "en",
        "publisher": {"category": "vendor", "name": "Maker", "namespace": "https://maker.example"},
        "tracking": {"id": "M-1", "status": "final", "version": "2",
          "initial_release_date": "2026-01-01T00:00:00Z", "current_release_date": "2026-02-01T00:00:00Z",
          "revision_history": [
            {"date": "2026-01-01T00:00:00Z", "number": "1", "summary": "first"},
            {"date": "2026-02-01T00:00:00Z", "number": "2", "summary": "second"}]}},
       "product_tree": {
         "branches": [{"category": "product_version", "name": "1.0", "product": {"product_id": "P1", "name": "Lamp 1.0"}}],
         "full_product_names": [{"product_id": "P2", "name": "Lamp 2",
            "product_identification_helper": {"purl": "pkg:generic/lamp@2"}}],
         "product_groups": [{"group_id": "G", "product_ids": ["P1", "P2"]}]},
       "vulnerabilities": [{"cve": "CVE-2026-1", "cwe": {"id": "CWE-787", "name": "Out-of-bounds Write"},
         "notes": [{"category": "description", "text": "x"}],
         "product_status": {"known_affected": ["P1"], "known_not_affected": ["P2"]},
         "flags": [{"label": "component_not_present", "product_ids": ["P2"]}],
         "remediations": [{"category": "vendor_fix", "details": "x", "group_ids": ["G"]}],
         "scores": [{"products": ["P1"], "cvss_v3": {"version": "3.1", "baseScore": 8.8, "baseSeverity": "HIGH",
           "attackVector": "NETWORK", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"}}]}]}
      """;

  @Test
  void soundAdvisoryHoldsAllTests() {
    Advisory advisory = read(GOOD);
    assertThat(advisory.failed()).isEmpty();
    assertThat(advisory.vulnerabilities()).containsExactly("CVE-2026-1");
    assertThat(advisory.byVendor()).isTrue();
    assertThat(advisory.released()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "known_affected": ["P1"] | "known_affected": ["P9"] | 6.1.1
          "product_id": "P2", "name" | "product_id": "P1", "name" | 6.1.2
          "group_ids": ["G"] | "group_ids": ["H"] | 6.1.4
          "known_not_affected": ["P2"] | "known_not_affected": ["P1"] | 6.1.6
          "baseScore": 8.8 | "baseScore": 11 | 6.1.8
          "baseScore": 8.8 | "baseScore": 8.7 | 6.1.9
          "attackVector": "NETWORK" | "attackVector": "LOCAL" | 6.1.10
          "Out-of-bounds Write" | "Out of bounds" | 6.1.11
          "lang": "en" | "lang": "xx" | 6.1.12
          pkg:generic/lamp@2 | pkg:generic/ | 6.1.13
          "2026-01-01T00:00:00Z", "number": "1" | "2026-03-01T00:00:00Z", "number": "1" | 6.1.14
          "version": "2" | "version": "1" | 6.1.16
          "version": "2" | "version": "0" | 6.1.17
          "number": "1" | "number": "0" | 6.1.18
          "number": "2", | "number": "2.0.0-rc", | 6.1.19
          "number": "2" | "number": "3" | 6.1.21
          "number": "2" | "number": "1" | 6.1.22
          csaf_vex | CSAF-VEX | 6.1.26
          "label": "component_not_present", "product_ids": ["P2"] | "label": "component_not_present", "product_ids": ["P1"] | 6.1.27.9
          "name": "1.0" | "name": "before 1.0" | 6.1.31
          """)
  void eachBreachFailsItsTest(String from, String to, String test) {
    assertThat(GOOD).contains(from);
    assertThat(read(GOOD.replace(from, to)).failed()).contains(test);
  }

  /** Vectors with the scores that the specification documents of FIRST print. */
  @ParameterizedTest
  @CsvSource({
    "3.1, CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, 6.4, MEDIUM",
    "3.0, CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1, LOW",
    "3.0, CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1, MEDIUM",
    "3.1, CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 6.8, MEDIUM",
  })
  void computesPublishedScores(String version, String vector, String score, String severity) {
    String changed =
        GOOD.replace("\"version\": \"3.1\"", "\"version\": \"" + version + "\"")
            .replace("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", vector)
            .replace("8.8", score)
            .replace("\"HIGH\"", "\"" + severity + "\"")
            .replace("\"attackVector\": \"NETWORK\",", "");
    assertThat(read(changed).failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"document\": {\"csaf_version\": \"2.1\"}}",
        "{\"a\": 1, \"a\": 2}",
        "{\"document\": ",
      })
  void whatIsNoCsafIsAProblem(String text) {
    Reading reading = reading(text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void circlesOfProductsEnd() {
    String circle =
        """
        "relationships": [
          {"product_reference": "R2", "relates_to_product_reference": "P1", "full_product_name": {"product_id": "R1", "name": "a"}},
          {"product_reference": "R1", "relates_to_product_reference": "P1", "full_product_name": {"product_id": "R2", "name": "b"}}],
        "product_groups"
        """;
    assertThat(read(GOOD.replace("\"product_groups\"", circle)).failed()).containsExactly("6.1.3");
  }

  @Test
  void cutAndFlippedAdvisoriesAreAnswered() {
    byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20);
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          for (int i = 0; i < 256; i++) {
            check(Arrays.copyOf(whole, whole.length * i / 256));
            byte[] flipped = whole.clone();
            for (int j = 0; j <= whole.length / 100; j++) {
              flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            check(flipped);
          }
        });
  }

  private static void check(byte[] bytes) {
    Reading reading = reading(bytes);
    assertThat(reading.observations().size() + reading.problems().size()).isPositive();
  }

  private static Advisory read(String text) {
    Reading reading = reading(text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.problems()).isEmpty();
    return (Advisory) reading.observations().getFirst();
  }

  private static Reading reading(byte[] bytes) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    Request request =
        new Request(Exhibit.of("a.json"), List.of(), List.of(), at, Budget.standard());
    return new CsafReader().read(Source.of("a.json", bytes), request);
  }
}
