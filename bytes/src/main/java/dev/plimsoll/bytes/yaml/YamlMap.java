package dev.plimsoll.bytes.yaml;

import dev.plimsoll.bytes.Unusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML text. The caller asks for the keys that it knows and then calls {@link
 * #done}, which refuses the rest by name and line.
 */
public final class YamlMap {
  private final String name;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private YamlMap(String name) {
    this.name = name;
    this.path = "";
    this.line = 1;
  }

  YamlMap(String name, String path, MappingNode node) {
    this.name = name;
    this.path = path;
    this.line = lineOf(node);
    for (NodeTuple each : node.getValue()) {
      int at = lineOf(each.getKeyNode());
      if (!(each.getKeyNode() instanceof ScalarNode key)) {
        throw new Unusable(
            name + ":" + at, "has a key that is no plain word", "write 'key: value'");
      }
      if (values.put(key.getValue(), each.getValueNode()) != null) {
        throw new Unusable(
            name + ":" + at, "names '" + key.getValue() + "' twice", "keep one of them");
      }
      lines.put(key.getValue(), at);
    }
  }

  static YamlMap empty(String name) {
    return new YamlMap(name);
  }

  /** The keys, in the order written. */
  public Set<String> keys() {
    return java.util.Collections.unmodifiableSet(values.keySet());
  }

  /** Whether the key is there with a value. */
  public boolean has(String key) {
    return node(key) != null;
  }

  /** File and line of a key, for a message; of the mapping, where the key is absent. */
  public String where(String key) {
    return name + ":" + lines.getOrDefault(key, line);
  }

  /** Line of the mapping, from 1. */
  public int line() {
    return line;
  }

  /** Refuses every key that was not asked for. */
  public void done() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        throw new Unusable(
            where(key),
            "unknown key '" + path + key + "'",
            "remove it, or use one of: " + String.join(", ", asked));
      }
    }
  }

  /** A text; null where the key is absent or empty. */
  public @Nullable String text(String key) {
    Node node = node(key);
    return node == null ? null : scalar(key, node);
  }

  /** A text that must be there. */
  public String need(String key) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      throw new Unusable(where(key), "'" + path + key + "' is missing", "add it");
    }
    return text;
  }

  /** True or false; null where the key is absent. */
  public @Nullable Boolean flag(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true", "yes" -> Boolean.TRUE;
      case "false", "no" -> Boolean.FALSE;
      default ->
          throw new Unusable(
              where(key), "'" + text + "' is neither true nor false", "write true or false");
    };
  }

  /** A whole number; null where the key is absent. */
  public @Nullable Long number(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new Unusable(where(key), "'" + text + "' is no whole number", "write digits alone");
    }
  }

  /** A date, {@code 2026-11-01}; null where the key is absent. */
  public @Nullable LocalDate date(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Unusable(where(key), "'" + text + "' is no date", "write it as 2026-11-01");
    }
  }

  /**
   * A moment, {@code 2026-11-01T10:00:00Z}, or a date, which means its first moment in UTC; null
   * where absent.
   */
  public @Nullable Instant moment(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return Moments.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Unusable(
          where(key),
          "'" + text + "' is no time",
          "write it as 2026-11-01T10:00:00Z or 2026-11-01");
    }
  }

  /** Texts: a list, or a single one; empty where the key is absent. */
  public List<String> texts(String key) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(each -> found.add(scalar(key, each)));
    } else {
      found.add(scalar(key, node));
    }
    return found;
  }

  /** A mapping inside; null where the key is absent. */
  public @Nullable YamlMap map(String key) {
    Node node = node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof MappingNode map) {
      return new YamlMap(name, path + key + ".", map);
    }
    throw new Unusable(
        where(key),
        "'" + path + key + "' holds no keys of its own",
        "indent 'key: value' lines below it");
  }

  /** Whether the value is a mapping. */
  public boolean isMap(String key) {
    return node(key) instanceof MappingNode;
  }

  /** Whether the value is a list. */
  public boolean isList(String key) {
    return node(key) instanceof SequenceNode;
  }

  /** A list of mappings; empty where the key is absent. */
  public List<YamlMap> maps(String key) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      throw new Unusable(
          where(key), "'" + path + key + "' is no list", "begin each entry with '- '");
    }
    List<YamlMap> found = new ArrayList<>();
    for (Node each : list.getValue()) {
      if (!(each instanceof MappingNode map)) {
        throw new Unusable(
            name + ":" + lineOf(each),
            "an entry of '" + path + key + "' has no keys",
            "write '- key: value'");
      }
      found.add(new YamlMap(name, path + key + ".", map));
    }
    return found;
  }

  private @Nullable Node node(String key) {
    asked.add(key);
    Node node = values.get(key);
    return node == null || node.getTag().equals(Tag.NULL) ? null : node;
  }

  private String scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new Unusable(
        name + ":" + lineOf(node),
        "'" + path + key + "' wants a single value",
        "write 'key: value'");
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
