package dev.plimsoll.report;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.util.List;

/** The part of the HTML report that lets others check it: files, facts, claims and rules. */
final class HtmlRecord {
  private final Html html;

  HtmlRecord(Html html) {
    this.html = html;
  }

  void write(Assessment assessment) {
    artefacts(assessment.artefacts());
    facts(assessment.facts());
    claims(assessment.claims());
    judged(assessment);
  }

  private void artefacts(List<Artefact> artefacts) {
    html.open("section", "aria-labelledby", "files");
    html.element("h2", "What was handed in", "id", "files");
    if (artefacts.isEmpty()) {
      html.element("p", "Nothing.");
      html.end();
      return;
    }
    html.element(
        "p",
        "The long number is a fingerprint (SHA-256): the same file always has the same one.",
        "class",
        "intro");
    start("Files", List.of("File and fingerprint", "Kind", "At best", "From", "Size"));
    for (Artefact each : artefacts) {
      html.open("tr");
      html.open("th", "scope", "row").said(each.file());
      String digest = each.sha256().isEmpty() ? "could not be read" : each.sha256();
      html.empty("br").element("code", digest, "class", "digest").close();
      html.element("td", each.kind().id());
      html.element("td", each.strength().id());
      html.element("td", each.at() == null ? "unknown" : Words.day(each.at()));
      html.element("td", Words.bytes(each.size()), "class", "num");
      html.end();
    }
    stop();
    html.end();
  }

  private void facts(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "facts");
    html.element("h2", "What is known of the product", "id", "facts");
    html.element(
        "p",
        "Which requirements concern the product rests on this. What is unknown never excuses it.",
        "class",
        "intro");
    start("Facts", List.of("Fact", "Value", "Why", "Where"));
    for (Fact fact : facts) {
      html.open("tr");
      html.open("th", "scope", "row").said(fact.name()).close();
      html.element("td", TextReport.value(fact));
      html.open("td").said(fact.why()).close();
      html.open("td");
      html.said(Summary.joined(fact.places().stream().limit(3).map(p -> p.words()).toList()));
      html.close();
      html.end();
    }
    stop();
    html.end();
  }

  private void claims(List<Claim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "claims");
    html.element("h2", "What others say of it", "id", "claims");
    html.element("p", "Somebody's word is not evidence. It is kept apart.", "class", "intro");
    start("Claims", List.of("Requirement", "Says", "Who", "When", "Where"));
    for (Claim claim : claims) {
      html.open("tr");
      html.open("th", "scope", "row").said(claim.requirement()).close();
      html.open("td").said(claim.says()).close();
      html.open("td").said(claim.by() == null ? "unknown" : claim.by()).close();
      html.element("td", claim.date() == null ? "unknown" : claim.date().toString());
      html.open("td").said(claim.source() == null ? "unknown" : claim.source()).close();
      html.end();
    }
    stop();
    html.end();
  }

  private void start(String caption, List<String> heads) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
    html.open("table");
    html.element("caption", caption, "class", "quiet");
    html.open("thead").open("tr");
    heads.forEach(head ->
        html.element("th", head, "scope", "col", "class", head.equals("Size") ? "num" : null));
    html.close().end();
    html.open("tbody").line();
  }

  private void stop() {
    html.end().end();
    html.end();
  }

  private void judged(Assessment assessment) {
    Summary summary = Summary.of(assessment);
    html.open("section", "aria-labelledby", "judged");
    html.element("h2", "How it was judged", "id", "judged");
    html.open("ul", "class", "rules");
    html.element("li", "What was not seen never counts in the product's favour.");
    html.element("li", "One sound counter-example outweighs any number of good signs.");
    html.element("li", "Old evidence cannot show that a requirement is met.");
    html.element("li", "What nobody knows of the product never excuses it.");
    html.element("li", "There is no score: one standard not met means not met.");
    html.close();
    html.open("dl", "class", "key");
    for (Verdict verdict : Verdict.values()) {
      html.open("div");
      html.open("dt", "class", verdict.id());
      Signs.shape(html, verdict);
      html.element("span", HtmlReport.upperFirst(verdict.words()), "class", "word");
      html.close();
      html.element("dd", meaning(verdict));
      html.close();
    }
    html.end();
    html.open("dl", "class", "plain");
    entry("Requirements", assessment.catalogue());
    entry("Thresholds", assessment.profile());
    entry("Clock", assessment.at().toString());
    entry("Completeness", summary.completeness());
    if (!summary.mix().isEmpty()) {
      entry("Decided requirements rest on", summary.mix());
    }
    html.end();
    strengths();
    html.end();
  }

  private void strengths() {
    html.open("details", "class", "more");
    html.element("summary", "How much evidence can carry, weakest first");
    html.open("dl", "class", "plain");
    for (Strength strength : Strength.values()) {
      entry(HtmlReport.upperFirst(strength.id()), Words.meaning(strength));
    }
    html.close();
    html.end();
  }

  private void entry(String term, String text) {
    html.open("div");
    html.element("dt", term);
    html.open("dd").said(text).close();
    html.close();
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "shown by evidence that is complete, strong enough and fresh";
      case FAIL -> "a sound counter-example was seen";
      case INCONCLUSIVE -> "something was seen, but it does not decide";
      case NOT_APPLICABLE -> "evidence shows that it does not concern this product";
      case NOT_ASSESSED -> "nothing was handed in that could decide it";
      case ERROR -> "what was handed in could not be read";
    };
  }
}
