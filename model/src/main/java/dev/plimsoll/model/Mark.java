package dev.plimsoll.model;

import java.util.Locale;

/** Stands beside a verdict and never changes its word. */
public enum Mark {
  /** Equal evidence says both yes and no. */
  CONFLICT,
  /** Evidence is older than the requirement allows, or its age is unknown. */
  STALE;

  /** The stable name in machine-readable output. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
