package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.bytes.yaml.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that sets the clock. */
final class Clock {
  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "The clock of the judgement, such as 2026-11-20 or 2026-11-20T12:00:00Z. Now, unless given.")
  private @Nullable String at;

  Instant now() {
    if (at == null) {
      return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
    try {
      return Moments.parse(at.strip());
    } catch (DateTimeException e) {
      throw new Unusable(
          "--at " + at, "is no time", "write it as 2026-11-20 or 2026-11-20T12:00:00Z");
    }
  }
}
