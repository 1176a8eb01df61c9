package dev.plimsoll.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether something holds of the product, on which applicability rests.
 *
 * @param name such as radio.shortrange
 * @param value true, false, or null for unknown
 * @param shown whether evidence of its own stands behind the value; a bare statement does not show
 *     it
 * @param why where the value comes from, in words
 * @param places where it was seen
 */
public record Fact(
    String name, @Nullable Boolean value, boolean shown, String why, List<Place> places) {

  public Fact {
    places = List.copyOf(places);
  }

  /** Nothing is known. */
  public static Fact unknown(String name) {
    return new Fact(name, null, false, "not stated and not seen", List.of());
  }

  /** The value is true. */
  public boolean holds() {
    return Boolean.TRUE.equals(value);
  }

  /** The value is false, and evidence shows it. */
  public boolean shownFalse() {
    return Boolean.FALSE.equals(value) && shown;
  }
}
