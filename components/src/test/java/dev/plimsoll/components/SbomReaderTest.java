package dev.plimsoll.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.ComponentList.Component;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SbomReaderTest {
  private static final String CYCLONE =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
       "metadata": {"timestamp": "2026-10-01T08:00:00+02:00",
                    "component": {"type": "firmware", "name": "AD-2", "version": "2.4.1"}},
       "components": [
         {"type": "library", "bom-ref": "a", "name": "openssl", "version": "3.0.15",
          "purl": "pkg:generic/openssl@3.0.15", "licenses": [{"license": {"id": "Apache-2.0"}}],
          "properties": [{"name": "maker:end-of-support", "value": "2026-09-07"}]},
         {"type": "library", "bom-ref": "b", "group": "org.example", "name": "parts",
          "components": [{"type": "file", "name": "inner", "version": "1"}]}],
       "dependencies": [{"ref": "a", "dependsOn": ["b"]}, {"ref": "b", "dependsOn": ["a"]}]}
      """;
  private static final String SPDX2 =
      """
      {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "doorbell",
       "creationInfo": {"created": "2026-10-01T08:00:00Z", "creators": ["Tool: x"]},
       "documentDescribes": ["SPDXRef-root"],
       "packages": [
         {"SPDXID": "SPDXRef-root", "name": "AD-2", "versionInfo": "2.4.1"},
         {"SPDXID": "SPDXRef-1", "name": "busybox", "versionInfo": "1.36.1",
          "validUntilDate": "2027-01-01T00:00:00Z",
          "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                            "referenceLocator": "pkg:generic/busybox@1.36.1"}]}],
       "relationships": [{"spdxElementId": "SPDXRef-1", "relationshipType": "DEPENDS_ON",
                          "relatedSpdxElement": "SPDXRef-1"}]}
      """;
  private static final String SPDX3 =
      """
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
       "@graph": [
         {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1",
          "created": "2026-10-01T08:00:00Z"},
         {"type": "SpdxDocument", "spdxId": "urn:d", "creationInfo": "_:c",
          "rootElement": ["urn:p"]},
         {"type": "software_Package", "spdxId": "urn:p", "creationInfo": "_:c", "name": "musl",
          "software_packageVersion": "1.2.5", "software_packageUrl": "pkg:apk/alpine/musl@1.2.5",
          "validUntilTime": "2026-05-01T00:00:00Z"},
         {"type": "Relationship", "spdxId": "urn:r", "from": "urn:p", "to": ["urn:p"]}]}
      """;

  @Test
  void cycloneDx() {
    ComponentList list = list(CYCLONE);
    assertThat(list.format()).isEqualTo("CycloneDX 1.6");
    assertThat(list.subject()).isEqualTo("AD-2 2.4.1");
    assertThat(list.made()).isEqualTo(Instant.parse("2026-10-01T06:00:00Z"));
    assertThat(list.components())
        .extracting(Component::name, Component::version, Component::purl, Component::end)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "openssl", "3.0.15", "pkg:generic/openssl@3.0.15", "2026-09-07"),
            org.assertj.core.groups.Tuple.tuple("org.example/parts", null, null, null),
            org.assertj.core.groups.Tuple.tuple("inner", "1", null, null));
    assertThat(list.components().getFirst().place()).isEqualTo(Place.line("bom", 5));
  }

  @Test
  void spdx2() {
    ComponentList list = list(SPDX2);
    assertThat(list.format()).isEqualTo("SPDX 2.3");
    assertThat(list.subject()).isEqualTo("AD-2 2.4.1");
    assertThat(list.components()).hasSize(2);
    Component busybox = list.components().getLast();
    assertThat(busybox.purl()).isEqualTo("pkg:generic/busybox@1.36.1");
    assertThat(busybox.end()).isEqualTo("2027-01-01");
  }

  @Test
  void spdx3() {
    ComponentList list = list(SPDX3);
    assertThat(list.format()).isEqualTo("SPDX 3.0.1");
    assertThat(list.made()).isEqualTo(Instant.parse("2026-10-01T08:00:00Z"));
    assertThat(list.subject()).isEqualTo("musl 1.2.5");
    assertThat(list.components())
        .singleElement()
        .extracting(Component::end)
        .isEqualTo("2026-05-01");
  }

  @Test
  void brokenListKeepsWhatCameBefore() {
    Reading reading = read(CYCLONE.substring(0, CYCLONE.indexOf("\"group\"")));
    assertThat(((ComponentList) reading.observations().getFirst()).components()).hasSize(1);
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void keyStatedTwiceIsSaid() {
    Reading reading =
        read(
            "{\"bomFormat\":\"CycloneDX\",\"components\":"
                + "[{\"name\":\"a\",\"version\":\"1\",\"version\":\"2\"}]}");
    assertThat(reading.problems()).singleElement().asString().contains("'version' twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{}", "{\"components\":[{\"name\":\"a\"}]}"})
  void whatIsNoListIsAProblem(String text) {
    Reading reading = read(text);
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
  }

  @Test
  void deepNestingEnds() {
    String deep = "{\"bomFormat\":\"CycloneDX\"," + "\"components\":[{\"name\":\"a\",".repeat(5000);
    assertThat(read(deep).problems()).hasSize(1);
  }

  @Test
  void twentyThousandComponentsOnOneLine() {
    StringBuilder text = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"components\":[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"name\":\"c")
          .append(i)
          .append("\",\"version\":\"1\"}");
    }
    ComponentList list = list(text.append("]}").toString());
    assertThat(list.components()).hasSize(20_000);
    assertThat(list.components().getLast().place().unit()).isEqualTo(Place.Unit.OFFSET);
  }

  @Test
  void bytesAreBounded() {
    Source source = Source.of("bom", CYCLONE.getBytes(StandardCharsets.UTF_8));
    Budget small = new Budget(200, 32, 1_000_000_000L, System::nanoTime);
    Reading reading = new SbomReader().read(source, request(small));
    assertThat(reading.problems()).singleElement().asString().contains("more than 200 bytes");
  }

  @Test
  void recognisesByContent() {
    SbomReader reader = new SbomReader();
    for (String text : List.of(CYCLONE, SPDX2, SPDX3)) {
      assertThat(reader.recognises(Source.of("x", text.getBytes(StandardCharsets.UTF_8)))).isTrue();
    }
    byte[] other = "{\"document\": {\"csaf_version\": \"2.0\"}}".getBytes(StandardCharsets.UTF_8);
    assertThat(reader.recognises(Source.of("x", other))).isFalse();
  }

  @Test
  void cutAndFlippedListsAreAnswered() {
    Random random = new Random(1);
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          for (String text : List.of(CYCLONE, SPDX2, SPDX3)) {
            byte[] whole = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
              check(Arrays.copyOf(whole, whole.length * i / 64));
              byte[] flipped = whole.clone();
              for (int j = 0; j <= whole.length / 100; j++) {
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
              }
              check(flipped);
            }
          }
        });
  }

  private static void check(byte[] bytes) {
    Reading reading = new SbomReader().read(Source.of("bom", bytes), request(Budget.standard()));
    assertThat(reading.observations().size() + reading.problems().size()).isPositive();
  }

  private static ComponentList list(String text) {
    Reading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    return (ComponentList) reading.observations().getFirst();
  }

  private static Reading read(String text) {
    Source source = Source.of("bom", text.getBytes(StandardCharsets.UTF_8));
    return new SbomReader().read(source, request(Budget.standard()));
  }

  private static Request request(Budget budget) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    return new Request(Exhibit.of("bom"), List.of(), List.of(), at, budget);
  }
}
