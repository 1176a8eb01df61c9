package dev.plimsoll.standards;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chosen thresholds as data, each with its source. No threshold is a constant in a check.
 *
 * @param id name and version, such as default 2026-11
 * @param promoted requirements that are only recommended but count as required here
 */
public record Profile(String id, Set<String> promoted, Map<String, Threshold> thresholds) {

  /** Names of the profiles that the project ships. */
  public static final List<String> SHIPPED = List.of("default", "strict");

  /**
   * One threshold.
   *
   * @param values value by case, such as a product category; the case {@code any} stands for the
   *     others
   * @param source where the figure comes from
   */
  public record Threshold(Map<String, String> values, String unit, String source) {
    public Threshold {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  public Profile {
    promoted = Set.copyOf(promoted);
    thresholds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
  }

  /** A profile that the project ships. */
  public static Profile shipped(String name) {
    if (!SHIPPED.contains(name)) {
      throw new Unusable(
          "--profile " + name,
          "no such profile",
          "use " + String.join(" or ", SHIPPED) + ", or a file");
    }
    return parse(name + ".yaml", Resources.text("profiles/" + name + ".yaml"));
  }

  /**
   * A profile from a text; one that names another in {@code extends} takes over what it does not
   * set itself.
   */
  public static Profile parse(String name, String text) {
    YamlMap root = Yaml.read(name, text);
    String base = root.text("extends");
    Map<String, Threshold> thresholds = new LinkedHashMap<>();
    Set<String> promoted = new java.util.TreeSet<>();
    if (base != null) {
      Profile parent = shipped(base);
      thresholds.putAll(parent.thresholds);
      promoted.addAll(parent.promoted);
    }
    String id = root.need("id") + " " + root.need("date");
    promoted.addAll(root.texts("promote"));
    YamlMap all = root.map("thresholds");
    if (all != null) {
      for (String key : all.keys()) {
        thresholds.put(key, threshold(java.util.Objects.requireNonNull(all.map(key))));
      }
    }
    root.done();
    return new Profile(id, promoted, thresholds);
  }

  private static Threshold threshold(YamlMap map) {
    Map<String, String> values = new LinkedHashMap<>();
    if (map.isMap("value")) {
      YamlMap cases = java.util.Objects.requireNonNull(map.map("value"));
      cases.keys().forEach(each -> values.put(each, cases.need(each)));
    } else {
      values.put("any", String.join(",", map.texts("value")));
    }
    Threshold threshold = new Threshold(values, map.need("unit"), map.need("source"));
    map.done();
    return threshold;
  }

  /** A threshold that does not depend on a case. */
  public double number(String key) {
    return number(key, "any");
  }

  /**
   * A threshold for a case, such as a product category; that of the other cases where it has none
   * of its own.
   */
  public double number(String key, String kase) {
    return Double.parseDouble(word(key, kase));
  }

  /** A threshold that is a word, for a case. */
  public String word(String key, String kase) {
    Map<String, String> values = get(key).values();
    String value = values.get(kase);
    value = value == null ? values.get("any") : value;
    if (value == null) {
      throw new Unusable(
          "profile " + id, "'" + key + "' has no value for " + kase, "add one, or one for 'any'");
    }
    return value;
  }

  /** A threshold that is a list of words. */
  public List<String> words(String key) {
    return List.of(word(key, "any").split(",", -1));
  }

  private Threshold get(String key) {
    Threshold threshold = thresholds.get(key);
    if (threshold == null) {
      throw new Unusable(
          "profile " + id,
          "has no threshold '" + key + "'",
          "add it, or extend the default profile");
    }
    return threshold;
  }
}
