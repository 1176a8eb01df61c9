package dev.plimsoll.standards;

import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that checks may look at: the product, what was seen, what was claimed, and the time of
 * the assessment.
 */
public final class Evidence {
  private final Product product;
  private final List<Claim> claims;
  private final List<Seen<?>> seen;
  private final Instant at;
  private final Map<String, Fact> facts;

  /**
   * @param seen observations in the order of the dossier
   * @param at the clock of the assessment
   */
  public Evidence(Product product, List<Claim> claims, List<Seen<?>> seen, Instant at) {
    this.product = product;
    this.claims = List.copyOf(claims);
    this.seen = List.copyOf(seen);
    this.at = at;
    this.facts = FactRules.derive(this);
  }

  /** What is assessed. */
  public Product product() {
    return product;
  }

  /** The clock of the assessment. */
  public Instant at() {
    return at;
  }

  /** Claims about one requirement. */
  public List<Claim> claims(String requirement) {
    return claims.stream().filter(claim -> claim.requirement().equals(requirement)).toList();
  }

  /** All observations of one type, in the order of the dossier. */
  public <T extends Observation> List<Seen<T>> all(Class<T> type) {
    List<Seen<T>> found = new ArrayList<>();
    for (Seen<?> each : seen) {
      if (type.isInstance(each.what())) {
        found.add(new Seen<>(type.cast(each.what()), each.artefact()));
      }
    }
    return found;
  }

  /** What is known of a fact; unknown where neither the dossier nor an observation tells. */
  public Fact fact(String name) {
    return facts.getOrDefault(name, Fact.unknown(name));
  }

  /** All facts by name. */
  public Map<String, Fact> facts() {
    return facts;
  }
}
