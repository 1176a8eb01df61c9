package dev.plimsoll.credentials.labels;

/**
 * Tries whether characters follow from keys by one table, whatever the table is.
 *
 * <p>No alphabet is assumed: a table is learnt from the first pair of each key, and each later pair
 * with the same key must repeat it. Every repetition is evidence. Where the table turns out to be a
 * usual alphabet in its order, every pair is.
 */
final class Matcher {
  /** Keys are below this. */
  static final int KEYS = 256;

  private final String[] texts;
  private final double perRepeat;
  private final double sizes;
  private final int[] table = new int[KEYS];
  private final int[] round = new int[KEYS];
  private int current;
  private int pairs;
  private int repeats;

  Matcher(String[] texts) {
    this.texts = texts;
    int[] counts = new int[1 << 16];
    int total = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        counts[text.charAt(i)]++;
        total++;
      }
    }
    double same = 0;
    for (int count : counts) {
      same += (double) count * count / ((double) total * total);
    }
    this.perRepeat = total == 0 ? 0 : -Math.log10(Math.max(same, 1e-3));
    this.sizes = Math.log10(Alphabet.inUsualOrders().size());
  }

  /**
   * Two places with the same character, as unit, place, unit, place: an alphabet holds no character
   * twice, so their keys must agree. Empty where all characters differ.
   */
  int[] twins() {
    int[] unitOf = new int[1 << 16];
    int[] placeOf = new int[1 << 16];
    for (int unit = 0; unit < texts.length; unit++) {
      for (int place = 0; place < texts[unit].length(); place++) {
        char c = texts[unit].charAt(place);
        if (unitOf[c] > 0) {
          return new int[] {unitOf[c] - 1, placeOf[c], unit, place};
        }
        unitOf[c] = unit + 1;
        placeOf[c] = place;
      }
    }
    return new int[0];
  }

  /** Starts a new try. */
  void start() {
    current++;
    pairs = 0;
    repeats = 0;
  }

  /** Takes one pair. False where it contradicts an earlier one. */
  boolean take(int key, char c) {
    pairs++;
    if (round[key] != current) {
      round[key] = current;
      table[key] = c;
      return true;
    }
    repeats++;
    return table[key] == c;
  }

  /** The password characters of a unit. */
  String text(int unit) {
    return texts[unit];
  }

  int units() {
    return texts.length;
  }

  /**
   * How unlikely the pairs taken since {@link #start} are by chance: decimal logarithm, positive.
   */
  double evidence() {
    double repeated = repeats * perRepeat;
    double usual = isUsual() ? pairs * perRepeat - sizes : 0;
    return Math.max(repeated, usual);
  }

  private boolean isUsual() {
    for (Alphabet alphabet : Alphabet.inUsualOrders()) {
      boolean fits = true;
      for (int key = 0; key < KEYS && fits; key++) {
        fits =
            round[key] != current
                || (key < alphabet.size() && alphabet.characters().charAt(key) == table[key]);
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }
}
