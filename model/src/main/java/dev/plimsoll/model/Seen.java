package dev.plimsoll.model;

/**
 * An observation together with the artefact that it was taken from.
 *
 * @param what the fact
 * @param artefact where it comes from, with its age, scope and strength
 */
public record Seen<T extends Observation>(T what, Artefact artefact) {}
