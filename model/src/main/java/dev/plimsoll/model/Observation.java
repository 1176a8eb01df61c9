package dev.plimsoll.model;

/** A fact that a reader took from an artefact. It never judges. */
public interface Observation {

  /** Where the fact stands. */
  Place place();
}
