package dev.plimsoll.standards;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.testkit.ExampleDossier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of a check, and its examples run. */
public final class CheckPage {
  private final Check check;
  private final String page;

  private CheckPage(Check check, String page) {
    this.check = check;
    this.page = page;
  }

  /** The page of this check. */
  public static CheckPage of(Check check) {
    return new CheckPage(
        check,
        CheckCatalogue.page(check.id())
            .orElseThrow(() -> new AssertionError("write docs/checks/" + check.id() + ".md")));
  }

  /** The text. */
  public String text() {
    return page;
  }

  /** The findings of the example under this heading: Met, Not met or Not enough. */
  public List<Finding> example(String heading) {
    int at = page.indexOf("### " + heading + "\n");
    int from = at < 0 ? -1 : page.indexOf("```yaml\n", at);
    int to = from < 0 ? -1 : page.indexOf("\n```", from);
    if (to < 0) {
      throw new AssertionError(check.id() + ".md has no example '" + heading + "'");
    }
    return findings(check, page.substring(from + 8, to));
  }

  /** The verdicts of that example's findings. */
  public Set<Verdict> verdicts(String heading) {
    return example(heading).stream().map(Finding::verdict).collect(Collectors.toSet());
  }

  /** Runs a check on a dossier written as YAML, under the default profile. */
  public static List<Finding> findings(Check check, String yaml) {
    return check.examine(evidence(yaml), Profile.shipped("default"));
  }

  /** The evidence of a dossier written as YAML. */
  public static Evidence evidence(String yaml) {
    ExampleDossier dossier = ExampleDossier.parse("example", yaml);
    return new Evidence(dossier.product(), dossier.claims(), dossier.seen(), dossier.at());
  }
}
