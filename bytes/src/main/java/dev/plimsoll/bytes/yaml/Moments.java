package dev.plimsoll.bytes.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as people write them. */
public final class Moments {
  private Moments() {}

  /**
   * Reads an ISO 8601 time with its zone, or a date, which means its first moment in UTC.
   *
   * @throws DateTimeException where the text is neither
   */
  public static Instant parse(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
  }
}
