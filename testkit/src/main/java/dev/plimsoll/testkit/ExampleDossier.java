package dev.plimsoll.testkit;

import dev.plimsoll.bytes.yaml.Moments;
import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A dossier as it looks behind the readers, written as YAML: what the examples on the pages of the
 * checks hold.
 *
 * <pre>
 * at: 2026-11-20
 * product: {name: Lamp, mac: ["02:00:00:00:00:01"], facts: {net.wan: true}}
 * evidence:
 *   - file: setup.pcap
 *     as: capture
 *     covers: [setup]
 *     at: 2026-11-10
 *     seen:
 *       - Flow: {frame: 7, client: {address: 192.168.1.9, mac: "02:00:00:00:00:01"}, server: {address: 203.0.113.7, port: 80},
 *           protocol: HTTP, protection: CLEARTEXT, basis: PROVEN}
 * </pre>
 *
 * What an observation leaves out is null where null is allowed, and else empty, zero or the first
 * choice.
 */
public record ExampleDossier(Product product, List<Claim> claims, List<Seen<?>> seen, Instant at) {
  /** The clock of an example that names none. */
  public static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  /** Reads an example. */
  public static ExampleDossier parse(String name, String text) {
    YamlMap root = Yaml.read(name, text);
    Instant at = root.has("at") ? Moments.parse(root.need("at")) : AT;
    Product product = product(root.map("product"));
    List<Seen<?>> seen = new ArrayList<>();
    for (YamlMap each : root.maps("evidence")) {
      Artefact artefact = artefact(each);
      for (YamlMap fact : each.maps("seen")) {
        String type = fact.keys().iterator().next();
        seen.add(
            new Seen<>(
                ExampleObservation.of(
                    type, Objects.requireNonNull(fact.map(type)), artefact.file()),
                artefact));
        fact.done();
      }
      each.done();
    }
    List<Claim> claims = new ArrayList<>();
    for (YamlMap each : root.maps("claims")) {
      claims.add(
          new Claim(
              each.need("requirement"),
              each.need("says"),
              each.text("by"),
              each.date("date"),
              each.text("source")));
      each.done();
    }
    root.done();
    return new ExampleDossier(product, claims, seen, at);
  }

  private static Artefact artefact(YamlMap map) {
    Kind kind = Kind.of(map.need("as")).orElseThrow();
    String strength = map.text("strength");
    return new Artefact(
        map.need("file"),
        kind,
        "",
        0,
        Set.copyOf(map.texts("covers")),
        map.text("firmware"),
        map.moment("at"),
        strength == null ? kind.strength() : Strength.valueOf(strength));
  }

  private static Product product(@org.jspecify.annotations.Nullable YamlMap map) {
    if (map == null) {
      return Product.named("Lamp");
    }
    Map<String, Product.DeclaredFact> facts = new HashMap<>();
    YamlMap stated = map.map("facts");
    if (stated != null) {
      stated
          .keys()
          .forEach(key ->
              facts.put(
                  key, new Product.DeclaredFact(Objects.requireNonNull(stated.flag(key)), null)));
    }
    Product product =
        new Product(
            Objects.requireNonNullElse(map.text("name"), "Lamp"),
            map.text("vendor"),
            map.text("model"),
            null,
            List.of(),
            Objects.requireNonNullElse(map.text("category"), "general"),
            Objects.requireNonNullElse(map.text("audience"), "general"),
            map.texts("markets"),
            map.text("firmware"),
            null,
            map.date("on_sale"),
            map.date("last_sold"),
            map.date("support_until"),
            map.texts("mac"),
            map.texts("ip"),
            facts);
    map.done();
    return product;
  }
}
