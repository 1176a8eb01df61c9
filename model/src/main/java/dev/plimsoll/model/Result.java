package dev.plimsoll.model;

/** What is said of the whole product. Never "secure", "certified" or "approved". */
public enum Result {
  /** Every standard is passed or does not apply. */
  MEETS("meets", "meets the minimum standards"),
  /** At least one standard is failed. */
  DOES_NOT_MEET("does-not-meet", "does not meet the minimum standards"),
  /** No standard is failed, but at least one is open. */
  CANNOT_CONFIRM("cannot-confirm", "cannot be confirmed to meet the minimum standards");

  private final String id;
  private final String words;

  Result(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The stable name in machine-readable output. */
  public String id() {
    return id;
  }

  /** The end of a sentence that begins with the product's name. */
  public String words() {
    return words;
  }
}
