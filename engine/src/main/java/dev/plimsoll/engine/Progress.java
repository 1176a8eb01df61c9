package dev.plimsoll.engine;

/** Is told what is being worked on, so that somebody who waits can see it. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (_, _, _) -> {};

  /**
   * A step begins.
   *
   * @param what the file or the work
   * @param number number of the step, from 1
   * @param of how many steps there are
   */
  void step(String what, int number, int of);
}
