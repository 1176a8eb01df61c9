package dev.plimsoll.report;

import dev.plimsoll.model.observation.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flows as a table for people: those to one destination that are protected alike make one row, the
 * readable ones first.
 */
final class FlowTable {
  private static final int MOST_ROWS = 200;
  private static final int LEAST_NAME = 12;
  private static final List<String> HEAD =
      List.of("Destination", "Name", "Speaks", "Protection", "Bytes", "Frame");

  private record Key(
      String destination,
      @Nullable String name,
      String speaks,
      Flow.Protection protection,
      Flow.Basis basis) {}

  private static final class Row {
    private final Key key;
    private long bytes;
    private long frame = Long.MAX_VALUE;

    Row(Key key) {
      this.key = key;
    }

    void add(Flow flow) {
      bytes += flow.bytes();
      frame = Math.min(frame, flow.place().first());
    }

    List<String> cells() {
      return List.of(
          Visible.line(key.destination()),
          Visible.line(key.name() == null ? "" : key.name()),
          Visible.line(key.speaks()),
          Words.of(key.protection()) + sureness(key.basis()),
          Words.number(bytes),
          Long.toString(frame));
    }
  }

  private FlowTable() {}

  static void write(Page page, List<Flow> flows) {
    if (flows.isEmpty()) {
      return;
    }
    List<Row> rows = rows(flows);
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEAD);
    rows.stream().limit(MOST_ROWS).forEach(row -> cells.add(row.cells()));
    int[] widths = widths(cells, page.width());
    page.gap();
    cells.forEach(row -> page.raw(line(row, widths)));
    if (rows.size() > MOST_ROWS) {
      page.paragraph(2, "and " + (rows.size() - MOST_ROWS) + " more rows; --format csv has all");
    }
  }

  private static List<Row> rows(List<Flow> flows) {
    Map<Key, Row> rows = new LinkedHashMap<>();
    for (Flow flow : flows) {
      String speaks = flow.version() == null ? flow.protocol() : flow.version();
      Key key =
          new Key(
              destination(flow),
              flow.name(),
              speaks.isEmpty() ? "?" : speaks,
              flow.protection(),
              flow.basis());
      rows.computeIfAbsent(key, Row::new).add(flow);
    }
    List<Row> sorted = new ArrayList<>(rows.values());
    sorted.sort(
        Comparator.comparingInt((Row row) -> weight(row.key.protection()))
            .thenComparingLong(row -> -row.bytes)
            .thenComparingLong(row -> row.frame));
    return sorted;
  }

  private static String destination(Flow flow) {
    Flow.End server = flow.server();
    String address =
        server.address().indexOf(':') >= 0 ? "[" + server.address() + "]" : server.address();
    return server.port() < 0 ? server.address() : address + ":" + server.port();
  }

  private static int weight(Flow.Protection protection) {
    return switch (protection) {
      case CLEARTEXT -> 0;
      case BROKEN -> 1;
      case OBSOLETE -> 2;
      case UNKNOWN -> 3;
      case ENCRYPTED -> 4;
      case INFRASTRUCTURE -> 5;
    };
  }

  private static String sureness(Flow.Basis basis) {
    return switch (basis) {
      case PROVEN -> "";
      case INFERRED -> ", likely";
      case ASSUMED -> ", a guess";
    };
  }

  /** Names give way first where the table is too wide, then destinations. */
  private static int[] widths(List<List<String>> cells, int room) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Page.columns(row.get(i)));
      }
    }
    for (int column : new int[] {1, 2, 0}) {
      int all = 2 * widths.length;
      for (int width : widths) {
        all += width;
      }
      int over = Math.max(0, all - room);
      widths[column] = Math.min(widths[column], Math.max(LEAST_NAME, widths[column] - over));
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Page.cut(row.get(i), widths[i]);
      line.append("  ").append(i < 4 ? Page.padded(cell, widths[i]) : Page.right(cell, widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
