package dev.plimsoll.firmware.update;

/** Knows one format of update packages. It keeps no state. */
interface PackageFormat {

  /** Whether the bytes begin (or end) as this format does. Must be cheap. */
  boolean recognises(Slice file);

  /**
   * Reads a package of this format.
   *
   * @throws Malformed where it breaks the format
   */
  Appraisal appraise(Slice file, Trial trial);
}
