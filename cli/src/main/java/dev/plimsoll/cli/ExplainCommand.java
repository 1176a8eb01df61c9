package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.standards.Catalogue;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.CheckCatalogue;
import dev.plimsoll.standards.HandsOnTest;
import dev.plimsoll.standards.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code plimsoll explain}: what a requirement or check asks, how it is decided, what it cannot
 * see, how to fix it.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains a requirement (MSS-1.1), a standard (MSS-1), an appendix rule (MSS-A.1), a check or a hands-on test.")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "What to explain; without one everything is listed.")
  private @Nullable String id;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.shipped();
    String wanted = id;
    if (wanted == null) {
      all(catalogue);
    } else if (!explained(wanted, catalogue)) {
      throw new Unusable(
          "explain " + wanted, "nothing is called that", "'plimsoll explain' lists what there is");
    }
    terminal.outWriter().print(text);
    return 0;
  }

  private boolean explained(String wanted, Catalogue catalogue) {
    String upper = wanted.toUpperCase(Locale.ROOT);
    for (Catalogue.Standard standard : catalogue.standards()) {
      if (standard.id().equals(upper)) {
        standard(standard);
        return true;
      }
    }
    if (catalogue.requirement(upper).isPresent()) {
      requirement(catalogue.requirement(upper).get(), catalogue);
      return true;
    }
    String rule = catalogue.appendix().get(upper);
    if (rule != null) {
      line(upper);
      wrapped("", rule);
      return true;
    }
    for (Check check : CheckCatalogue.CHECKS) {
      if (check.id().equalsIgnoreCase(wanted)) {
        text.append(CheckCatalogue.page(check.id()).orElseThrow());
        return true;
      }
    }
    if (wanted.equalsIgnoreCase("RecordedTest")) {
      text.append(CheckCatalogue.page("RecordedTest").orElseThrow());
      return true;
    }
    if (wanted.equalsIgnoreCase("hands-on")) {
      HandsOnTest.shipped().values().forEach(this::handsOn);
      return true;
    }
    HandsOnTest test = HandsOnTest.shipped().get(wanted.toLowerCase(Locale.ROOT));
    if (test != null) {
      handsOn(test);
    }
    return test != null;
  }

  private void all(Catalogue catalogue) {
    line(catalogue.title());
    for (Catalogue.Standard standard : catalogue.standards()) {
      line("");
      line(standard.id() + "  " + standard.title());
      standard
          .requirements()
          .forEach(each ->
              line(
                  "  %-8s %s%s"
                      .formatted(each.id(), each.title(), each.must() ? "" : " (recommended)")));
    }
    line("");
    line("Appendix rules: " + String.join(", ", catalogue.appendix().keySet()));
    line(
        "Checks: "
            + String.join(", ", CheckCatalogue.CHECKS.stream().map(Check::id).toList())
            + ", RecordedTest");
    line("Hands-on tests: plimsoll explain hands-on");
  }

  private void standard(Catalogue.Standard standard) {
    line(standard.id() + "  " + standard.title());
    wrapped("", standard.purpose());
    line("");
    standard
        .requirements()
        .forEach(each ->
            line(
                "  %-8s %s%s"
                    .formatted(each.id(), each.title(), each.must() ? "" : " (recommended)")));
  }

  private void requirement(Requirement requirement, Catalogue catalogue) {
    line(requirement.id() + "  " + requirement.title());
    line("");
    wrapped("", requirement.statement());
    line("");
    line(
        "Counts:   "
            + (requirement.must()
                ? "required for the standard"
                : "recommended; reported, does not decide the standard"));
    line("Applies:  " + (requirement.always() ? "always" : "where one of these holds"));
    requirement
        .appliesToAny()
        .forEach(fact -> wrapped("            ", fact + ": " + catalogue.facts().get(fact)));
    line(
        "Evidence: "
            + requirement.floor().id()
            + " or stronger, not older than "
            + requirement.maxAgeDays()
            + " days");
    section("Met when", requirement.passes());
    section("Not met when", requirement.fails());
    List<String> parts = new ArrayList<>();
    requirement
        .coverage()
        .forEach((part, each) -> parts.add(part + " (" + each.floor().id() + "): " + each.wants()));
    section("A pass must account for", parts);
    section("Who can supply it", List.of(requirement.who()));
    List<String> deciders = new ArrayList<>();
    CheckCatalogue.CHECKS.stream()
        .filter(check -> check.requirement().equals(requirement.id()))
        .forEach(check -> deciders.add("check " + check.id()));
    HandsOnTest.shipped().values().stream()
        .filter(test -> test.requirement().equals(requirement.id()))
        .forEach(test -> deciders.add("hands-on test " + test.id()));
    section(
        "Looked at by",
        deciders.isEmpty() ? List.of("nothing yet: it stays not assessed") : deciders);
    List<String> rules = new ArrayList<>();
    requirement.cites().forEach(rule -> rules.add(rule + ": " + catalogue.appendix().get(rule)));
    if (!rules.isEmpty()) {
      section("Appendix", rules);
    }
  }

  private void handsOn(HandsOnTest test) {
    line("hands-on test " + test.id() + " (" + test.requirement() + ")");
    wrapped("  ", test.asks());
    wrapped("  ", "Do: " + test.does());
    line("  Outcomes: " + String.join(", ", test.choices()));
    for (Map.Entry<String, HandsOnTest.Outcome> each : test.outcomes().entrySet()) {
      line("    " + each.getKey() + ": " + each.getValue().verdict().words());
    }
    line("");
  }

  private void section(String title, List<String> items) {
    line("");
    line(title + ":");
    items.forEach(item -> wrapped("  ", "- " + item));
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void wrapped(String indent, String words) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.split(" ", -1)) {
      if (line.length() + word.length() + 1 > terminal.columns()
          && line.length() > indent.length()) {
        line(line.toString());
        line.setLength(0);
        line.append(indent).append(words.startsWith("- ") ? "  " : "");
      } else if (line.length() > indent.length()) {
        line.append(' ');
      }
      line.append(word);
    }
    line(line.toString());
  }
}
