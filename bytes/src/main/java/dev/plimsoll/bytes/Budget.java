package dev.plimsoll.bytes;

import java.util.function.LongSupplier;

/**
 * What reading one artefact may cost: bytes unpacked, nesting depth and time. Not shared between
 * threads.
 *
 * <p>A reader calls {@link #spend} for what it unpacks and {@link #check} in its loops; both throw
 * {@link Exhausted}, which the reader turns into a problem that names the bound.
 */
public final class Budget {
  private final long maxBytes;
  private final int maxDepth;
  private final long deadline;
  private final LongSupplier nanoTime;
  private long spent;

  /**
   * @param maxBytes bytes that may be unpacked or kept
   * @param maxDepth levels of nesting
   * @param nanos time from now
   * @param nanoTime the clock that time is measured with, in nanoseconds
   */
  public Budget(long maxBytes, int maxDepth, long nanos, LongSupplier nanoTime) {
    this.maxBytes = maxBytes;
    this.maxDepth = maxDepth;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + nanos;
  }

  /**
   * One gibibyte, 32 levels, ten minutes: enough for a large artefact, and an end to a malicious
   * one.
   */
  public static Budget standard() {
    return new Budget(1L << 30, 32, 600_000_000_000L, System::nanoTime);
  }

  /** Takes bytes off the budget. */
  public void spend(long bytes) {
    spent += bytes;
    if (spent > maxBytes || bytes < 0) {
      throw new Exhausted("more than " + maxBytes + " bytes");
    }
    check();
  }

  /** How many bytes may still be spent. */
  public long left() {
    return maxBytes - spent;
  }

  /** Ends the work where its time is over. */
  public void check() {
    if (nanoTime.getAsLong() - deadline > 0) {
      throw new Exhausted("more time than it may take");
    }
  }

  /** Ends the work where it is nested too deep; the outermost level is 0. */
  public void depth(int level) {
    if (level > maxDepth) {
      throw new Exhausted("more than " + maxDepth + " levels of nesting");
    }
  }

  /** A bound was reached. The message says which, and completes "it needs ...". */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted(String message) {
      super(message, null, false, false);
    }
  }
}
