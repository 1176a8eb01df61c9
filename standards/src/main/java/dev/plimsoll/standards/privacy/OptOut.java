package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.Policy.Clause;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the privacy policy says about refusing marketing. A policy alone never accounts for the
 * requirement: that refusing works is tested.
 */
public final class OptOut implements Check {
  private static final String KIND = "opt_out_choice";
  private static final String TEST = "marketing-opt-out";

  @Override
  public String requirement() {
    return "MSS-5.6";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.PRIVACY_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<Policy> seen : Policies.searched(evidence)) {
      judge(seen, Policies.tested(evidence, TEST), findings);
    }
    return findings;
  }

  private void judge(Seen<Policy> seen, boolean tested, List<Finding> findings) {
    List<Clause> offered = Policies.clauses(seen.what(), KIND, Set.of("offered"));
    List<Clause> denied = Policies.clauses(seen.what(), KIND, Set.of(Clause.DENIED));
    if (!offered.isEmpty()) {
      Clause clause = offered.getFirst();
      findings.add(
          pass("The privacy policy names a way to refuse: " + Policies.quote(clause))
              .from(seen)
              .place(clause.place())
              .build());
    } else if (!denied.isEmpty() && !tested) {
      findings.add(
          open(
                  "The privacy policy says that something cannot be refused: "
                      + Policies.quote(denied.getFirst()),
                  "try to refuse marketing in the app and record what happens (test " + TEST + ")")
              .from(seen)
              .place(denied.getFirst().place())
              .build());
    } else if (!tested) {
      findings.add(
          open(
                  Policies.notFound(seen.what(), "A way to refuse marketing"),
                  "look for one in the app and its settings, and record it (test " + TEST + ")")
              .from(seen)
              .build());
    }
  }
}
