package dev.plimsoll.model;

/**
 * What kept a reader from reading an artefact, or a part of it.
 *
 * @param place how far the reader came
 * @param what what is wrong, for the reader of the report
 * @param mend what to do about it
 */
public record Problem(Place place, String what, String mend) {

  /** One line: place, what, mend. */
  public String words() {
    return place.words() + ": " + what + "; " + mend;
  }
}
