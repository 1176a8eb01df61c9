package dev.plimsoll.standards;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Verdict;
import java.util.List;
import java.util.Set;

/**
 * A rule that turns observations and claims into findings for one requirement. It knows no format
 * and parses nothing.
 *
 * <p>Pure: the same evidence and profile give the same findings. It says nothing where it saw
 * nothing: that something is missing follows from the requirement's coverage list. An artefact that
 * could not be read whole becomes an error finding for every check that reads its kind, without the
 * check's doing.
 *
 * <p>Any inconclusive or error finding keeps a requirement from passing, so a check reports as
 * inconclusive only what is truly open.
 */
public interface Check {

  /** The id, which is also the stem of its test and its page. */
  default String id() {
    return getClass().getSimpleName();
  }

  /** The requirement that it decides, such as MSS-1.1. */
  String requirement();

  /** The kinds of artefact whose observations it looks at. */
  Set<Kind> reads();

  /** Looks at the evidence. */
  List<Finding> examine(Evidence evidence, Profile profile);

  /**
   * Starts a finding that supports a pass; name the parts of the coverage list that it accounts
   * for.
   */
  default Finding.Draft pass(String reason) {
    return Finding.draft(id(), requirement(), Verdict.PASS, reason);
  }

  /** Starts a finding that is a counter-example. */
  default Finding.Draft fail(String reason) {
    return Finding.draft(id(), requirement(), Verdict.FAIL, reason);
  }

  /** Starts a finding that leaves something open, with what would settle it. */
  default Finding.Draft open(String reason, String settle) {
    return Finding.draft(id(), requirement(), Verdict.INCONCLUSIVE, reason).settle(settle);
  }

  /** Starts a finding that shows that the requirement does not concern this product. */
  default Finding.Draft notApplicable(String reason) {
    return Finding.draft(id(), requirement(), Verdict.NOT_APPLICABLE, reason);
  }
}
