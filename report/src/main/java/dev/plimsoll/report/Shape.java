package dev.plimsoll.report;

import dev.plimsoll.model.Verdict;

/** The shape that stands beside a verdict's word, so that colour is never the only sign. */
enum Shape {
  /** Met. */
  TICK("✓", "+", "tick", "32"),
  /** Not met. */
  CROSS("✗", "x", "cross", "31"),
  /** Open. */
  QUESTION("?", "?", "question mark", "33"),
  /** Does not concern the product. */
  DASH("–", "-", "dash", "2"),
  /** Nothing was handed in. */
  RING("○", "o", "empty ring", "33"),
  /** Could not be read. */
  BANG("!", "!", "exclamation mark", "35");

  private final String glyph;
  private final String ascii;
  private final String name;
  private final String colour;

  Shape(String glyph, String ascii, String name, String colour) {
    this.glyph = glyph;
    this.ascii = ascii;
    this.name = name;
    this.colour = colour;
  }

  static Shape of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> TICK;
      case FAIL -> CROSS;
      case INCONCLUSIVE -> QUESTION;
      case NOT_APPLICABLE -> DASH;
      case NOT_ASSESSED -> RING;
      case ERROR -> BANG;
    };
  }

  /** One character for a terminal. */
  String glyph(boolean asciiOnly) {
    return asciiOnly ? ascii : glyph;
  }

  /** What it looks like, in words. */
  String words() {
    return name;
  }

  /** Parameters of the terminal's colour sequence (ECMA-48, select graphic rendition). */
  String colour() {
    return colour;
  }
}
