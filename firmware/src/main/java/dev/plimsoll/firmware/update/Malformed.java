package dev.plimsoll.firmware.update;

import dev.plimsoll.model.Place;

/** A package breaks its own format, or a bound; the message completes "this file ...". */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;
  private final String what;

  Malformed(Place place, String what) {
    super(what, null, false, false);
    this.place = place;
    this.what = what;
  }

  /** What is wrong there. */
  String what() {
    return what;
  }

  /** Where it breaks. */
  Place place() {
    return place;
  }
}
