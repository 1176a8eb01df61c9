package dev.plimsoll.credentials.labels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The label of one unit.
 *
 * @param line line of the table, from 1
 * @param serial serial number as printed; null where the table has none
 * @param mac hardware address as 12 lower-case hex digits; null where there is none or it is no
 *     hardware address
 * @param ssid name of its own network as printed; null where there is none
 * @param password factory password as printed
 */
record Unit(
    long line,
    @Nullable String serial,
    @Nullable String mac,
    @Nullable String ssid,
    String password) {

  /** The twelve hex digits of a hardware address in any notation; null where there are not 12. */
  static @Nullable String hex12(String text) {
    StringBuilder digits = new StringBuilder(12);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) >= 0 && c < 128) {
        digits.append(c);
      } else if (c != ':' && c != '-' && c != '.' && c != ' ') {
        return null;
      }
    }
    return digits.length() == 12 ? digits.toString().toLowerCase(Locale.ROOT) : null;
  }
}
