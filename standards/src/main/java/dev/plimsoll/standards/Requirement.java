package dev.plimsoll.standards;

import dev.plimsoll.model.Strength;
import java.util.List;
import java.util.Map;

/**
 * One requirement of the catalogue.
 *
 * @param must whether it counts for its standard's verdict
 * @param always whether it applies to every product
 * @param appliesToAny facts of which one suffices to make it apply; empty where it always applies
 * @param floor the weakest evidence that may carry a pass, as published
 * @param maxAgeDays days after which evidence carries no pass
 * @param coverage the parts that a pass must account for, in order
 * @param passes what shows that it is met, in words
 * @param fails what shows that it is not met, in words
 * @param who who could supply what is missing
 * @param cites appendix rules that bear on it
 */
public record Requirement(
    String id,
    String title,
    String statement,
    boolean must,
    boolean always,
    List<String> appliesToAny,
    Strength floor,
    int maxAgeDays,
    Map<String, Part> coverage,
    List<String> passes,
    List<String> fails,
    String who,
    List<String> cites) {

  /**
   * A part of what a pass must account for.
   *
   * @param floor the weakest evidence that may account for it
   * @param wants what has to be handed in, in words that complete "it needs ..."
   */
  public record Part(Strength floor, String wants) {}

  public Requirement {
    appliesToAny = List.copyOf(appliesToAny);
    coverage = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(coverage));
    passes = List.copyOf(passes);
    fails = List.copyOf(fails);
    cites = List.copyOf(cites);
  }
}
