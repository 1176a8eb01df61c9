package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts read as whole numbers.
 *
 * @param words what was read and how
 * @param values one number per unit
 * @param modulus how many numbers texts of this length can hold
 */
record Numbers(String words, BigInteger[] values, BigInteger modulus) {
  private static final int LONGEST = 24;

  /** Readings in every base whose digits the texts keep to; the texts are equally long. */
  static List<Numbers> readings(String words, String[] texts) {
    List<Numbers> found = new ArrayList<>();
    int length = Lot.lengthOf(texts);
    if (length < 1 || length > LONGEST) {
      return found;
    }
    for (int base : new int[] {10, 16, 36}) {
      BigInteger[] values = new BigInteger[texts.length];
      boolean fits = true;
      for (int i = 0; i < texts.length && fits; i++) {
        BigInteger value = digits(texts[i], base);
        fits = value != null;
        if (value != null) {
          values[i] = value;
        }
      }
      if (fits) {
        found.add(new Numbers(words, values, BigInteger.valueOf(base).pow(length)));
      }
    }
    addInOrder(words, texts, length, found);
    return found;
  }

  /** Reads letters alone as a number of base 26. */
  private static void addInOrder(String words, String[] texts, int length, List<Numbers> found) {
    BigInteger[] values = new BigInteger[texts.length];
    for (int i = 0; i < texts.length; i++) {
      BigInteger value = BigInteger.ZERO;
      for (int k = 0; k < length; k++) {
        int digit = Character.digit(texts[i].charAt(k), 36) - 10;
        if (digit < 0) {
          return;
        }
        value = value.multiply(BigInteger.valueOf(26)).add(BigInteger.valueOf(digit));
      }
      values[i] = value;
    }
    found.add(new Numbers(words, values, BigInteger.valueOf(26).pow(length)));
  }

  private static @Nullable BigInteger digits(String text, int base) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127 || Character.digit(text.charAt(i), base) < 0) {
        return null;
      }
    }
    return new BigInteger(text, base);
  }

  /** The span from the least to the greatest, plus one. */
  BigInteger span() {
    BigInteger least = values[0];
    BigInteger greatest = values[0];
    for (BigInteger value : values) {
      least = least.min(value);
      greatest = greatest.max(value);
    }
    return greatest.subtract(least).add(BigInteger.ONE);
  }

  /** Decimal logarithm of a whole number from 1. */
  static double log10(BigInteger value) {
    int shift = Math.max(0, value.bitLength() - 60);
    return Math.log10(value.shiftRight(shift).doubleValue()) + shift * Math.log10(2);
  }
}
