package dev.plimsoll.standards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every check must have: a test, a page with its chapters, and examples that come out as they
 * say.
 */
class CheckCatalogueTest {
  private static final Path MODULE = Path.of(System.getProperty("plimsoll.root"), "standards");

  static Stream<Check> checks() {
    return CheckCatalogue.CHECKS.stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hasTestAndPage(Check check) {
    String path = check.getClass().getName().replace('.', '/');
    assertThat(MODULE.resolve("src/test/java/" + path + "Test.java"))
        .as("the test of %s", check.id())
        .exists();
    assertThat(CheckPage.of(check).text())
        .startsWith("# " + check.id() + "\n\n" + check.requirement() + " · ")
        .contains(
            "\n## Why\n",
            "\n## How it is decided\n",
            "\n## What it cannot see\n",
            "\n## How to fix it\n",
            "\n## Examples\n");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void examplesComeOutAsTheySay(Check check) {
    CheckPage page = CheckPage.of(check);
    if (page.text().contains("### Met\n")) {
      assertThat(page.verdicts("Met")).containsOnly(Verdict.PASS);
    } else {
      // A check that can only find fault says so, and then it must not pass anything in its other
      // examples either.
      assertThat(page.text()).contains("This check never passes a requirement");
    }
    if (page.text().contains("### Not met\n")) {
      assertThat(page.verdicts("Not met")).contains(Verdict.FAIL);
    } else {
      // A check to which absence proves nothing says so.
      assertThat(page.text()).contains("This check never fails a requirement");
    }
    assertThat(page.verdicts("Not enough")).doesNotContain(Verdict.PASS, Verdict.FAIL);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void nothingSeenGivesNothing(Check check) {
    assertThat(CheckPage.findings(check, "product: {name: Lamp}")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void knowsItsRequirementAndItsParts(Check check) {
    Requirement requirement = Catalogue.shipped().requirement(check.requirement()).orElseThrow();
    for (String heading : List.of("Met", "Not met", "Not enough")) {
      if (CheckPage.of(check).text().contains("### " + heading + "\n")) {
        assertThat(CheckPage.of(check).example(heading))
            .allSatisfy(finding ->
                assertThat(requirement.coverage().keySet()).containsAll(finding.covers()));
      }
    }
  }

  @Test
  void everyPageBelongsToACheck() throws Exception {
    try (Stream<Path> pages = Files.list(MODULE.resolveSibling("docs/checks"))) {
      List<String> stems =
          pages.map(page -> page.getFileName().toString().replace(".md", "")).sorted().toList();
      List<String> ids =
          Stream.concat(CheckCatalogue.CHECKS.stream().map(Check::id), Stream.of("RecordedTest"))
              .sorted()
              .toList();
      assertThat(stems).isEqualTo(ids);
    }
  }
}
