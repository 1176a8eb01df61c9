package dev.plimsoll.standards;

import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The requirements as data: five standards, their requirements, the facts that applicability rests
 * on and the appendix rules.
 *
 * @param id name and version, such as MSS 1.0
 */
public record Catalogue(
    String id,
    String title,
    List<Standard> standards,
    Map<String, String> facts,
    Map<String, String> appendix) {

  /** One of the five standards. */
  public record Standard(String id, String title, String purpose, List<Requirement> requirements) {
    public Standard {
      requirements = List.copyOf(requirements);
    }
  }

  public Catalogue {
    standards = List.copyOf(standards);
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    appendix = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(appendix));
  }

  /** The catalogue that the project ships. */
  public static Catalogue shipped() {
    return parse("catalogue.yaml", Resources.text("catalogue.yaml"));
  }

  /** All requirements in order. */
  public List<Requirement> requirements() {
    return standards.stream().flatMap(standard -> standard.requirements().stream()).toList();
  }

  /** The requirement of this id. */
  public Optional<Requirement> requirement(String wanted) {
    return requirements().stream().filter(each -> each.id().equals(wanted)).findFirst();
  }

  static Catalogue parse(String name, String text) {
    YamlMap root = Yaml.read(name, text);
    String id = root.need("id") + " " + root.need("version");
    String title = root.need("title");
    Map<String, String> facts = words(root, "facts");
    Map<String, String> appendix = words(root, "appendix");
    List<Standard> standards = new ArrayList<>();
    for (YamlMap each : root.maps("standards")) {
      List<Requirement> requirements =
          each.maps("requirements").stream().map(Catalogue::requirement).toList();
      standards.add(
          new Standard(each.need("id"), each.need("title"), each.need("purpose"), requirements));
      each.done();
    }
    root.done();
    return new Catalogue(id, title, standards, facts, appendix);
  }

  private static Map<String, String> words(YamlMap root, String key) {
    Map<String, String> found = new LinkedHashMap<>();
    YamlMap map = root.map(key);
    if (map != null) {
      map.keys().forEach(name -> found.put(name, map.need(name)));
    }
    return found;
  }

  private static Requirement requirement(YamlMap map) {
    Map<String, Requirement.Part> coverage = new LinkedHashMap<>();
    YamlMap parts = map.map("coverage");
    if (parts != null) {
      for (String part : parts.keys()) {
        YamlMap each = java.util.Objects.requireNonNull(parts.map(part));
        coverage.put(part, new Requirement.Part(strength(each.need("floor")), each.need("wants")));
        each.done();
      }
    }
    List<String> applies = map.texts("applies");
    boolean always = applies.equals(List.of("always"));
    Requirement requirement =
        new Requirement(
            map.need("id"),
            map.need("title"),
            map.need("statement"),
            map.need("modality").equals("must"),
            always,
            always ? List.of() : applies,
            strength(map.need("floor")),
            Integer.parseInt(map.need("max-age-days")),
            coverage,
            map.texts("passes"),
            map.texts("fails"),
            map.need("who"),
            map.texts("cites"));
    map.done();
    return requirement;
  }

  private static Strength strength(String word) {
    return Strength.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
