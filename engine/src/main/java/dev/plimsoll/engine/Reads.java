package dev.plimsoll.engine;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.Strength;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the right reader read one file, and holds whatever goes wrong to that one file. */
final class Reads {
  private static final String OUR_FAULT =
      "hand the file in with a report of this fault, and leave it out of the dossier until then";

  private final Readers readers;
  private final Instant at;

  Reads(Readers readers, Instant at) {
    this.readers = readers;
    this.at = at;
  }

  /**
   * Reads one file.
   *
   * @param productFirmware the version that is assessed; evidence of another one is only documented
   */
  Inspection read(
      Source source,
      Exhibit exhibit,
      List<Source> keys,
      List<Source> siblings,
      @Nullable String productFirmware) {
    Kind stated = exhibit.as();
    Optional<Reader> reader = stated == null ? readers.recognising(source) : readers.of(stated);
    Kind kind = reader.map(Reader::kind).orElse(stated == null ? Kind.ATTACHMENT : stated);
    String sha256;
    long size;
    try {
      sha256 = source.sha256();
      size = source.size();
    } catch (IOException e) {
      return unreadable(
          source,
          exhibit,
          kind,
          "cannot be read",
          "check that the file is there and that you may read it");
    }
    Reading reading =
        reader
            .map(each ->
                guarded(each, source, new Request(exhibit, keys, siblings, at, Budget.standard())))
            .orElse(Reading.of(List.of()));
    if (size == 0
        && !source.isFolder()
        && reader.isPresent()
        && reading.problems().isEmpty()
        && reading.observations().isEmpty()) {
      reading =
          Reading.failed(
              new Problem(Place.whole(source.name()), "the file is empty", "collect it again"));
    }
    return new Inspection(
        source.name(),
        artefact(source, exhibit, kind, sha256, size, reading.at(), productFirmware),
        reading);
  }

  /** A file that cannot be reached at all. */
  static Inspection unreadable(
      Source source, Exhibit exhibit, Kind kind, String what, String mend) {
    Reading reading = Reading.failed(new Problem(Place.whole(source.name()), what, mend));
    return new Inspection(
        source.name(), artefact(source, exhibit, kind, "", 0, null, null), reading);
  }

  private static Reading guarded(Reader reader, Source source, Request request) {
    try {
      return reader.read(source, request);
    } catch (Budget.Exhausted e) {
      return Reading.failed(
          new Problem(
              Place.whole(source.name()),
              "reading it needs " + e.getMessage(),
              "check that the file is what it seems to be"));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // A reader must not throw; where one does, the other evidence is still judged and this file
      // carries nothing.
      return Reading.failed(
          new Problem(
              Place.whole(source.name()),
              "reading it failed (" + e.getClass().getSimpleName() + ")",
              OUR_FAULT));
    }
  }

  private static Artefact artefact(
      Source source,
      Exhibit exhibit,
      Kind kind,
      String sha256,
      long size,
      @Nullable Instant contentAt,
      @Nullable String productFirmware) {
    boolean otherVersion =
        exhibit.firmware() != null
            && productFirmware != null
            && !exhibit.firmware().equals(productFirmware);
    Strength strength =
        otherVersion ? kind.strength().atMost(Strength.DOCUMENTED) : kind.strength();
    return new Artefact(
        source.name(),
        kind,
        sha256,
        size,
        exhibit.covers(),
        exhibit.firmware(),
        earlier(exhibit.at(), contentAt),
        strength);
  }

  private static @Nullable Instant earlier(@Nullable Instant stated, @Nullable Instant content) {
    if (stated == null || content == null) {
      return stated == null ? content : stated;
    }
    return stated.isBefore(content) ? stated : content;
  }
}
