package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.UpdatePackage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The packages that make.sh made, and the reader over them. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private Samples() {}

  static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Source source(String name) {
    return Source.of(name, bytes(name));
  }

  static List<Source> sources(String... names) {
    return Arrays.stream(names).map(Samples::source).toList();
  }

  static Reading reading(Source source, List<Source> siblings, List<Source> keys) {
    return new UpdateReader()
        .read(
            source, new Request(Exhibit.of(source.name()), keys, siblings, NOW, Budget.standard()));
  }

  static UpdatePackage read(Source source, List<Source> siblings, List<Source> keys) {
    return (UpdatePackage) reading(source, siblings, keys).observations().getFirst();
  }
}
