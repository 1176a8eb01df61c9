package dev.plimsoll.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader took from one artefact.
 *
 * @param observations the facts, in the order of the artefact
 * @param problems what could not be read; not empty means that something may be missing from the
 *     facts
 * @param at when the content says that it was made; null where it does not say
 */
public record Reading(
    List<Observation> observations, List<Problem> problems, @Nullable Instant at) {

  public Reading {
    observations = List.copyOf(observations);
    problems = List.copyOf(problems);
  }

  /** Facts alone. */
  public static Reading of(List<? extends Observation> observations) {
    return new Reading(List.copyOf(observations), List.of(), null);
  }

  /** Nothing could be read. */
  public static Reading failed(Problem problem) {
    return new Reading(List.of(), List.of(problem), null);
  }
}
