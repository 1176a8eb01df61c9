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

/** Whether the privacy policy says plainly who gets data for marketing, or that nobody does. */
public final class MarketingClear implements Check {
  private static final String KIND = "third_party_marketing";

  @Override
  public String requirement() {
    return "MSS-5.5";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.PRIVACY_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<Policy> seen : Policies.searched(evidence)) {
      findings.add(judge(seen));
    }
    return findings;
  }

  private Finding judge(Seen<Policy> seen) {
    List<Clause> shares = Policies.clauses(seen.what(), KIND, Set.of("shared", "allowed"));
    List<Clause> denies = Policies.clauses(seen.what(), KIND, Set.of(Clause.DENIED));
    if (!shares.isEmpty() && !denies.isEmpty()) {
      return open(
              "The privacy policy says both: "
                  + Policies.quote(denies.getFirst())
                  + " and "
                  + Policies.quote(shares.getFirst()),
              "ask the vendor which of the two holds for this product")
          .from(seen)
          .place(denies.getFirst().place())
          .place(shares.getFirst().place())
          .build();
    }
    if (!shares.isEmpty()) {
      return said(
          seen, "The privacy policy says that others get or collect data for marketing: ", shares);
    }
    if (!denies.isEmpty()) {
      return said(
          seen, "The privacy policy says that nobody else gets data for marketing: ", denies);
    }
    return open(
            Policies.notFound(seen.what(), "A sentence about data for marketing"),
            "ask the vendor whether data is shared for marketing, or add the document that says it")
        .from(seen)
        .build();
  }

  private Finding said(Seen<Policy> seen, String what, List<Clause> clauses) {
    Finding.Draft draft = pass(what + Policies.quote(clauses.getFirst())).covers("said").from(seen);
    clauses.stream().limit(5).forEach(clause -> draft.place(clause.place()));
    return draft.build();
  }
}
