package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static String text(Assessment assessment, int width, boolean colour) throws Exception {
    StringWriter out = new StringWriter();
    new TextReport(width, colour, false).write(assessment, out);
    return out.toString();
  }

  @Test
  void opensWithTheResultInOneSentence() throws Exception {
    assertThat(text(Samples.doorbell(), 200, false).lines().findFirst())
        .hasValue(Summary.sentence(Samples.doorbell()));
  }

  @Test
  void givesARowWithShapeAndWordForEachStandard() throws Exception {
    assertThat(text(Samples.doorbell(), 80, false))
        .contains("  ✗ not met             Encrypted communications\n")
        .contains("  ? cannot be confirmed Security updates\n")
        .contains("  ✓ met                 Vulnerability management\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 132})
  void keepsToTheWidth(int width) throws Exception {
    assertThat(text(Samples.doorbell(), width, false).lines())
        .filteredOn(line -> !line.contains("sha256") && !line.matches("\\s*[0-9a-f]{64}"))
        .allSatisfy(line -> assertThat(Page.columns(line)).isLessThanOrEqualTo(width));
  }

  @Test
  void holdsEveryRequirement() throws Exception {
    String text = text(Samples.doorbell(), 500, false);
    for (RequirementVerdict each : Summary.requirements(Samples.doorbell())) {
      assertThat(text).contains(each.id(), each.title(), each.reason());
      each.settle().forEach(what -> assertThat(text).contains(what));
      each.findings().forEach(f -> assertThat(text).contains(f.reason(), f.check()));
    }
  }

  @Test
  void saysTheSameWithoutColour() throws Exception {
    String coloured = text(Samples.doorbell(), 80, true);
    assertThat(coloured).contains("\u001b[31m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(text(Samples.doorbell(), 80, false));
  }

  @Test
  void writesAsciiShapesWhereAsked() throws Exception {
    StringWriter out = new StringWriter();
    new TextReport(80, false, true).write(Samples.doorbell(), out);
    assertThat(out.toString()).contains("  x not met ", "  + met ").doesNotContain("✓", "✗");
  }

  @Test
  void letsNothingHostileAct() throws Exception {
    String text = text(Samples.hostile(), 80, false);
    assertThat(text.codePoints().filter(c -> c != '\n').filter(Visible::hidden)).isEmpty();
    // The name holds a line end and then a row of this report; it must not become one of its rows.
    for (int width = 30; width < 130; width++) {
      assertThat(text(Samples.hostile(), width, false).lines())
          .noneMatch(line -> line.startsWith("  ✓ "));
    }
  }

  @Test
  void cutsLongListsOfPlacesAndSaysSo() throws Exception {
    assertThat(text(Samples.manyPlaces(), 80, false)).contains("and 994 more places");
  }
}
