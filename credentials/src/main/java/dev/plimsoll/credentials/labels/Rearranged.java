package dev.plimsoll.credentials.labels;

import org.jspecify.annotations.Nullable;

/**
 * Characters of the password follow from characters of an identifier one by one: copied to other
 * places, shifted in the alphabet, complemented or combined with a constant by XOR.
 *
 * <p>A place of the password counts as explained where one place of the identifier gives it in all
 * units. The chance of that is taken from how many characters were seen there, so that places which
 * hardly change prove little.
 */
final class Rearranged implements TieTest {
  private static final int LONGEST = 64;
  private static final int LEAST_UNITS = 3;
  private static final int[] BASES = {10, 16, 26, 36};
  private static final int WAYS = 2 * BASES.length + 1;

  @Override
  public @Nullable Found find(Lot lot) {
    Found best = null;
    for (Identifiers.Column each : Identifiers.texts()) {
      Lot some = lot.having(each.column());
      if (some == null || some.size() < LEAST_UNITS) {
        continue;
      }
      Found found = find(some, each);
      if (found != null && (best == null || found.bitsLeft() < best.bitsLeft())) {
        best = found;
      }
    }
    return best;
  }

  private static @Nullable Found find(Lot lot, Identifiers.Column column) {
    String[] values = new String[lot.size()];
    int shortest = LONGEST;
    for (int i = 0; i < values.length; i++) {
      String value = column.column().apply(lot.units().get(i));
      values[i] = value == null ? "" : value;
      shortest = Math.min(shortest, values[i].length());
    }
    int length = Lot.lengthOf(lot.cores());
    if (shortest == 0 || length < 1 || length > LONGEST) {
      return null;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i].substring(values[i].length() - shortest);
    }
    int[][] way = ways(values, shortest, lot.cores(), length);
    Found apart = apart(lot, column, way, shortest);
    return apart != null ? apart : together(lot, column, way, shortest);
  }

  /** For each place of the password and of the identifier, a bit for each way that gives it. */
  private static int[][] ways(String[] values, int width, String[] cores, int length) {
    int[][] way = new int[length][width];
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < width; j++) {
        if (Lot.distinct(values, j) > 1 && Lot.distinct(cores, i) > 1) {
          for (int k = 0; k < WAYS; k++) {
            way[i][j] |= follows(values, j, cores, i, k) ? 1 << k : 0;
          }
        }
      }
    }
    return way;
  }

  private static boolean follows(String[] values, int from, String[] cores, int to, int way) {
    int constant = -1;
    for (int unit = 0; unit < values.length; unit++) {
      int x = digit(values[unit].charAt(from));
      int y = digit(cores[unit].charAt(to));
      int base = way == WAYS - 1 ? 16 : BASES[way / 2];
      if (x < 0 || y < 0 || x >= base || y >= base) {
        return false;
      }
      int here = way == WAYS - 1 ? x ^ y : way % 2 == 0 ? (y - x + base) % base : (y + x) % base;
      if (constant >= 0 && constant != here) {
        return false;
      }
      constant = here;
    }
    return true;
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 36) : -1;
  }

  /** Every place on its own: any rearrangement. */
  private static @Nullable Found apart(Lot lot, Identifiers.Column column, int[][] way, int width) {
    double chance = Math.log10(Identifiers.texts().size());
    boolean[] explained = new boolean[way.length];
    for (int i = 0; i < way.length; i++) {
      double here = weight(lot, i) + Math.log10(width * WAYS);
      for (int j = 0; j < width && here < 0; j++) {
        explained[i] |= way[i][j] != 0;
      }
      chance += explained[i] ? here : 0;
    }
    return chance > TieTest.CHANCE ? null : found(lot, column, explained);
  }

  /** All places moved by the same distance, in the same or the opposite direction. */
  private static @Nullable Found together(
      Lot lot, Identifiers.Column column, int[][] way, int width) {
    Found best = null;
    double tries = Math.log10(2.0 * (width + way.length) * WAYS * Identifiers.texts().size());
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int shift = -way.length; shift < width + way.length; shift++) {
        for (int k = 0; k < WAYS; k++) {
          double chance = tries;
          boolean[] explained = new boolean[way.length];
          for (int i = 0; i < way.length; i++) {
            int j = shift + direction * i;
            explained[i] = j >= 0 && j < width && (way[i][j] >> k & 1) == 1;
            chance += explained[i] ? weight(lot, i) : 0;
          }
          Found found = chance > TieTest.CHANCE ? null : found(lot, column, explained);
          if (found != null && (best == null || found.bitsLeft() < best.bitsLeft())) {
            best = found;
          }
        }
      }
    }
    return best;
  }

  /** Decimal logarithm of the chance that a place fits by accident; never too small. */
  private static double weight(Lot lot, int place) {
    int seen = Lot.distinct(lot.cores(), place);
    return -(lot.size() - 1) * Math.log10(Math.min(lot.alphabet().size(), seen * seen));
  }

  private static Found found(Lot lot, Identifiers.Column column, boolean[] explained) {
    double bits = 0;
    int places = 0;
    for (int i = 0; i < explained.length; i++) {
      boolean open = !explained[i] && Lot.distinct(lot.cores(), i) > 1;
      bits += open ? Math.log(lot.alphabet().size()) / Math.log(2) : 0;
      places += explained[i] ? 1 : 0;
    }
    return new Found(
        column.family(),
        places
            + " places of each password follow from "
            + column.words()
            + ", character by character",
        bits);
  }
}
