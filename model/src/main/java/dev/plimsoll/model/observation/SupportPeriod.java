package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that says how long security updates are provided.
 *
 * @param place line or passage
 * @param quote the sentence
 * @param until last day, where one is named
 * @param months length in months, where a length is named; 0 where none
 * @param from what the length counts from
 * @param model the model or family that the sentence or its section speaks of; null where none is
 *     named
 */
public record SupportPeriod(
    Place place,
    String quote,
    @Nullable LocalDate until,
    int months,
    From from,
    @Nullable String model)
    implements Observation {

  /** What a length counts from. */
  public enum From {
    /** A date is named, or nothing is said. */
    NONE,
    /** The first day of sale. */
    ON_SALE,
    /** The last day of sale. */
    LAST_SOLD,
    /** The day on which the buyer bought it. */
    PURCHASE,
    /** Without end, or for a lifetime that nobody dates. */
    LIFETIME
  }
}
