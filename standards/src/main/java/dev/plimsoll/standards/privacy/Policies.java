package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.Policy.Clause;
import dev.plimsoll.model.observation.Policy.Scope;
import dev.plimsoll.model.observation.Policy.State;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.standards.Evidence;
import java.util.List;
import java.util.Set;

/** The policies of a dossier that say something about the product. */
final class Policies {
  private static final int SHOWN_QUOTE = 240;

  private Policies() {}

  /** Every text that is a policy. */
  static List<Seen<Policy>> all(Evidence evidence) {
    return evidence.all(Policy.class).stream()
        .filter(seen -> seen.what().state() == State.POLICY)
        .toList();
  }

  /**
   * The policies that speak for the product: where one names it, those that are for the website
   * alone do not count.
   */
  static List<Seen<Policy>> ofProduct(Evidence evidence) {
    List<Seen<Policy>> all = all(evidence);
    boolean named = all.stream().anyMatch(seen -> seen.what().scope() == Scope.PRODUCT);
    return all.stream()
        .filter(seen -> !named || seen.what().scope() != Scope.WEBSITE_ONLY)
        .toList();
  }

  /**
   * The policies of the product whose clauses were looked for; those in other languages only where
   * there is no such.
   */
  static List<Seen<Policy>> searched(Evidence evidence) {
    List<Seen<Policy>> all = ofProduct(evidence);
    boolean any = all.stream().anyMatch(seen -> seen.what().searched());
    return all.stream().filter(seen -> !any || seen.what().searched()).toList();
  }

  /** The clauses of a kind with one of these senses. */
  static List<Clause> clauses(Policy policy, String kind, Set<String> senses) {
    return policy.clauses().stream()
        .filter(clause -> clause.kind().equals(kind) && senses.contains(clause.sense()))
        .toList();
  }

  /** The sentence, shortened, in quotation marks. */
  static String quote(Clause clause) {
    String text = clause.quote();
    return "\""
        + (text.length() <= SHOWN_QUOTE ? text : text.substring(0, SHOWN_QUOTE).strip() + " ...")
        + "\"";
  }

  /** That something was looked for and not found, or could not be looked for, in words. */
  static String notFound(Policy policy, String what) {
    return policy.searched()
        ? "%s was not found in the %d passages of the privacy policy."
            .formatted(what, policy.passages())
        : "The privacy policy is in a language (%s) in which it is not searched, so whether there is %s is not known."
            .formatted(policy.language(), lower(what));
  }

  /** Whether a record of this hands-on test is in the dossier. */
  static boolean tested(Evidence evidence, String test) {
    return evidence.all(TestRecord.class).stream()
        .anyMatch(seen -> seen.what().test().equals(test));
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
