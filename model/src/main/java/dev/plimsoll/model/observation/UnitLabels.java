package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * What ties the factory passwords of several units together.
 *
 * @param units units with a password
 * @param tie what was found
 * @param family name of the tie: shared, incremental, in-serial, in-mac, in-ssid or a published
 *     family; null where none
 * @param bits entropy in bits that these passwords can have at most, as far as the sample shows
 * @param reason one sentence: what was found, and what these units cannot show
 */
public record UnitLabels(
    Place place, int units, Tie tie, @Nullable String family, double bits, String reason)
    implements Observation {

  /** What was found in the passwords of the units. */
  public enum Tie {
    /** Shared, counted up, or derived from what is printed or sent. */
    DERIVABLE,
    /** From a pool so small that guessing finds it. */
    GUESSABLE,
    /** Too few units, or a pool that may be too small. */
    OPEN,
    /** No weakness in these units. */
    NONE_FOUND
  }
}
