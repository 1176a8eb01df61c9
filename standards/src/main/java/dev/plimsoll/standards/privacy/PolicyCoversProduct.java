package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.Policy.Scope;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a privacy policy says that it covers the product, and not the website alone. */
public final class PolicyCoversProduct implements Check {

  @Override
  public String requirement() {
    return "MSS-5.1";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.PRIVACY_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Seen<Policy>> policies = Policies.ofProduct(evidence);
    boolean named = policies.stream().anyMatch(seen -> seen.what().scope() == Scope.PRODUCT);
    List<Finding> findings = new ArrayList<>();
    for (Seen<Policy> seen : policies) {
      if (!named || seen.what().scope() == Scope.PRODUCT) {
        findings.add(judge(seen));
      }
    }
    return findings;
  }

  private Finding judge(Seen<Policy> seen) {
    Finding.Draft draft =
        switch (seen.what().scope()) {
          case PRODUCT ->
              pass("The privacy policy says that it covers devices or their apps, not only a website.")
                  .covers("covers-product");
          case WEBSITE_ONLY ->
              fail(
                  "The privacy policy says that it is for the website alone, and no policy for the product is in the dossier.");
          case UNSAID ->
              open(
                  Policies.notFound(
                      seen.what(), "A sentence that says that devices or apps are covered"),
                  "ask the vendor whether this policy covers the product, or add the policy that names it");
        };
    return draft.from(seen).build();
  }
}
