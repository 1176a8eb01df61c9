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

/** Whether the privacy policy promises to tell users directly about changes that matter. */
public final class ChangeNotice implements Check {
  private static final String KIND = "change_notification";

  @Override
  public String requirement() {
    return "MSS-5.4";
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
    List<Clause> direct = Policies.clauses(seen.what(), KIND, Set.of("direct"));
    if (!direct.isEmpty()) {
      Clause clause = direct.getFirst();
      return pass("The privacy policy promises to tell users: " + Policies.quote(clause))
          .covers("promise")
          .from(seen)
          .place(clause.place())
          .build();
    }
    List<Clause> site = Policies.clauses(seen.what(), KIND, Set.of("on-site"));
    List<Clause> posted = Policies.clauses(seen.what(), KIND, Set.of("posting-only"));
    if (!site.isEmpty()) {
      return open(
              "The privacy policy promises a notice, but not that it reaches the user: "
                  + Policies.quote(site.getFirst()),
              "ask the vendor whether users are told by mail, in the app or on the product")
          .from(seen)
          .place(site.getFirst().place())
          .build();
    }
    if (!posted.isEmpty()) {
      return fail("The privacy policy changes when it is posted, and users are to look for themselves: "
              + Policies.quote(posted.getFirst()))
          .from(seen)
          .place(posted.getFirst().place())
          .build();
    }
    return open(
            Policies.notFound(seen.what(), "A promise to tell users about changes"),
            "ask the vendor how users are told about changes, or add the document that says it")
        .from(seen)
        .build();
  }
}
