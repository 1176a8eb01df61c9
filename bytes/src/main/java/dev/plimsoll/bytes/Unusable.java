package dev.plimsoll.bytes;

/**
 * The input or the call is unusable: one line with the place, what is wrong and the mend. Ends a
 * command with 2.
 */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param where file, and line where there is one
   * @param what what is wrong there
   * @param mend what to do about it
   */
  public Unusable(String where, String what, String mend) {
    super(where + ": " + what + "; " + mend, null, false, false);
  }
}
