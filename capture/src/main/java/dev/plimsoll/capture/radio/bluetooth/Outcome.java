package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.RadioLink;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one pairing, or the use of one stored key, came to.
 *
 * @param stage how far it came
 * @param first first frame that decides
 * @param last last frame that decides
 */
record Outcome(
    Stage stage,
    Grade grade,
    String technology,
    @Nullable String pairing,
    String model,
    @Nullable Boolean mitm,
    int keySize,
    String reason,
    @Nullable Protection protection,
    Set<String> findings,
    List<String> ends,
    long first,
    long last) {

  static final String LE = "Bluetooth LE";
  static final String BREDR = "Bluetooth BR/EDR";

  /** Bytes of a key that nobody shortened. */
  static final int FULL_KEY = 16;

  /** How far a pairing came; the furthest first. */
  enum Stage {
    COMPLETED,
    BEGUN,
    FAILED,
    STORED_KEY,
    NOTHING
  }

  /** The one that decides comes first: what was completed, of that the weakest. */
  static final Comparator<Outcome> DECISIVE =
      Comparator.comparing(Outcome::stage)
          .thenComparing(Outcome::grade)
          .thenComparingLong(Outcome::first);

  /** There was Bluetooth, but no link. */
  static Outcome none() {
    return new Outcome(
        Stage.NOTHING,
        Grade.NO_PAIRING_SEEN,
        "Bluetooth",
        null,
        "none",
        null,
        0,
        "No pairing was seen, nor the use of a stored key.",
        null,
        Set.of(),
        List.of(),
        0,
        0);
  }

  RadioLink link(String file) {
    Place place = first <= 0 ? Place.whole(file) : Place.frames(file, first, Math.max(first, last));
    return new RadioLink(
        place,
        technology,
        pairing,
        model,
        mitm,
        keySize,
        grade.name(),
        reason,
        protection,
        findings.stream().sorted().toList(),
        ends);
  }
}
