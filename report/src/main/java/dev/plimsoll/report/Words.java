package dev.plimsoll.report;

import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.observation.Flow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names for people of what the model calls by an id. */
final class Words {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DATE.withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Words() {}

  /** A day in UTC: {@code 24 November 2026}. */
  static String day(Instant at) {
    return DAY.format(at);
  }

  /** A minute in UTC: {@code 24 November 2026, 10:00 UTC}. */
  static String minute(Instant at) {
    return MINUTE.format(at) + " UTC";
  }

  /** What a strength means. */
  static String meaning(Strength strength) {
    return switch (strength) {
      case DECLARED -> "somebody says so";
      case DOCUMENTED -> "it stands in a public or archived document";
      case OBSERVED -> "it was seen in what the product itself does or holds";
      case TESTED -> "it was provoked by a test and the outcome recorded";
      case REPRODUCED -> "independent evidence shows the same again";
    };
  }

  /** What a mark means. */
  static String meaning(Mark mark) {
    return switch (mark) {
      case CONFLICT -> "equal evidence says both yes and no";
      case STALE -> "some evidence is too old, or its age is unknown";
    };
  }

  /** What is assessed: model, hardware, firmware, app and markets, as far as they are known. */
  static List<String> identity(Product product) {
    List<String> parts = new ArrayList<>();
    add(parts, "Model ", product.model());
    add(parts, "Hardware ", product.hardware());
    add(parts, "Firmware ", product.firmware());
    add(parts, "App ", product.app());
    if (!product.markets().isEmpty()) {
      parts.add("Sold in " + String.join(", ", product.markets()));
    }
    if (product.supportUntil() != null) {
      parts.add("Updates promised until " + DATE.format(product.supportUntil()));
    }
    return parts;
  }

  private static void add(List<String> parts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.add(label + value);
    }
  }

  /** The display filter that shows a place in Wireshark; null where it names no frames. */
  static @Nullable String filter(Place place) {
    if (place.unit() != Place.Unit.FRAME) {
      return null;
    }
    return place.first() == place.last()
        ? "frame.number == " + place.first()
        : "frame.number in {" + place.first() + ".." + place.last() + "}";
  }

  /** The place without its file: {@code bin/login, line 4}; empty for the whole artefact. */
  static String within(Place place) {
    String words = place.words().substring(place.file().length());
    if (words.startsWith(", ")) {
      return words.substring(2);
    }
    return words.startsWith(" > ") ? words.substring(3) : words;
  }

  /** What the bytes say of a flow's confidentiality. */
  static String of(Flow.Protection protection) {
    return switch (protection) {
      case ENCRYPTED -> "encrypted";
      case OBSOLETE -> "encrypted, withdrawn version";
      case BROKEN -> "encrypted in name only";
      case CLEARTEXT -> "readable";
      case INFRASTRUCTURE -> "network upkeep";
      case UNKNOWN -> "cannot be told";
    };
  }

  /** A number of bytes: {@code 1.2 kB}, in powers of ten. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    String unit = "B";
    for (String next : List.of("kB", "MB", "GB", "TB")) {
      if (value < 999.95) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, unit);
  }

  /** How long something took: {@code 12 min}, rounded. */
  static String length(Duration length) {
    long seconds = Math.max(1, length.toSeconds());
    if (seconds < 90) {
      return seconds + " s";
    }
    return seconds < 5400 ? (seconds + 30) / 60 + " min" : (seconds + 1800) / 3600 + " h";
  }

  /** A number with its thousands apart: {@code 12,345}. */
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
