package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.model.observation.CaptureSummary;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.standards.Catalogue;
import dev.plimsoll.standards.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from files to verdicts, with a reader that reads words instead of captures. */
class AssessorTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant THEN = Instant.parse("2026-11-10T12:00:00Z");
  @TempDir private Path outside = Path.of("");
  private Path folder = Path.of("");

  /** "tls" and "http" become conversations with the internet; "crash" makes the reader throw. */
  private static final class WordReader implements Reader {
    @Override
    public Kind kind() {
      return Kind.CAPTURE;
    }

    @Override
    public boolean recognises(Source source) {
      return source.name().endsWith(".pcap");
    }

    @Override
    public Reading read(Source source, Request request) {
      String word = new String(source.head(), StandardCharsets.UTF_8).strip();
      if (word.equals("crash")) {
        throw new IllegalStateException("a fault");
      }
      boolean clear = word.equals("http");
      Flow flow =
          new Flow(
              Place.frame(source.name(), 1),
              "TCP",
              new Flow.End("192.168.1.9", 4000, "02:00:00:00:00:01"),
              new Flow.End("203.0.113.7", 443, null),
              null,
              null,
              4,
              400,
              200,
              THEN,
              THEN,
              clear ? "HTTP" : "TLS",
              clear ? Flow.Protection.CLEARTEXT : Flow.Protection.ENCRYPTED,
              Flow.Basis.PROVEN,
              clear ? null : "TLS 1.3",
              null,
              List.of(),
              null);
      return new Reading(
          List.of(
              new CaptureSummary(Place.whole(source.name()), 4, List.of(), THEN, THEN, List.of()),
              flow),
          List.of(),
          THEN);
    }
  }

  @BeforeEach
  void makeFolder() throws Exception {
    folder = Files.createDirectory(outside.resolve("dossier"));
  }

  private Assessment assess(String... evidence) throws Exception {
    String yaml =
        "product: {name: A, device: {mac: [\"02:00:00:00:00:01\"]}}\nevidence:\n"
            + String.join("\n", evidence)
            + "\n";
    Files.writeString(folder.resolve("product.yaml"), yaml);
    Catalogue catalogue = Catalogue.shipped();
    Assessor assessor =
        new Assessor(
            catalogue, Profile.shipped("default"), new Readers(List.of(new WordReader())), AT);
    return assessor.assess(new DossierFile(catalogue).read(folder), Progress.SILENT);
  }

  private static RequirementVerdict of(Assessment assessment, String requirement) {
    return assessment.standards().stream()
        .flatMap(each -> each.requirements().stream())
        .filter(each -> each.id().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private void file(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static final String WHOLE =
      "  - {file: a.pcap, as: capture, covers: [setup, idle, use, update]}";

  @Test
  void completeEvidencePasses() throws Exception {
    file("a.pcap", "tls");
    assertThat(of(assess(WHOLE), "MSS-1.1").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void evidenceOfAnotherFirmwareVersionCarriesNoPassWhereSeeingIsAskedFor() throws Exception {
    file("a.pcap", "tls");
    Files.writeString(folder.resolve("product.yaml"), "");
    String other =
        "  - {file: a.pcap, as: capture, covers: [setup, idle, use, update], firmware: 1.0}";
    Files.writeString(
        folder.resolve("product.yaml"),
        "product: {name: A, firmware: 2.0, device: {mac: [\"02:00:00:00:00:01\"]}}\nevidence:\n"
            + other
            + "\n");
    Catalogue catalogue = Catalogue.shipped();
    Assessment assessment =
        new Assessor(
                catalogue, Profile.shipped("default"), new Readers(List.of(new WordReader())), AT)
            .assess(new DossierFile(catalogue).read(folder), Progress.SILENT);
    assertThat(of(assessment, "MSS-1.1").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theEarlierOfStatedAndRecordedTimeCounts() throws Exception {
    file("a.pcap", "tls");
    Assessment assessment =
        assess(
            "  - {file: a.pcap, as: capture, covers: [setup, idle, use, update], at: 2026-01-01}");
    assertThat(of(assessment, "MSS-1.1").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(assessment.artefacts().getFirst().at())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /**
   * Beside a whole capture that would pass: each broken one keeps the requirement from passing, and
   * none of them hides a fail.
   */
  @Test
  void whatCannotBeReadNeverMakesTheVerdictBetter() throws Exception {
    file("a.pcap", "tls");
    file("empty.pcap", "");
    file("crash.pcap", "crash");
    file("../secret.pcap", "tls");
    Files.createSymbolicLink(folder.resolve("out.pcap"), outside.resolve("secret.pcap"));
    Files.createSymbolicLink(folder.resolve("loop.pcap"), folder.resolve("loop.pcap"));
    for (String broken :
        List.of(
            "empty.pcap",
            "crash.pcap",
            "missing.pcap",
            "../secret.pcap",
            "out.pcap",
            "loop.pcap")) {
      Assessment assessment = assess(WHOLE, "  - {file: " + broken + ", as: capture}");
      assertThat(of(assessment, "MSS-1.1").verdict()).as(broken).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(assessment.problems()).as(broken).isNotEmpty();
      assertThat(assessment.problems().getFirst().words().lines()).hasSize(1);
    }
    file("a.pcap", "http");
    assertThat(of(assess(WHOLE, "  - {file: missing.pcap, as: capture}"), "MSS-1.1").verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void brokenEvidenceAloneIsAnErrorAndNoPass() throws Exception {
    assertThat(of(assess("  - {file: missing.pcap, as: capture}"), "MSS-1.1").verdict())
        .isEqualTo(Verdict.ERROR);
  }

  @Test
  void theSameDossierGivesTheSameAssessment() throws Exception {
    file("a.pcap", "http");
    file("b.pcap", "tls");
    assertThat(assess(WHOLE)).isEqualTo(assess(WHOLE));
  }

  @Test
  void everyFileIsKnownByItsDigest() throws Exception {
    file("a.pcap", "tls");
    assertThat(assess(WHOLE).artefacts())
        .allSatisfy(artefact -> assertThat(artefact.sha256()).hasSize(64))
        .extracting(artefact -> artefact.sha256())
        .contains(dev.plimsoll.bytes.Digests.sha256("tls"));
  }
}
