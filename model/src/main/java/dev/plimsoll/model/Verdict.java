package dev.plimsoll.model;

/** What was concluded about a requirement or a standard. */
public enum Verdict {
  /** The requirement is met, and the evidence for it is complete, strong enough and fresh. */
  PASS("pass", "met"),
  /** A sound counter-example was seen. */
  FAIL("fail", "not met"),
  /** Something was seen, but it does not decide. */
  INCONCLUSIVE("inconclusive", "cannot be confirmed"),
  /** Evidence shows that the requirement does not concern this product. */
  NOT_APPLICABLE("not-applicable", "does not apply"),
  /** Nothing was handed in that could decide it. */
  NOT_ASSESSED("not-assessed", "not assessed"),
  /** What was handed in could not be read. */
  ERROR("error", "could not be read");

  private final String id;
  private final String words;

  Verdict(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The stable name in machine-readable output: lower case, with hyphens. */
  public String id() {
    return id;
  }

  /** The name for people. */
  public String words() {
    return words;
  }
}
