package dev.plimsoll.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes, and what may be shown there.
 *
 * @param outIsTerminal whether standard output is looked at by a person
 * @param errIsTerminal whether standard error is
 * @param colour whether colour may be used on standard output
 * @param ascii whether only ASCII characters can be shown
 * @param columns width of the terminal
 */
record Terminal(
    PrintWriter outWriter,
    PrintWriter errWriter,
    BufferedReader in,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colour,
    boolean ascii,
    int columns) {
  private static final int DEFAULT_COLUMNS = 80;

  /**
   * The terminal of this process. The launcher tells what is one, because asking from Java costs
   * start-up time.
   */
  static Terminal ofProcess(PrintStream out, PrintStream err) {
    Map<String, String> environment = System.getenv();
    boolean outIsTerminal = Boolean.getBoolean("plimsoll.stdout.terminal");
    String locale =
        first(environment, "LC_ALL", "LC_CTYPE", "LANG")
            .toUpperCase(java.util.Locale.ROOT)
            .replace("-", "");
    return new Terminal(
        new PrintWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), false),
        new PrintWriter(new java.io.OutputStreamWriter(err, StandardCharsets.UTF_8), true),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        outIsTerminal,
        Boolean.getBoolean("plimsoll.stderr.terminal"),
        outIsTerminal
            && !environment.containsKey("NO_COLOR")
            && !"dumb".equals(environment.get("TERM")),
        outIsTerminal && !locale.isEmpty() && !locale.contains("UTF8"),
        columns(environment.get("COLUMNS")));
  }

  private static String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static int columns(@Nullable String text) {
    if (text == null
        || text.length() > 4
        || text.isEmpty()
        || !text.chars().allMatch(Character::isDigit)) {
      return DEFAULT_COLUMNS;
    }
    return Math.clamp(Integer.parseInt(text), 40, 120);
  }
}
