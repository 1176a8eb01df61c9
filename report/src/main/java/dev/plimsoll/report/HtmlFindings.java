package dev.plimsoll.report;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.util.List;
import java.util.TreeSet;

/** The part of the HTML report that holds every requirement with its findings and their places. */
final class HtmlFindings {
  private static final int MOST_PLACES = 12;
  private final Html html;

  HtmlFindings(Html html) {
    this.html = html;
  }

  void write(Assessment assessment) {
    html.open("section", "aria-labelledby", "requirements");
    html.element("h2", "Requirement by requirement", "id", "requirements");
    html.element(
        "p",
        "Open a line to see what was found and where. A frame can be shown in Wireshark by typing"
            + " the filter beside it.",
        "class",
        "intro");
    assessment.standards().forEach(this::standard);
    html.end();
  }

  private void standard(StandardVerdict standard) {
    html.open("section", "class", "standard", "aria-labelledby", standard.id());
    html.open("h3", "id", standard.id(), "class", standard.verdict().id());
    Signs.shape(html, standard.verdict());
    html.element("span", standard.title());
    html.element("span", standard.verdict().words(), "class", "word");
    html.close();
    html.element("p", HtmlReport.upperFirst(standard.purpose()) + ".", "class", "purpose");
    standard.requirements().forEach(this::requirement);
    html.end();
  }

  private void requirement(RequirementVerdict requirement) {
    boolean shown = requirement.verdict() == Verdict.FAIL;
    html.open("details", "class", "req " + requirement.verdict().id(), "open", shown ? "" : null);
    html.open("summary");
    Signs.shape(html, requirement.verdict());
    html.open("h4").text(requirement.title());
    html.open("small").text(requirement.id());
    html.text(requirement.must() ? "" : ", advice");
    html.close().close();
    html.element("span", requirement.verdict().words(), "class", "word");
    html.close();
    html.open("div", "class", "body", "id", requirement.id());
    html.open("p", "class", "reason").said(HtmlReport.upperFirst(requirement.reason())).close();
    html.open("dl");
    entry("Asks", requirement.statement());
    Strength strength = requirement.strength();
    if (strength != null) {
      entry("Evidence", HtmlReport.upperFirst(strength.id()) + ": " + Words.meaning(strength));
    }
    for (Mark mark : requirement.marks().stream().sorted().toList()) {
      entry("Mark", HtmlReport.upperFirst(mark.id()) + ": " + Words.meaning(mark));
    }
    html.close();
    settle(requirement.settle());
    findings(requirement.findings());
    html.close();
    html.end();
  }

  private void entry(String term, String text) {
    html.open("div");
    html.element("dt", term);
    html.open("dd").said(text).close();
    html.close();
  }

  private void settle(List<String> settle) {
    if (settle.isEmpty()) {
      return;
    }
    html.element("h5", "What would settle it");
    html.open("ul");
    settle.forEach(each -> html.open("li").said(HtmlReport.upperFirst(each)).close());
    html.close();
  }

  private void findings(List<Finding> findings) {
    html.element("h5", findings.isEmpty() ? "No findings" : "Findings");
    if (findings.isEmpty()) {
      html.element("p", "Nothing that was handed in speaks to this requirement.", "class", "note");
      return;
    }
    html.open("ul", "class", "findings").line();
    findings.forEach(this::finding);
    html.end();
  }

  private void finding(Finding finding) {
    html.open("li", "class", finding.verdict().id());
    Signs.shape(html, finding.verdict());
    html.open("div");
    html.open("p");
    html.element("strong", HtmlReport.upperFirst(finding.verdict().words()), "class", "word");
    html.text(": ").said(finding.reason());
    html.close();
    places(finding.places());
    if (finding.settle() != null) {
      html.open("p", "class", "for").text("Would settle it: ").said(finding.settle()).close();
    }
    html.open("p", "class", "made").text("Check ").element("code", finding.check());
    html.text(" · " + finding.strength().id());
    html.text(finding.at() == null ? " · age unknown" : " · " + Words.minute(finding.at()));
    if (!finding.covers().isEmpty()) {
      html.text(" · covers ").said(Summary.joined(List.copyOf(new TreeSet<>(finding.covers()))));
    }
    if (finding.cites() != null) {
      html.text(" · by rule ").element("code", finding.cites());
    }
    html.close();
    html.close();
    html.end();
  }

  private void places(List<Place> places) {
    if (places.isEmpty()) {
      return;
    }
    html.open("ul", "class", "places", "aria-label", "Where it was seen");
    for (Place place : places.subList(0, Math.min(places.size(), MOST_PLACES))) {
      html.open("li").said(place.words());
      String filter = Words.filter(place);
      if (filter != null) {
        html.text(" ").element("code", filter);
      }
      html.close();
    }
    int more = places.size() - MOST_PLACES;
    if (more > 0) {
      html.element("li", "and " + Words.number(more) + " more; the JSON report has all");
    }
    html.close();
  }
}
