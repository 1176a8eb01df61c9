package dev.plimsoll.credentials.labels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of the serial number, MAC address or network name stands in the password as it is. */
final class Contained implements TieTest {
  private static final int LONGEST = 128;

  @Override
  public @Nullable Found find(Lot lot) {
    Found best = null;
    for (Identifiers.Column each : Identifiers.texts()) {
      Lot some = lot.having(each.column());
      if (some == null) {
        continue;
      }
      for (boolean reversed : new boolean[] {false, true}) {
        Found found = find(some, each, reversed);
        if (found != null && (best == null || found.bitsLeft() < best.bitsLeft())) {
          best = found;
        }
      }
    }
    return best;
  }

  /** The bound on the chance: forms x places in both texts x alphabet size to the minus length. */
  private static @Nullable Found find(Lot lot, Identifiers.Column column, boolean reversed) {
    double perCharacter = Math.log10(lot.alphabet().size());
    double chance = Math.log10(2.0 * Identifiers.texts().size());
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < lot.size(); i++) {
      String password = lot.cores()[i].toUpperCase(Locale.ROOT);
      String value = column.column().apply(lot.units().get(i));
      if (value == null || value.length() > LONGEST || password.length() > LONGEST) {
        return null;
      }
      int length = common(password, reversed ? reverse(value) : value);
      chance += Math.min(0, Math.log10(password.length() * value.length()) - length * perCharacter);
      least = Math.min(least, length);
      most = Math.max(most, password.length() - length);
    }
    if (chance > CHANCE || least < 3) {
      return null;
    }
    String how = reversed ? " backwards" : "";
    return new Found(
        column.family(),
        "at least " + least + " characters of each password are " + column.words() + how,
        most * Math.log(lot.alphabet().size()) / Math.log(2));
  }

  /** Length of the longest common substring. */
  static int common(String one, String other) {
    int[] row = new int[other.length() + 1];
    int best = 0;
    for (int i = 1; i <= one.length(); i++) {
      for (int j = other.length(); j > 0; j--) {
        row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? row[j - 1] + 1 : 0;
        best = Math.max(best, row[j]);
      }
    }
    return best;
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
