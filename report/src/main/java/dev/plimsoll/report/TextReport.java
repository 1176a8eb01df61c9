package dev.plimsoll.report;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * An assessment for a terminal: the result in one sentence, a row for each standard, what would
 * settle the open ones, then every requirement with its findings.
 *
 * <p>Reads well aloud: each verdict is a word, the shape and the colour beside it add nothing.
 */
public final class TextReport {
  private static final int WORD = 20;
  private static final int MOST_PLACES = 6;
  private final int width;
  private final boolean colour;
  private final boolean ascii;

  /**
   * A writer for a terminal.
   *
   * @param width columns
   * @param colour whether to write colour sequences
   * @param ascii whether shapes are limited to ASCII, for a terminal that shows no other characters
   */
  public TextReport(int width, boolean colour, boolean ascii) {
    this.width = width;
    this.colour = colour;
    this.ascii = ascii;
  }

  /** Writes one assessment. Leaves {@code out} open. */
  public void write(Assessment assessment, Writer out) throws IOException {
    Summary summary = Summary.of(assessment);
    Page page = new Page(width, colour);
    opening(page, assessment, summary);
    page.heading("The five standards");
    assessment.standards().forEach(each -> row(page, each));
    open(page, summary);
    problems(page, assessment.problems());
    page.heading("Requirement by requirement");
    assessment.standards().forEach(each -> standard(page, each));
    artefacts(page, assessment.artefacts());
    facts(page, assessment.facts());
    judged(page, assessment, summary);
    out.write(page.toString());
  }

  private static void opening(Page page, Assessment assessment, Summary summary) {
    page.paragraph(0, Summary.sentence(assessment)).gap();
    List<String> identity = Words.identity(assessment.product());
    if (!identity.isEmpty()) {
      // No text from outside stands at the indent of the rows: it could wrap into one of them.
      page.paragraph(0, String.join(". ", identity) + ".");
    }
    page.paragraph(0, "Assessed on " + Words.day(assessment.at()) + ".");
    page.paragraph(0, summary.completeness() + ".");
  }

  private void row(Page page, StandardVerdict standard) {
    String lead = "  " + sign(page, standard.verdict(), true);
    page.hanging(lead, WORD + 4, standard.title());
    page.paragraph(WORD + 4, standard.reason());
  }

  /** The shape and the word, in the verdict's colour; padded to a column of its own. */
  private String sign(Page page, Verdict verdict, boolean padded) {
    Shape shape = Shape.of(verdict);
    String text = shape.glyph(ascii) + " " + verdict.words();
    int spaces = padded ? Math.max(1, WORD + 2 - Page.columns(text)) : 0;
    return page.styled(shape.colour(), text) + " ".repeat(spaces);
  }

  private static void open(Page page, Summary summary) {
    if (summary.open().isEmpty()) {
      return;
    }
    page.heading("What would settle what is open");
    int number = 1;
    for (Summary.Open open : summary.open()) {
      String lead = Page.right(number + ".", 5) + " ";
      String whom = open.must() ? "Settles " : "Would also be good to know for ";
      page.hanging(lead, 6, open.what());
      page.paragraph(6, whom + Summary.joined(open.requirements()) + ".");
      number++;
    }
  }

  private static void problems(Page page, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    page.heading("What could not be read");
    problems.forEach(problem -> page.hanging("  - ", 4, problem.words() + "."));
  }

  private void standard(Page page, StandardVerdict standard) {
    page.paragraph(0, standard.title() + ": " + standard.verdict().words() + ".");
    String counts = Summary.counts(standard);
    if (!counts.isEmpty()) {
      page.paragraph(0, counts + ".");
    }
    page.gap();
    standard.requirements().forEach(each -> requirement(page, each));
  }

  private void requirement(Page page, RequirementVerdict requirement) {
    String id = Visible.line(requirement.id());
    String advice = requirement.must() ? "" : " (advice)";
    String sign = sign(page, requirement.verdict(), false);
    String lead = "  " + sign + "  " + id + advice + " ";
    int columns = 7 + Page.columns(id + advice + requirement.verdict().words());
    page.hanging(lead, columns, 4, requirement.title());
    page.paragraph(4, requirement.reason());
    Strength strength = requirement.strength();
    if (strength != null) {
      page.paragraph(4, "Evidence: " + strength.id() + ", " + Words.meaning(strength) + ".");
    }
    for (Mark mark : requirement.marks().stream().sorted().toList()) {
      page.paragraph(4, "Mark: " + mark.id() + ", " + Words.meaning(mark) + ".");
    }
    requirement.findings().forEach(each -> finding(page, each));
    page.gap();
  }

  private void finding(Page page, Finding finding) {
    String cites = finding.cites() == null ? "" : ", by rule " + finding.cites();
    String words = finding.verdict().words() + ": " + finding.reason() + cites;
    page.hanging("    - ", 6, words + " [" + finding.check() + "]");
    int shown = Math.min(finding.places().size(), MOST_PLACES);
    for (Place place : finding.places().subList(0, shown)) {
      String filter = Words.filter(place);
      page.hanging(
          "        ", 10, place.words() + (filter == null ? "" : "  (Wireshark: " + filter + ")"));
    }
    if (shown < finding.places().size()) {
      int more = finding.places().size() - shown;
      page.paragraph(8, "and " + Words.number(more) + " more places; the JSON report has all.");
    }
  }

  private static void artefacts(Page page, List<Artefact> artefacts) {
    page.heading("What was handed in");
    if (artefacts.isEmpty()) {
      page.paragraph(2, "Nothing.");
    }
    for (Artefact each : artefacts) {
      String digest = each.sha256().isEmpty() ? "not read" : "sha256 " + each.sha256();
      String at = each.at() == null ? "of unknown age" : "of " + Words.day(each.at());
      page.hanging(
          "  - ",
          4,
          each.file() + ": " + each.kind().id() + ", " + Words.bytes(each.size()) + ", " + at);
      page.paragraph(4, digest);
    }
  }

  private static void facts(Page page, List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    page.heading("What is known of the product");
    for (Fact fact : facts) {
      page.hanging("  - ", 4, fact.name() + ": " + value(fact) + "; " + fact.why() + ".");
    }
  }

  /** The value of a fact in words. */
  static String value(Fact fact) {
    if (fact.value() == null) {
      return "unknown";
    }
    return (fact.holds() ? "yes" : "no") + (fact.shown() ? "" : ", not shown by evidence");
  }

  private static void judged(Page page, Assessment assessment, Summary summary) {
    page.heading("How it was judged");
    page.paragraph(0, "Requirements: " + assessment.catalogue() + ".");
    page.paragraph(0, "Thresholds: " + assessment.profile() + ".");
    page.paragraph(0, "Clock: " + assessment.at() + ".");
    if (!summary.mix().isEmpty()) {
      page.paragraph(0, "What the decided requirements rest on: " + summary.mix() + ".");
    }
  }
}
