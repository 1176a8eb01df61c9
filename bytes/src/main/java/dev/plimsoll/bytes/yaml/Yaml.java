package dev.plimsoll.bytes.yaml;

import dev.plimsoll.bytes.Unusable;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 texts of people: bounded, without tags, every error with its line. */
public final class Yaml {
  /** Longest text in characters. */
  public static final int MAX_CHARACTERS = 4 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(MAX_CHARACTERS)
          .setMaxAliasesForCollections(20)
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setUseMarks(true)
          .build();

  private Yaml() {}

  /**
   * Reads a text whose outermost level is a mapping. An empty text is an empty mapping.
   *
   * @param name what errors call the text
   * @throws Unusable with the line, where it is not such a text
   */
  public static YamlMap read(String name, String text) {
    Optional<Node> root;
    try {
      root = new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Unusable(
          name + ":" + line,
          "is not valid YAML (" + oneLine(e.getProblem()) + ")",
          "mend that line");
    } catch (YamlEngineException | StackOverflowError e) {
      throw new Unusable(
          name,
          "is not usable YAML (" + oneLine(e.getMessage()) + ")",
          "write it plainly, without nesting tricks");
    }
    if (root.isEmpty()) {
      return YamlMap.empty(name);
    }
    if (root.get() instanceof MappingNode map) {
      return new YamlMap(name, "", map);
    }
    throw new Unusable(name + ":1", "begins with no key", "write 'key: value' lines");
  }

  static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null
        ? "no reason given"
        : message.lines().findFirst().orElse("no reason given").strip();
  }
}
