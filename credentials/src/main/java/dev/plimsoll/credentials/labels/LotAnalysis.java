package dev.plimsoll.credentials.labels;

import dev.plimsoll.credentials.WordLists;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.model.observation.UnitLabels.Tie;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the tests find in a lot together.
 *
 * <p>Labels can refute a generator and never prove it: no tie found is said of these units alone,
 * with what they cannot show. N units without a repeat show, at 95 %, no more than that the pool
 * holds N (N - 1) / 6 values.
 */
final class LotAnalysis {
  /**
   * Units from which a lot without a tie says something: constants, counters and short words show.
   */
  static final int ENOUGH_UNITS = 5;

  /** Guesses that an attacker makes over the network in days, at ten a second. */
  private static final double ONLINE_BITS = Math.log(1e6) / Math.log(2);

  /** Guesses at a captured Wi-Fi handshake that one graphics card makes in minutes. */
  private static final double OFFLINE_BITS = 36;

  private static final List<TieTest> TESTS =
      List.of(new Shared(), new Contained(), new Rearranged(), new CountedUp(), new Computed());

  /** Units that the dearer tests look at; that two agree is looked for in all. */
  private static final int MOST_UNITS = 500;

  private LotAnalysis() {}

  static UnitLabels of(Place place, List<Unit> units) {
    Lot lot = new Lot(units);
    Pool pool = Pool.of(lot);
    Found found = tie(lot);
    if (found == null && pool.bits() >= ONLINE_BITS) {
      // A pool that guessing finds anyway is not worth the long search.
      found = new Digested().find(lot);
    }
    if (found != null && found.bitsLeft() < ONLINE_BITS) {
      return labels(
          place, lot, Tie.DERIVABLE, found.family(), found.bitsLeft(), found.sentence() + ".");
    }
    String common = common(lot);
    if (common != null) {
      return labels(place, lot, Tie.GUESSABLE, "common", 10, common);
    }
    double bits = found == null ? pool.bits() : Math.min(pool.bits(), found.bitsLeft());
    String family = found == null ? null : found.family();
    String made =
        "The passwords are " + pool.words() + (found == null ? "" : "; " + found.sentence());
    if (bits < ONLINE_BITS) {
      return labels(
          place,
          lot,
          Tie.GUESSABLE,
          family == null ? "small-pool" : family,
          bits,
          made
              + ": at most "
              + round(bits + 1)
              + " of them, which guessing over the network finds.");
    }
    if (bits < OFFLINE_BITS) {
      return labels(
          place,
          lot,
          Tie.OPEN,
          family,
          bits,
          made
              + ": at most "
              + round(bits + 1)
              + " of them. That holds against guessing over the network if wrong tries are slowed, and not against"
              + " guessing at a recorded Wi-Fi sign-on. "
              + limits(lot.size()));
    }
    if (lot.size() < ENOUGH_UNITS) {
      return labels(
          place,
          lot,
          Tie.OPEN,
          family,
          bits,
          "No tie was found in "
              + count(lot.size())
              + ", but so few cannot show a counter, a short word list or a pool shared by a lot: "
              + ENOUGH_UNITS
              + " units from two lots would tell.");
    }
    return labels(
        place,
        lot,
        Tie.NONE_FOUND,
        family,
        bits,
        "No weakness was found in these "
            + count(lot.size())
            + ": "
            + pool.words()
            + ". "
            + limits(lot.size()));
  }

  private static UnitLabels labels(
      Place place, Lot lot, Tie tie, @Nullable String family, double bits, String reason) {
    String sentence = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    return new UnitLabels(place, lot.size(), tie, family, Math.rint(bits * 10) / 10, sentence);
  }

  /** The tie that leaves an attacker the least to guess. */
  private static @Nullable Found tie(Lot lot) {
    Found best = null;
    Lot few = lot.size() > MOST_UNITS ? new Lot(lot.units().subList(0, MOST_UNITS)) : lot;
    for (TieTest test : TESTS) {
      Found found = test.find(test instanceof Shared ? lot : few);
      if (found != null && (best == null || found.bitsLeft() < best.bitsLeft())) {
        best = found;
      }
      if (best != null && best.bitsLeft() < ONLINE_BITS) {
        return best;
      }
    }
    return best;
  }

  private static @Nullable String common(Lot lot) {
    for (Unit unit : lot.units()) {
      String password = unit.password();
      boolean vendor =
          WordLists.vendorDefaults().stream().anyMatch(pair -> pair.password().equals(password));
      if (vendor || WordLists.commonPasswords().contains(password)) {
        return "The password of line "
            + unit.line()
            + " stands in the list of "
            + (vendor ? "passwords that vendors ship." : "common passwords.");
      }
    }
    return null;
  }

  private static String limits(int units) {
    long shown = Math.max(1, (long) units * (units - 1) / 6);
    return "That no two of "
        + count(units)
        + " agree shows no more than a pool of "
        + shown
        + " values; about 2,500 units without a repeat would show a million, and how the maker draws"
        + " them would settle it.";
  }

  private static String count(int units) {
    return units == 1 ? "one unit" : units + " units";
  }

  private static String round(double bits) {
    double value = Math.pow(2, bits);
    return value < 1e6
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : value < 1e9
            ? String.format(Locale.ROOT, "%.0f million", value / 1e6)
            : String.format(Locale.ROOT, "%.1f billion", value / 1e9);
  }
}
