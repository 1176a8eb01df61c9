package dev.plimsoll.components.csaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names of the weaknesses that are most used, by the Common Weakness Enumeration. */
final class Weaknesses {
  private static final Map<String, String> NAMES = names();

  private Weaknesses() {}

  /** Whether a weakness has this name; one that is not listed here has any name. */
  static boolean isNamed(String id, String name) {
    return NAMES.getOrDefault(id, name).equals(name);
  }

  private static Map<String, String> names() {
    try (InputStream in = Weaknesses.class.getResourceAsStream("weaknesses.txt")) {
      if (in == null) {
        throw new IllegalStateException("weaknesses.txt is not in the module");
      }
      Map<String, String> names = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int blank = line.indexOf(' ');
        names.put("CWE-" + line.substring(0, blank), line.substring(blank + 1));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
