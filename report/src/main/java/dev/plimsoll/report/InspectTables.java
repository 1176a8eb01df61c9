package dev.plimsoll.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.plimsoll.model.Kind;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What readers saw as CSV (RFC 4180 with line feeds), one table for each kind of artefact.
 *
 * <p>A single kind gives a single table. Of several kinds each has its own head, with an empty line
 * between the tables, in the order in which the kinds were first named. An artefact of no known
 * kind has no table.
 */
public final class InspectTables {
  /** Writes the tables. Leaves {@code out} open. */
  public void write(List<Inspected> inspected, Writer out) throws IOException {
    Map<Table, List<Inspected>> groups = new LinkedHashMap<>();
    for (Inspected each : inspected) {
      Kind kind = each.kind();
      if (kind != null) {
        groups.computeIfAbsent(Table.of(kind), key -> new java.util.ArrayList<>()).add(each);
      }
    }
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    boolean first = true;
    for (Map.Entry<Table, List<Inspected>> group : groups.entrySet()) {
      if (!first) {
        out.write('\n');
      }
      first = false;
      Table table = group.getKey();
      csv.writeRecord(table.head());
      for (Inspected each : group.getValue()) {
        table.rows(each).forEach(csv::writeRecord);
      }
    }
    out.flush();
  }
}
