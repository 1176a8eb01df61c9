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
 * What the privacy policy says about deleting data and account. A policy alone never accounts for
 * the requirement: that deletion works is tested.
 */
public final class DeletionOffered implements Check {
  private static final String KIND = "deletion_right";
  private static final String TEST = "account-deletion";

  @Override
  public String requirement() {
    return "MSS-5.7";
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
    List<Clause> byPost = Policies.clauses(seen.what(), KIND, Set.of("by-post"));
    List<Clause> denied = Policies.clauses(seen.what(), KIND, Set.of(Clause.DENIED));
    if (!offered.isEmpty()) {
      findings.add(
          quoting(pass("The privacy policy offers deletion: " + quote(offered)), seen, offered));
    } else if (!byPost.isEmpty()) {
      findings.add(
          quoting(
              fail("The privacy policy offers deletion by post alone: " + quote(byPost)),
              seen,
              byPost));
    } else if (!denied.isEmpty()) {
      findings.add(
          quoting(fail("The privacy policy refuses deletion: " + quote(denied)), seen, denied));
    } else if (!tested) {
      findings.add(
          open(
                  Policies.notFound(seen.what(), "A way to have data or account deleted"),
                  "look for one in the app, delete a test account and record it (test "
                      + TEST
                      + ")")
              .from(seen)
              .build());
    }
  }

  private static String quote(List<Clause> clauses) {
    return Policies.quote(clauses.getFirst());
  }

  private static Finding quoting(Finding.Draft draft, Seen<Policy> seen, List<Clause> clauses) {
    draft.from(seen);
    clauses.stream().limit(5).forEach(clause -> draft.place(clause.place()));
    return draft.build();
  }
}
