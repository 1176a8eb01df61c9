package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
  static Stream<Assessment> samples() {
    return Stream.of(Samples.doorbell(), Samples.nothing(), Samples.hostile());
  }

  private static String html(Assessment assessment) throws Exception {
    StringWriter out = new StringWriter();
    new HtmlReport().write(assessment, out);
    return out.toString();
  }

  /** The page is written so that an XML parser, which forgives nothing, reads it too. */
  private static Document parsed(String html) throws Exception {
    String body = html.substring(html.indexOf('\n') + 1);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void opensWithTheResult() throws Exception {
    Document page = parsed(html(Samples.doorbell()));
    assertThat(all(page, "h1"))
        .singleElement()
        .satisfies(h1 ->
            assertThat(squeezed(h1.getTextContent()))
                .isEqualTo("Acme Home Doorbell Two does not meet the minimum standards."));
    assertThat(page.getDocumentElement().getTextContent())
        .contains("It fails on encrypted communications and strong passwords.");
  }

  @Test
  void showsAShapeAndAWordForEachStandard() throws Exception {
    Document page = parsed(html(Samples.doorbell()));
    List<Element> rows =
        all(page, "li").stream().filter(e -> e.getAttribute("class").startsWith("row")).toList();
    assertThat(rows)
        .extracting(row ->
            ((Element) row.getElementsByTagName("use").item(0)).getAttribute("href")
                + " "
                + row.getElementsByTagName("p").item(0).getTextContent())
        .containsExactly(
            "#s-cross Not met",
            "#s-question Cannot be confirmed",
            "#s-cross Not met",
            "#s-tick Met",
            "#s-question Cannot be confirmed");
  }

  @Test
  void holdsEveryRequirementWithItsFindingsAndPlaces() throws Exception {
    Assessment assessment = Samples.doorbell();
    String text = squeezed(parsed(html(assessment)).getDocumentElement().getTextContent());
    for (RequirementVerdict each : Summary.requirements(assessment)) {
      assertThat(text).contains(each.id(), each.title(), each.statement());
      each.settle().forEach(what -> assertThat(text).containsIgnoringCase(what));
      each.findings()
          .forEach(finding -> {
            assertThat(text).contains(finding.check(), finding.reason());
            finding.places().forEach(place -> assertThat(text).contains(place.words()));
          });
    }
    assertThat(text).contains("frame.number == 4071", "frame.number in {812..829}");
    assessment.artefacts().forEach(a -> assertThat(text).contains(a.file(), a.sha256()));
    assessment.facts().forEach(fact -> assertThat(text).contains(fact.name(), fact.why()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asksNothingOfAnybody(Assessment assessment) throws Exception {
    String html = html(assessment);
    Document page = parsed(html);
    for (String tag :
        List.of("script", "img", "link", "iframe", "object", "embed", "base", "form")) {
      assertThat(all(page, tag)).as(tag).isEmpty();
    }
    for (Element element : all(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        String value = element.getAttributes().item(i).getNodeValue();
        assertThat(name).isNotIn("src", "srcset", "style", "action", "data", "poster", "ping");
        assertThat(name).doesNotStartWith("on");
        if (name.equals("href")) {
          assertThat(value).startsWith("#");
        }
      }
    }
    String style = all(page, "style").getFirst().getTextContent();
    assertThat(style.replace("url(#", "")).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void allowsItsOwnStyleAndNothingElse() throws Exception {
    Document page = parsed(html(Samples.doorbell()));
    String style = all(page, "style").getFirst().getTextContent();
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String policy =
        all(page, "meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .findFirst()
            .orElseThrow()
            .getAttribute("content");
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "'")
        .doesNotContain("unsafe");
  }

  @Test
  void showsHostileTextAsText() throws Exception {
    String html = html(Samples.hostile());
    assertThat(html).doesNotContain("<script").doesNotContain("<b>").contains("‹U+202E›");
    assertThat(html.codePoints().filter(c -> c != '\n').filter(Visible::hidden)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheSameBytesAgain(Assessment assessment) throws Exception {
    assertThat(html(assessment)).isEqualTo(html(assessment));
  }

  @Test
  void keepsHeadingsInOrder() throws Exception {
    int before = 0;
    for (Element element : all(parsed(html(Samples.doorbell())), "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
        before = level;
      }
    }
    assertThat(before).isPositive();
  }

  @Test
  void canBeReadAloud() throws Exception {
    Document page = parsed(html(Samples.doorbell()));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    for (String landmark : List.of("header", "main", "footer")) {
      assertThat(all(page, landmark)).as(landmark).hasSize(1);
    }
    Set<String> ids = new HashSet<>();
    for (Element element : all(page, "*")) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("id %s", id).isTrue();
    }
    for (Element element : all(page, "*")) {
      for (String id : element.getAttribute("aria-labelledby").split(" ")) {
        assertThat(id.isEmpty() || ids.contains(id)).as(id).isTrue();
      }
      String href = element.getAttribute("href");
      assertThat(href.isEmpty() || ids.contains(href.substring(1))).as(href).isTrue();
    }
    assertThat(all(page, "th")).allSatisfy(th -> assertThat(th.hasAttribute("scope")).isTrue());
    assertThat(all(page, "table"))
        .hasSizeGreaterThan(2)
        .allSatisfy(t -> assertThat(t.getElementsByTagName("caption").getLength()).isOne());
    assertThat(all(page, "svg"))
        .allSatisfy(svg ->
            assertThat(
                    svg.getAttribute("aria-hidden").equals("true")
                        || svg.getElementsByTagName("title").getLength() == 1)
                .isTrue());
  }

  @Test
  void drawsWhatWasReadableFirstAndSaysTheSameInATable() throws Exception {
    Document page = parsed(html(Samples.doorbell()));
    Element table = all(page, "table").getFirst();
    String first = squeezed(table.getElementsByTagName("tr").item(1).getTextContent());
    assertThat(first).contains("api.acme-home.example", "Readable by others", "HTTP");
    List<Element> charts =
        all(page, "svg").stream().filter(e -> e.getAttribute("class").startsWith("chart")).toList();
    assertThat(charts).hasSize(2);
    for (Element chart : charts) {
      NodeList bars = chart.getElementsByTagName("path");
      List<String> drawn = new ArrayList<>();
      for (int i = 0; i < bars.getLength(); i++) {
        String style = ((Element) bars.item(i)).getAttribute("class");
        if (style.startsWith("bar ")) {
          drawn.add(style.substring(4));
        }
      }
      assertThat(drawn).startsWith("readable", "encrypted").endsWith("upkeep", "upkeep");
    }
  }

  @Test
  void saysSoWhereNoTrafficWasHandedIn() throws Exception {
    assertThat(html(Samples.nothing())).contains("No network traffic of the product was handed in");
  }
}
