package dev.plimsoll.report;

import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One artefact that was looked at, and what was read from it.
 *
 * @param file as it was named by the caller; printed as given
 * @param kind what it was read as; null where it could not be recognised
 */
public record Inspected(String file, @Nullable Kind kind, Reading reading) {

  /** The observations of one type, in their order. */
  <T extends Observation> List<T> all(Class<T> type) {
    return reading.observations().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The problems in one line; empty where there are none. */
  String problems() {
    return String.join(
        "; ", reading.problems().stream().map(p -> Visible.line(p.words())).toList());
  }
}
