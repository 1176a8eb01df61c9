package dev.plimsoll.documents;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Requests for tests. */
public final class Requests {
  private Requests() {}

  /** A request that says nothing beside the file. */
  public static Request plain() {
    return with(List.of());
  }

  /** A request with other files of the dossier beside it. */
  public static Request with(List<Source> siblings) {
    return new Request(
        Exhibit.of("file"),
        List.of(),
        siblings,
        Instant.parse("2026-11-01T10:00:00Z"),
        Budget.standard());
  }

  /** A text as a source. */
  public static Source text(String name, String text) {
    return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
