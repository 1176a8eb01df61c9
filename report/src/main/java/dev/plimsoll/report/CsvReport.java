package dev.plimsoll.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Strength;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Assessments as one CSV table (RFC 4180 with line feeds): one row for each requirement.
 *
 * <p>A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvReport {
  /** Writes one table for all assessments. Leaves {@code out} open. */
  public void write(List<Assessment> assessments, Writer out) throws IOException {
    // Without a buffer of its own nothing is left behind that only closing would write.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    csv.writeRecord("product", "standard", "requirement", "verdict", "strength", "reason");
    for (Assessment assessment : assessments) {
      for (StandardVerdict standard : assessment.standards()) {
        for (RequirementVerdict each : standard.requirements()) {
          Strength strength = each.strength();
          csv.writeRecord(
              cell(assessment.product().name()),
              cell(standard.id()),
              cell(each.id()),
              each.verdict().id(),
              strength == null ? "" : strength.id(),
              cell(each.reason()));
        }
      }
    }
    out.flush();
  }

  private static String cell(String text) {
    String line = Visible.line(text);
    boolean formula = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0;
    return formula ? "'" + line : line;
  }
}
