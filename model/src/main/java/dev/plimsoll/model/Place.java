package dev.plimsoll.model;

import org.jspecify.annotations.Nullable;

/**
 * Where in the evidence a fact stands.
 *
 * @param file the artefact, as it is named in the dossier
 * @param inside the path inside an archive or file system, where the artefact holds one
 * @param unit what {@code first} and {@code last} count
 * @param first first frame, byte offset, line or passage; frames and lines count from 1, offsets
 *     and passages from 0
 * @param last last one, inclusive; equal to {@code first} for a single one
 */
public record Place(String file, @Nullable String inside, Unit unit, long first, long last)
    implements Comparable<Place> {

  /** What the numbers of a place count. */
  public enum Unit {
    /** The artefact as a whole; no numbers. */
    WHOLE,
    /** Frame of a capture, counted from 1 as Wireshark does. */
    FRAME,
    /** Byte offset from 0. */
    OFFSET,
    /** Line of a text, from 1. */
    LINE,
    /** Passage of a document, from 0. */
    PASSAGE
  }

  /** The whole artefact. */
  public static Place whole(String file) {
    return new Place(file, null, Unit.WHOLE, 0, 0);
  }

  /** One frame, from 1. */
  public static Place frame(String file, long frame) {
    return new Place(file, null, Unit.FRAME, frame, frame);
  }

  /** A run of frames, from 1, inclusive. */
  public static Place frames(String file, long first, long last) {
    return new Place(file, null, Unit.FRAME, first, last);
  }

  /** One byte offset, from 0. */
  public static Place offset(String file, long offset) {
    return new Place(file, null, Unit.OFFSET, offset, offset);
  }

  /** One line, from 1. */
  public static Place line(String file, long line) {
    return new Place(file, null, Unit.LINE, line, line);
  }

  /** One passage, from 0. */
  public static Place passage(String file, long passage) {
    return new Place(file, null, Unit.PASSAGE, passage, passage);
  }

  /** A file inside the artefact. */
  public static Place inside(String file, String path) {
    return new Place(file, path, Unit.WHOLE, 0, 0);
  }

  /** The place in words: {@code setup.pcap, frames 12 to 19}. */
  public String words() {
    String where = inside == null ? file : file + " > " + inside;
    String range = first == last ? " " + first : "s " + first + " to " + last;
    return switch (unit) {
      case WHOLE -> where;
      case FRAME -> where + ", frame" + range;
      case OFFSET -> where + ", byte" + range;
      case LINE -> where + ", line" + range;
      case PASSAGE -> where + ", passage" + range;
    };
  }

  @Override
  public int compareTo(Place other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : String.valueOf(inside).compareTo(String.valueOf(other.inside));
    order = order != 0 ? order : unit.compareTo(other.unit);
    order = order != 0 ? order : Long.compare(first, other.first);
    return order != 0 ? order : Long.compare(last, other.last);
  }
}
