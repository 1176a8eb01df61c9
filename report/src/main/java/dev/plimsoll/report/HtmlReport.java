package dev.plimsoll.report;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An assessment as one HTML file that asks nothing of anybody: no script, no font, no image, no
 * request. The same assessment gives the same bytes.
 *
 * <p>Three layers: the result and five rows in everyday words; what would settle what is open and
 * who the product talks to; every requirement with its findings and their places, the files with
 * their digests, and how it was judged.
 */
public final class HtmlReport {
  private static final String STYLE = style();

  /** Writes one assessment. Leaves {@code out} open. */
  public void write(Assessment assessment, Writer out) throws IOException {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", "en").line();
    head(html, assessment);
    html.open("body").line();
    html.element("a", "Skip to the result", "class", "skip", "href", "#result").line();
    html.raw(Signs.SYMBOLS);
    brand(html, assessment);
    html.open("main", "id", "result").line();
    opening(html, assessment);
    standards(html, assessment);
    open(html, assessment);
    problems(html, assessment.problems());
    new HtmlTraffic(html).write(assessment);
    new HtmlFindings(html).write(assessment);
    new HtmlRecord(html).write(assessment);
    html.end();
    footer(html);
    html.end().end();
    out.write(html.toString());
  }

  private static void head(Html html, Assessment assessment) {
    html.open("head").line();
    html.empty("meta", "charset", "utf-8").line();
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src '"
            + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'");
    html.line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.empty("meta", "name", "color-scheme", "content", "light dark").line();
    html.empty("meta", "name", "referrer", "content", "no-referrer").line();
    html.element("title", headline(assessment)).line();
    html.raw("<style>" + STYLE + "</style>").line();
    html.end();
  }

  private static String headline(Assessment assessment) {
    return Summary.name(assessment) + " " + assessment.result().words();
  }

  private static void brand(Html html, Assessment assessment) {
    html.open("header", "class", "brand");
    html.open("p");
    html.element("strong", "Plimsoll");
    html.text(" Assessment against five minimum security standards");
    html.close();
    html.open("p").text(Words.day(assessment.at())).close();
    html.end();
  }

  private static void opening(Html html, Assessment assessment) {
    html.open("div", "class", "opening");
    Signs.mark(html, assessment.result());
    html.open("div");
    html.open("h1").said(Summary.name(assessment)).text(" " + assessment.result().words() + ".");
    html.close();
    String why = Summary.why(assessment);
    if (!why.isEmpty()) {
      html.element("p", upperFirst(why) + ".", "class", "lead");
    }
    List<String> identity = Words.identity(assessment.product());
    if (!identity.isEmpty()) {
      html.open("ul", "class", "identity", "aria-label", "What was assessed");
      identity.forEach(each -> html.open("li").said(each).close());
      html.close();
    }
    html.end();
    html.end();
  }

  private static void standards(Html html, Assessment assessment) {
    html.open("section", "aria-labelledby", "standards");
    html.element("h2", "The five standards", "id", "standards").line();
    html.open("ol", "class", "rows").line();
    assessment.standards().forEach(each -> row(html, each));
    html.end();
    html.element("p", Summary.of(assessment).completeness() + ".", "class", "note");
    html.end();
  }

  private static void row(Html html, StandardVerdict standard) {
    html.open("li", "class", "row " + standard.verdict().id());
    Signs.shape(html, standard.verdict());
    html.open("h3");
    html.element("a", standard.title(), "href", "#" + standard.id());
    html.close();
    html.element("p", upperFirst(standard.verdict().words()), "class", "word");
    html.open("p", "class", "why").said(upperFirst(standard.reason())).close();
    html.element("p", Summary.counts(standard), "class", "counts");
    html.end();
  }

  private static void open(Html html, Assessment assessment) {
    List<Summary.Open> open = Summary.of(assessment).open();
    if (open.isEmpty()) {
      return;
    }
    Map<String, String> titles = new LinkedHashMap<>();
    for (RequirementVerdict each : Summary.requirements(assessment)) {
      titles.put(each.id(), each.title());
    }
    html.open("section", "aria-labelledby", "open");
    html.element("h2", "What would settle what is open", "id", "open");
    html.element("p", "Each item says what is missing and who could supply it.", "class", "intro");
    list(html, open.stream().filter(Summary.Open::must).toList(), titles);
    List<Summary.Open> advice = open.stream().filter(each -> !each.must()).toList();
    if (!advice.isEmpty()) {
      html.open("details", "class", "more");
      html.element("summary", "Good to know, but the result does not wait for it");
      list(html, advice, titles);
      html.end();
    }
    html.end();
  }

  private static void list(Html html, List<Summary.Open> open, Map<String, String> titles) {
    html.open("ol", "class", "open").line();
    for (Summary.Open each : open) {
      html.open("li");
      html.open("p").said(upperFirst(each.what())).close();
      html.open("p", "class", "for").text("For: ");
      String between = "";
      for (String id : each.requirements()) {
        html.text(between);
        html.element("a", titles.getOrDefault(id, id), "href", "#" + id);
        between = "; ";
      }
      html.close();
      html.end();
    }
    html.end();
  }

  private static void problems(Html html, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "problems");
    html.element("h2", "What could not be read", "id", "problems");
    html.element(
        "p", "Nothing below speaks for the product. The rest was still judged.", "class", "intro");
    html.open("ul", "class", "problems").line();
    for (Problem problem : problems) {
      html.open("li");
      Signs.shape(html, Verdict.ERROR);
      html.open("div");
      html.open("p").said(upperFirst(problem.what())).text(".").close();
      html.open("p", "class", "for").text("What to do: ").said(problem.mend()).text(".").close();
      html.open("p", "class", "where").said(problem.place().words()).close();
      html.close();
      html.end();
    }
    html.end();
    html.end();
  }

  private static void footer(Html html) {
    html.open("footer");
    html.element(
        "p",
        "This report says what the evidence shows of this product, model and version on this day."
            + " It is no promise about other versions or later days.");
    html.end();
  }

  static String upperFirst(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return Character.toString(Character.toTitleCase(text.codePointAt(0))) + text.substring(end);
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("the build left out report.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the content security policy allows: this style and no other. */
  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
