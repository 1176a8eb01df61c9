package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Product;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  private static List<NamedCsvRecord> rows(Assessment... assessments) throws Exception {
    StringWriter out = new StringWriter();
    new CsvReport().write(List.of(assessments), out);
    return CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
  }

  @Test
  void givesARowForEachRequirement() throws Exception {
    List<NamedCsvRecord> rows = rows(Samples.doorbell(), Samples.nothing());
    assertThat(rows).hasSize(Summary.requirements(Samples.doorbell()).size() + 1);
    assertThat(rows.getFirst().getHeader())
        .containsExactly("product", "standard", "requirement", "verdict", "strength", "reason");
    assertThat(rows.getFirst().getFields())
        .containsExactly(
            "Doorbell Two",
            "MSS-1",
            "MSS-1.1",
            "fail",
            "observed",
            "Readable traffic to a service outside the home was seen.");
    assertThat(rows.getLast().getField("strength")).isEmpty();
  }

  @Test
  void handsNoFormulaToASpreadsheet() throws Exception {
    Assessment plain = Samples.nothing();
    Assessment formula =
        new Assessment(
            Product.named("=HYPERLINK(\"x\")"),
            plain.at(),
            plain.catalogue(),
            plain.profile(),
            plain.result(),
            plain.standards(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(rows(formula).getFirst().getField("product")).isEqualTo("'=HYPERLINK(\"x\")");
  }
}
