package dev.plimsoll.credentials.labels;

import org.jspecify.annotations.Nullable;

/** Looks for one way in which the passwords of a lot hang together. */
interface TieTest {

  /**
   * Decimal logarithm of the chance that a sound generator looks tied, over all that one test
   * tries. Small enough that a thousand sound lots, each seen by every test, give hardly ever one
   * false word.
   */
  double CHANCE = -6;

  /** What ties the passwords; null where this test finds nothing. */
  @Nullable Found find(Lot lot);
}
