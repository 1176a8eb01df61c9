package dev.plimsoll.credentials.labels;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of labels: UTF-8 text, a header line, columns parted by comma, semicolon or tab. */
final class LabelTable {
  /** Most units that are taken. */
  static final int MAX_UNITS = 100_000;

  private static final int MAX_FIELD = 256;
  private static final List<String> COLUMNS = List.of("serial", "mac", "ssid", "password");

  private final String name;
  private final String text;
  private final char delimiter;
  private final List<Problem> problems;
  private int at;
  private long line = 1;

  private LabelTable(String name, String text, char delimiter, List<Problem> problems) {
    this.name = name;
    this.text = text;
    this.delimiter = delimiter;
    this.problems = problems;
  }

  /** Whether the first line is a header with a password and an identifier of the unit. */
  static boolean looksLikeOne(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    List<String> names = headerOf(text);
    return names.contains("password")
        && (names.contains("serial") || names.contains("mac") || names.contains("ssid"));
  }

  private static List<String> headerOf(String text) {
    LabelTable table = new LabelTable("", withoutMark(text), delimiterOf(text), new ArrayList<>());
    List<String> fields = table.row();
    return fields == null ? List.of() : fields.stream().map(LabelTable::columnName).toList();
  }

  private static String columnName(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
  }

  private static char delimiterOf(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(first, each) > count(first, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(each -> each == c).count();
  }

  /** The units that have a password, in the order of the lines. */
  static List<Unit> read(String name, byte[] bytes, List<Problem> problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
      problems.add(new Problem(Place.whole(name), "the table is not in UTF-8", "save it in UTF-8"));
    }
    LabelTable table = new LabelTable(name, withoutMark(text), delimiterOf(text), problems);
    return table.units();
  }

  private List<Unit> units() {
    List<String> header = row();
    List<Unit> units = new ArrayList<>();
    if (header == null) {
      return units;
    }
    int[] columns = new int[COLUMNS.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = header.stream().map(LabelTable::columnName).toList().indexOf(COLUMNS.get(i));
    }
    if (columns[3] < 0) {
      problems.add(
          new Problem(
              Place.line(name, 1),
              "no column is called 'password'",
              "begin the table with a line such as serial,mac,ssid,password"));
      return units;
    }
    long here = line;
    for (List<String> row = row(); row != null; row = row()) {
      Unit unit = unit(here, row, columns);
      if (unit != null) {
        units.add(unit);
      }
      if (units.size() == MAX_UNITS) {
        problems.add(
            new Problem(
                Place.line(name, here),
                "only the first " + MAX_UNITS + " units were read",
                "split the table"));
        break;
      }
      here = line;
    }
    return units;
  }

  private @Nullable Unit unit(long here, List<String> row, int[] columns) {
    String password = field(row, columns[3]);
    for (String field : row) {
      if (field.length() > MAX_FIELD) {
        problem(
            here,
            "a field is longer than " + MAX_FIELD + " characters",
            "copy only what the label shows");
        return null;
      }
    }
    if (password == null) {
      if (row.size() > 1 || !row.getFirst().isBlank()) {
        problem(here, "the line has no password", "copy it from the label, or leave the line out");
      }
      return null;
    }
    String mac = field(row, columns[1]);
    String hex = mac == null ? null : Unit.hex12(mac);
    if (mac != null && hex == null) {
      problem(here, "'" + shown(mac) + "' is no MAC address", "write it as 02:00:00:00:00:01");
    }
    return new Unit(here, field(row, columns[0]), hex, field(row, columns[2]), password);
  }

  private void problem(long here, String what, String mend) {
    if (problems.size() < 20) {
      problems.add(new Problem(Place.line(name, here), what, mend));
    }
  }

  private static String shown(String text) {
    return text.length() > 24 ? text.substring(0, 24) + "..." : text;
  }

  private static @Nullable String field(List<String> row, int column) {
    if (column < 0 || column >= row.size()) {
      return null;
    }
    String value = row.get(column).strip();
    return value.isEmpty() ? null : value;
  }

  /** The next row (RFC 4180, section 2, with any of the delimiters); null at the end. */
  private @Nullable List<String> row() {
    if (at >= text.length()) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
      if (at >= text.length() || text.charAt(at) != delimiter) {
        break;
      }
      at++;
    }
    endOfLine();
    return fields;
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private String bare() {
    int from = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at >= text.length() || text.charAt(at) != '"') {
          break;
        }
        at++;
      }
      line += c == '\n' ? 1 : 0;
      value.append(c);
    }
    return value + bare();
  }
}
