package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is printed on a label or sent by radio beside the password, in the forms that makers use.
 */
final class Identifiers {
  private Identifiers() {}

  /**
   * One form of one identifier.
   *
   * @param family name of a tie to it
   * @param words what reports call it
   * @param column its text of one unit; null where the unit has none
   */
  record Column(String family, String words, Function<Unit, @Nullable String> column) {}

  /** Texts whose characters can reappear in a password. */
  static List<Column> texts() {
    List<Column> found = new ArrayList<>();
    found.add(new Column("in-serial", "the serial number", unit -> upper(unit.serial())));
    found.add(new Column("in-mac", "the MAC address", unit -> upper(unit.mac())));
    found.add(new Column("in-ssid", "the network name", unit -> upper(unit.ssid())));
    found.add(
        new Column(
            "in-serial", "the serial number in hex", unit -> hexOf(digitsOf(unit.serial()))));
    for (int bytes = 2; bytes <= 6; bytes++) {
      int tail = bytes;
      found.add(
          new Column(
              "in-mac",
              bytes == 6
                  ? "the MAC address in decimal"
                  : "the last " + bytes + " bytes of the MAC address in decimal",
              unit -> decimalOf(unit.mac(), tail)));
    }
    return found;
  }

  /** Texts that are read as numbers. */
  static List<Column> numbers() {
    return List.of(
        new Column("from-serial", "the serial number", unit -> hexOf(digitsOf(unit.serial()))),
        new Column(
            "from-serial", "the end of the serial number", unit -> hexOf(runOf(unit.serial(), 10))),
        new Column(
            "from-serial", "the serial number read as hex", unit -> runOf(unit.serial(), 16)),
        new Column("from-mac", "the MAC address", Unit::mac),
        new Column(
            "from-mac", "the last three bytes of the MAC address", unit -> tail(unit.mac(), 6)),
        new Column(
            "from-mac", "the last two bytes of the MAC address", unit -> tail(unit.mac(), 4)),
        new Column("from-ssid", "the network name", unit -> runOf(unit.ssid(), 16)),
        new Column("from-ssid", "the network name", unit -> hexOf(runOf(unit.ssid(), 10))));
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** All decimal digits of the text; null where there are none or too many to be a number. */
  static @Nullable String digitsOf(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.isEmpty() || digits.length() > 24 ? null : digits.toString();
  }

  /** The run of digits of this base that the text ends with; null where there is none. */
  static @Nullable String runOf(@Nullable String text, int base) {
    if (text == null) {
      return null;
    }
    int start = text.length();
    while (start > 0
        && text.charAt(start - 1) < 128
        && Character.digit(text.charAt(start - 1), base) >= 0) {
      start--;
    }
    return start == text.length() || text.length() - start > 24 ? null : text.substring(start);
  }

  static @Nullable String tail(@Nullable String text, int length) {
    return text == null || text.length() < length ? null : text.substring(text.length() - length);
  }

  private static @Nullable String hexOf(@Nullable String decimal) {
    return decimal == null ? null : new BigInteger(decimal).toString(16).toUpperCase(Locale.ROOT);
  }

  private static @Nullable String decimalOf(@Nullable String mac, int bytes) {
    String tail = tail(mac, 2 * bytes);
    if (tail == null) {
      return null;
    }
    int width = BigInteger.TWO.pow(8 * bytes).toString().length();
    String digits = new BigInteger(tail, 16).toString();
    return "0".repeat(width - digits.length()) + digits;
  }
}
