package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The password, read as a number, is an identifier times a constant plus a constant, or combined
 * with a constant by XOR; also the number before it treated so (a linear congruential generator).
 */
final class Computed implements TieTest {
  private static final int LEAST_UNITS = 3;
  private static final double TRIES = 3;
  private static final int[] MASKS = {16, 20, 24, 28, 32, 40, 48};

  @Override
  public @Nullable Found find(Lot lot) {
    for (Identifiers.Column each : Identifiers.numbers()) {
      Lot some = lot.having(each.column());
      if (some != null && some.size() >= LEAST_UNITS) {
        BigInteger[] x =
            some.units().stream().map(unit -> number(each, unit)).toArray(BigInteger[]::new);
        for (Numbers y : readings(some)) {
          Found found = relate(x, y, each);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return generator(lot);
  }

  private static BigInteger number(Identifiers.Column column, Unit unit) {
    String text = column.column().apply(unit);
    return text == null ? BigInteger.ZERO : new BigInteger(text, 16);
  }

  private static List<Numbers> readings(Lot lot) {
    List<Numbers> found = new ArrayList<>(Numbers.readings("password", lot.passwords()));
    String[] cores = lot.cores();
    found.addAll(Numbers.readings("password", cores));
    found.addAll(
        Numbers.readings(
            "password backwards",
            each(cores, text -> new StringBuilder(text).reverse().toString())));
    if (Lot.lengthOf(cores) > 4) {
      found.addAll(
          Numbers.readings(
              "password but for its last digit",
              each(cores, text -> text.substring(0, text.length() - 1))));
    }
    return found;
  }

  private static String[] each(String[] texts, java.util.function.UnaryOperator<String> change) {
    String[] changed = new String[texts.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = change.apply(texts[i]);
    }
    return changed;
  }

  /** The chance counts the span seen, where that is smaller than what the length could hold. */
  private static double pool(Numbers y) {
    return Math.min(Numbers.log10(y.modulus()), Numbers.log10(y.span()) + 0.6);
  }

  private static @Nullable Found relate(BigInteger[] x, Numbers y, Identifiers.Column column) {
    int n = x.length;
    if (y.span().equals(BigInteger.ONE)) {
      return null;
    }
    double left = y.words().endsWith("digit") ? 3.4 : 0;
    String tie = "the " + y.words() + " is ";
    if (TRIES - (n - 1) * pool(y) < CHANCE) {
      BigInteger m = y.modulus();
      if (constant(x, y, m, BigInteger.ONE) || constant(x, y, m, BigInteger.ONE.negate())) {
        return new Found(column.family(), tie + column.words() + " plus a constant", left);
      }
      for (int bits : MASKS) {
        if (xor(x, y, bits)) {
          return new Found(
              column.family(), tie + column.words() + " combined with a constant by XOR", left);
        }
      }
    }
    if (TRIES - (n - 2) * pool(y) < CHANCE && affine(x, y)) {
      return new Found(
          column.family(), tie + column.words() + " times a constant plus a constant", left);
    }
    return null;
  }

  private static boolean constant(BigInteger[] x, Numbers y, BigInteger m, BigInteger factor) {
    BigInteger first = y.values()[0].subtract(x[0].multiply(factor)).mod(m);
    for (int i = 1; i < x.length; i++) {
      if (!y.values()[i].subtract(x[i].multiply(factor)).mod(m).equals(first)) {
        return false;
      }
    }
    return true;
  }

  private static boolean xor(BigInteger[] x, Numbers y, int bits) {
    BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    BigInteger first = y.values()[0].xor(x[0].and(mask));
    for (int i = 1; i < x.length; i++) {
      if (!y.values()[i].xor(x[i].and(mask)).equals(first)) {
        return false;
      }
    }
    return true;
  }

  /** Two units whose difference has an inverse give the factor; the others confirm it. */
  private static boolean affine(BigInteger[] x, Numbers y) {
    BigInteger m = y.modulus();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        BigInteger apart = x[i].subtract(x[j]).mod(m);
        if (apart.signum() != 0 && apart.gcd(m).equals(BigInteger.ONE)) {
          BigInteger factor =
              y.values()[i].subtract(y.values()[j]).multiply(apart.modInverse(m)).mod(m);
          return factor.signum() != 0 && constant(x, y, m, factor);
        }
      }
    }
    return false;
  }

  /** Each password computed from the one before it. */
  private static @Nullable Found generator(Lot lot) {
    if (lot.size() < LEAST_UNITS + 1) {
      return null;
    }
    for (Numbers numbers : Numbers.readings("password", lot.cores())) {
      int n = lot.size() - 1;
      BigInteger[] before = java.util.Arrays.copyOfRange(numbers.values(), 0, n);
      BigInteger[] after = java.util.Arrays.copyOfRange(numbers.values(), 1, n + 1);
      Numbers y = new Numbers("password", after, numbers.modulus());
      if (TRIES - (n - 2) * pool(y) < CHANCE && affine(before, y)) {
        return new Found(
            "generator", "each password follows from the one before it in the list", 1);
      }
    }
    return null;
  }
}
