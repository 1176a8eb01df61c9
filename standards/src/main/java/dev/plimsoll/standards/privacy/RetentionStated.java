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

/** Whether the privacy policy says how long data is kept, rather than as long as necessary. */
public final class RetentionStated implements Check {
  private static final String KIND = "retention";
  private static final Set<String> CONCRETE = Set.of("bounded", "criterion");
  private static final Set<String> VAGUE = Set.of("as-long-as-necessary", "unlimited");

  @Override
  public String requirement() {
    return "MSS-5.8";
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
    List<Clause> concrete = Policies.clauses(seen.what(), KIND, CONCRETE);
    List<Clause> vague = Policies.clauses(seen.what(), KIND, VAGUE);
    List<Clause> other = Policies.clauses(seen.what(), KIND, Set.of("mentioned", "cookies"));
    if (!concrete.isEmpty() && vague.isEmpty()) {
      return quoting(
          pass("The privacy policy says how long data is kept: " + quote(concrete))
              .covers("periods"),
          seen,
          concrete);
    }
    if (!concrete.isEmpty()) {
      Finding.Draft draft =
          open(
              "The privacy policy gives a period for some data ("
                  + quote(concrete)
                  + ") and none for other data ("
                  + quote(vague)
                  + ").",
              "list the kinds of data that it names, and find the period of each");
      return quoting(draft.place(vague.getFirst().place()), seen, concrete);
    }
    if (!vague.isEmpty()) {
      return quoting(
          fail("The privacy policy names no period for the data that it keeps: " + quote(vague)),
          seen,
          vague);
    }
    String what = "A period for which data is kept";
    Finding.Draft draft =
        open(
            Policies.notFound(seen.what(), what)
                + (other.isEmpty() ? "" : " The nearest was " + quote(other) + "."),
            "ask the vendor how long each kind of data is kept, or add the document that says it");
    return quoting(draft, seen, other);
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
