package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the privacy policy is there in a language of each market, and how hard its words are.
 *
 * <p>A score never fails a policy and never passes it: that two people understood it is recorded by
 * hand.
 */
public final class PolicyUnderstandable implements Check {
  private static final String READERS = "policy-readers";

  @Override
  public String requirement() {
    return "MSS-5.3";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.PRIVACY_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Seen<Policy>> policies = Policies.ofProduct(evidence);
    if (policies.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(language(evidence.product().markets(), policies));
    for (Seen<Policy> seen : policies) {
      double ease = seen.what().ease();
      if (!Double.isNaN(ease)) {
        wording(seen, evidence, profile, findings);
      }
    }
    return findings;
  }

  private Finding language(List<String> markets, List<Seen<Policy>> policies) {
    Set<String> languages = new TreeSet<>();
    policies.forEach(seen -> languages.add(seen.what().language()));
    List<String> without =
        markets.stream()
            .filter(market -> MarketLanguages.of(market).stream().noneMatch(languages::contains))
            .toList();
    String spoken = String.join(", ", languages);
    Finding.Draft draft;
    if (markets.isEmpty()) {
      draft =
          open(
              "The privacy policy is in "
                  + spoken
                  + "; the dossier does not say where the product is sold.",
              "add 'markets:' with the country codes to product.yaml");
    } else if (without.isEmpty()) {
      draft =
          pass("The privacy policy is there in a language of every market (" + spoken + ").")
              .covers("language");
    } else {
      draft =
          open(
              "A privacy policy in a language of "
                  + String.join(", ", without)
                  + " is not among the "
                  + policies.size()
                  + " in the dossier ("
                  + spoken
                  + ").",
              "save the version for each market, or have the vendor confirm that there is none");
    }
    policies.forEach(draft::from);
    return draft.build();
  }

  private void wording(
      Seen<Policy> seen, Evidence evidence, Profile profile, List<Finding> findings) {
    Policy policy = seen.what();
    double least = profile.number("policy.ease.minimum", evidence.product().audience());
    String score =
        "Reading ease %.0f of 100 by the formula for its language (%s), at %d words; the profile wants %.0f."
            .formatted(policy.ease(), policy.language(), policy.words(), least);
    if (policy.ease() >= least) {
      findings.add(pass("The privacy policy reads within the band. " + score).from(seen).build());
    } else if (!Policies.tested(evidence, READERS)) {
      findings.add(
          open(
                  "The privacy policy is hard to read. " + score,
                  "ask two readers of the product's audience what it says, and record it (test "
                      + READERS
                      + ")")
              .from(seen)
              .build());
    }
  }
}
