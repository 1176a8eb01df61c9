package dev.plimsoll.disclosure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Date and time of RFC 3339, section 5.6, where "t" and "z" may stand in either case. */
final class InternetTime {
  private static final int DATE = 10;
  private static final int SECONDS = 19;
  private static final int LONGEST = 64;

  private InternetTime() {}

  /** The instant; null where the text is no {@code date-time}. A leap second is the next second. */
  static @Nullable Instant parse(String text) {
    int length = text.length();
    if (length < SECONDS + 1 || length > LONGEST || (text.charAt(DATE) | 0x20) != 't') {
      return null;
    }
    LocalDate date = date(text);
    if (date == null || text.charAt(13) != ':' || text.charAt(16) != ':') {
      return null;
    }
    int hour = two(text, 11);
    int minute = two(text, 14);
    int second = two(text, 17);
    int zoneAt = fractionEnd(text);
    int offset = zoneAt < 0 ? Integer.MIN_VALUE : offsetSeconds(text, zoneAt);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return null;
    }
    if (offset == Integer.MIN_VALUE) {
      return null;
    }
    long local = date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + Math.min(second, 59);
    Instant time = Instant.ofEpochSecond(local - offset);
    if (second < 60) {
      return time;
    }
    return endsLeapMonth(time) ? time.plusSeconds(1) : null;
  }

  /**
   * The instant that a person would read in a text that breaks the format: without a zone, with a
   * blank for the "T", a date alone, or the form of e-mail (RFC 5322). UTC where no zone is given;
   * null where nothing can be read.
   */
  static @Nullable Instant guess(String text) {
    int length = text.length();
    if (length > LONGEST) {
      return null;
    }
    if (length >= DATE && date(text) != null) {
      String time = length == DATE ? "00:00:00" : text.substring(DATE + 1).strip();
      Instant zoned = parse(text.substring(0, DATE) + "T" + time);
      return zoned != null ? zoned : parse(text.substring(0, DATE) + "T" + time + "Z");
    }
    try {
      // The day of the week is often wrong in hand-made files and says nothing more.
      int comma = text.indexOf(',');
      String dated = comma < 0 ? text : text.substring(comma + 1);
      return OffsetDateTime.parse(dated.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable LocalDate date(String text) {
    int century = two(text, 0);
    int year = two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    if (century < 0 || year < 0 || month < 0 || day < 0) {
      return null;
    }
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      return LocalDate.of(century * 100 + year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where the zone begins; -1 where a dot has no digits after it. */
  private static int fractionEnd(String text) {
    if (text.charAt(SECONDS) != '.') {
      return SECONDS;
    }
    int at = SECONDS + 1;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at == SECONDS + 1 ? -1 : at;
  }

  private static int offsetSeconds(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && (text.charAt(at) | 0x20) == 'z') {
      return 0;
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return switch (text.charAt(at)) {
      case '+' -> seconds;
      case '-' -> -seconds;
      default -> Integer.MIN_VALUE;
    };
  }

  /** Leap seconds stand at the end of June and December alone, by UTC (RFC 3339, section 5.7). */
  private static boolean endsLeapMonth(Instant time) {
    OffsetDateTime next = time.plusSeconds(1).atOffset(ZoneOffset.UTC);
    return next.getDayOfMonth() == 1
        && (next.getMonthValue() == 1 || next.getMonthValue() == 7)
        && next.toLocalTime().toSecondOfDay() == 0;
  }

  private static int two(String text, int at) {
    char high = text.charAt(at);
    char low = text.charAt(at + 1);
    return isDigit(high) && isDigit(low) ? (high - '0') * 10 + low - '0' : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
