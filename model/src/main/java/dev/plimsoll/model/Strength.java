package dev.plimsoll.model;

import java.util.Locale;

/** How much a piece of evidence can carry, weakest first. */
public enum Strength {
  /** Somebody says so. */
  DECLARED,
  /** It stands in a public or archived document. */
  DOCUMENTED,
  /** It was seen in what the product itself does or holds. */
  OBSERVED,
  /** It was provoked by a test and the outcome recorded. */
  TESTED,
  /** Independent evidence shows the same again. */
  REPRODUCED;

  /** The stable name in machine-readable output. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weaker of the two. */
  public Strength atMost(Strength other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
