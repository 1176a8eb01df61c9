package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The password is a digest, checksum or pseudo random sequence of what is printed or sent, cut and
 * written in some alphabet.
 *
 * <p>Tried is every {@link Forms form} through every {@link Scramble}, cut into digits, bytes
 * modulo any number, groups of five or six bits, or numbers written in any base, from any place.
 * The alphabet is learnt, not assumed ({@link Matcher}).
 */
final class Digested implements TieTest {
  /** Decimal logarithm of how many tries the obvious forms and all forms make, rounded up. */
  private static final double FEW_TRIES = 4;

  private static final double ALL_TRIES = 7.5;
  private static final int[] USUAL_BASES = {10, 16, 26, 32, 36, 62, 64};
  private static final int[] ALL_BASES = java.util.stream.IntStream.rangeClosed(10, 64).toArray();
  private static final int LEAST_LENGTH = 4;
  private static final int LONGEST = 64;
  private static final int MOST_UNITS = 12;
  private static final int MOST_BYTES = 512;

  @Override
  public @Nullable Found find(Lot lot) {
    List<Lot> lots = new ArrayList<>();
    add(lots, lot, unit -> unit.serial() != null && unit.mac() != null && unit.ssid() != null);
    add(lots, lot, unit -> unit.mac() != null);
    add(lots, lot, unit -> unit.serial() != null);
    add(lots, lot, unit -> unit.ssid() != null);
    for (Lot some : lots) {
      Found found = new Search(some).find();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Adds the units with these columns, unless a lot with the same units is there already. */
  private static void add(List<Lot> lots, Lot lot, java.util.function.Predicate<Unit> has) {
    List<Unit> units = lot.units().stream().filter(has).limit(MOST_UNITS).toList();
    if (!units.isEmpty() && lots.stream().noneMatch(other -> other.units().containsAll(units))) {
      lots.add(new Lot(units));
    }
  }

  /** One lot's search. */
  private static final class Search {
    private final Lot lot;
    private final Matcher matcher;
    private final List<List<Forms.Form>> forms;
    private final int length;
    private final int least;
    private final byte[][] outputs;
    private final int[] twins;
    private String how = "";

    Search(Lot lot) {
      this.lot = lot;
      this.matcher = new Matcher(lot.cores());
      this.forms = lot.units().stream().map(Forms::of).toList();
      this.length = shortest(lot.cores());
      this.least = differentCharacters(lot.cores());
      this.outputs = new byte[lot.size()][];
      this.twins = matcher.twins();
    }

    private static int shortest(String[] texts) {
      int shortest = Integer.MAX_VALUE;
      for (String text : texts) {
        shortest = text.length() > LONGEST ? 0 : Math.min(shortest, text.length());
      }
      return shortest;
    }

    private static int differentCharacters(String[] texts) {
      return (int) String.join("", texts).chars().distinct().count();
    }

    @Nullable Found find() {
      int count = forms.getFirst().size();
      if (length < LEAST_LENGTH || forms.stream().anyMatch(each -> each.size() != count)) {
        return null;
      }
      for (Scramble scramble : Scramble.all()) {
        for (int form = 0; form < count; form++) {
          Forms.Form first = forms.getFirst().get(form);
          if ((scramble.usual() || first.plain()) && scramble(scramble, form)) {
            double tries = scramble.usual() && first.plain() ? FEW_TRIES : ALL_TRIES;
            if (cut(tries, first.plain())) {
              return found(first, scramble.words());
            }
          }
        }
      }
      return sequence(count);
    }

    private Found found(Forms.Form form, String scramble) {
      String family = family(form.words()) + (scramble.equals("as it is") ? "" : "-digest");
      return new Found(
          family,
          "each password is computed from " + form.words() + ": " + scramble + ", " + how,
          0);
    }

    private static String family(String words) {
      return words.contains("MAC")
          ? words.contains("serial") ? "from-serial-and-mac" : "from-mac"
          : words.contains("serial") ? "from-serial" : "from-ssid";
    }

    private boolean scramble(Scramble scramble, int form) {
      for (int unit = 0; unit < outputs.length; unit++) {
        byte[] bytes = forms.get(unit).get(form).bytes();
        if (bytes == null || bytes.length > MOST_BYTES) {
          return false;
        }
        outputs[unit] = scramble.function().apply(bytes);
      }
      return true;
    }

    /**
     * Tries every way to cut the outputs, the wide search with all. True where one explains all.
     */
    private boolean cut(double tries, boolean wide) {
      int size = Integer.MAX_VALUE;
      for (byte[] output : outputs) {
        size = Math.min(size, output.length);
      }
      return groups(4, size, tries)
          || bytes(size, tries, wide)
          || numbers(size, tries, wide)
          || (wide
              && (groups(5, size, tries)
                  || groups(6, size, tries)
                  || wholes(tries)
                  || picked(tries)));
    }

    /**
     * Groups of bits, as hex, base32 and base64 have them, from any place, forwards or backwards.
     */
    private boolean groups(int bits, int size, double tries) {
      int count = size * 8 / bits;
      for (int from = 0; from + length <= count + (bits > 4 ? 1 : 0); from++) {
        for (int step = 1; step >= (bits == 4 ? -1 : 1); step -= 2) {
          matcher.start();
          if (group(bits, from, step) && matcher.evidence() - tries > -CHANCE) {
            how =
                (bits == 4 ? "in hex digits" : bits == 5 ? "in base32" : "in base64") + place(from);
            return true;
          }
        }
      }
      return false;
    }

    private static String place(int from) {
      return from == 0 ? "" : " from place " + from;
    }

    private boolean group(int bits, int from, int step) {
      for (int unit = 0; unit < outputs.length; unit++) {
        String text = matcher.text(unit);
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
          int key = bitsAt(outputs[unit], bits * (from + (step > 0 ? i : last - i)), bits);
          if (key < 0 || !matcher.take(key, text.charAt(i))) {
            return false;
          }
        }
      }
      return true;
    }

    /** Bits from a place, filled with zeros at the end as base32 and base64 do; -1 beyond it. */
    private static int bitsAt(byte[] bytes, int at, int bits) {
      if (at >= bytes.length * 8) {
        return -1;
      }
      int pair =
          (bytes[at / 8] & 0xff) << 8 | (at / 8 + 1 < bytes.length ? bytes[at / 8 + 1] & 0xff : 0);
      return pair >> (16 - bits - at % 8) & (1 << bits) - 1;
    }

    /**
     * Bytes modulo the size of an alphabet, or scaled to it, from any place, every one or second.
     */
    private boolean bytes(int size, double tries, boolean wide) {
      for (int modulus = Math.max(2, least); modulus <= (wide ? 96 : 64); modulus++) {
        for (int step = 1; step <= (wide ? 2 : 1); step++) {
          for (int from = 0; from + (length - 1) * step < size && (wide || from < 2); from++) {
            for (int way = 0; way < (wide ? 2 : 1); way++) {
              matcher.start();
              if (eachByte(modulus, step, from, way == 1) && matcher.evidence() - tries > -CHANCE) {
                how = "bytes " + (way == 1 ? "scaled to " : "modulo ") + modulus + place(from);
                return true;
              }
            }
          }
        }
      }
      return false;
    }

    private boolean eachByte(int modulus, int step, int from, boolean scaled) {
      if (twins.length > 0
          && keyAt(twins[0], from + twins[1] * step, modulus, scaled)
              != keyAt(twins[2], from + twins[3] * step, modulus, scaled)) {
        return false;
      }
      for (int unit = 0; unit < outputs.length; unit++) {
        String text = matcher.text(unit);
        for (int i = 0; i < text.length(); i++) {
          int key = keyAt(unit, from + i * step, modulus, scaled);
          if (key < 0 || !matcher.take(key, text.charAt(i))) {
            return false;
          }
        }
      }
      return true;
    }

    private int keyAt(int unit, int at, int modulus, boolean scaled) {
      if (at >= outputs[unit].length) {
        return -1;
      }
      int value = outputs[unit][at] & 0xff;
      return scaled ? (value * modulus) >> 8 : value % modulus;
    }

    /** The first or last bytes as one number, written in a base, low digits kept. */
    private boolean numbers(int size, double tries, boolean wide) {
      for (int width : new int[] {3, 4, 6, 8}) {
        if (width > size || (!wide && width % 4 != 0)) {
          continue;
        }
        for (int variant = 0; variant < (width == size ? 2 : 4); variant++) {
          long[] values = new long[outputs.length];
          for (int unit = 0; unit < values.length; unit++) {
            values[unit] = number(outputs[unit], width, variant);
          }
          if (number(values, tries, wide)) {
            how = "the " + (variant < 2 ? "first " : "last ") + width + " bytes as a number " + how;
            return true;
          }
        }
      }
      return false;
    }

    private static long number(byte[] output, int width, int variant) {
      byte[] part =
          variant < 2 ? output : Arrays.copyOfRange(output, output.length - width, output.length);
      return Scramble.front(
          part, width, variant % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private boolean number(long[] values, double tries, boolean wide) {
      for (int base : wide ? ALL_BASES : USUAL_BASES) {
        if (base < least) {
          continue;
        }
        for (int lowFirst = 0; lowFirst < 2; lowFirst++) {
          matcher.start();
          if (inBase(values, base, lowFirst == 1) && matcher.evidence() - tries > -CHANCE) {
            how = "written in base " + base;
            return true;
          }
        }
      }
      return false;
    }

    private boolean inBase(long[] values, int base, boolean lowFirst) {
      for (int unit = 0; unit < values.length; unit++) {
        String text = matcher.text(unit);
        long rest = values[unit];
        for (int i = 0; i < text.length(); i++) {
          long quotient = rest >= 0 ? rest / base : Long.divideUnsigned(rest, base);
          int key = (int) (rest - quotient * base);
          rest = quotient;
          if (!matcher.take(key, text.charAt(lowFirst ? i : text.length() - 1 - i))) {
            return false;
          }
        }
      }
      return true;
    }

    /** The whole output as one number, written in a usual base, low digits kept. */
    private boolean wholes(double tries) {
      for (int base : USUAL_BASES) {
        matcher.start();
        if (base >= least && whole(base) && matcher.evidence() - tries > -CHANCE) {
          how = "as one number written in base " + base;
          return true;
        }
      }
      return false;
    }

    private boolean whole(int base) {
      BigInteger divisor = BigInteger.valueOf(base);
      for (int unit = 0; unit < outputs.length; unit++) {
        String text = matcher.text(unit);
        BigInteger rest = new BigInteger(1, outputs[unit]);
        for (int i = text.length() - 1; i >= 0; i--) {
          BigInteger[] parts = rest.divideAndRemainder(divisor);
          rest = parts[0];
          if (!matcher.take(parts[1].intValue(), text.charAt(i))) {
            return false;
          }
        }
      }
      return true;
    }

    /** Only the decimal digits of the hex text, or only its letters. */
    private boolean picked(double tries) {
      for (int way = 0; way < 2; way++) {
        matcher.start();
        if (picked(way == 0) && matcher.evidence() - tries > -CHANCE) {
          how = (way == 0 ? "the digits" : "the letters") + " of its hex text";
          return true;
        }
      }
      return false;
    }

    private boolean picked(boolean digits) {
      for (int unit = 0; unit < outputs.length; unit++) {
        String text = matcher.text(unit);
        int place = 0;
        for (int i = 0; i < text.length(); place++) {
          int nibble = bitsAt(outputs[unit], 4 * place, 4);
          if (nibble < 0) {
            return false;
          }
          if (nibble < 10 == digits && !matcher.take(nibble, text.charAt(i++))) {
            return false;
          }
        }
      }
      return true;
    }

    /** Library generators started with an identifier as a number. */
    private @Nullable Found sequence(int count) {
      if (length > 32) {
        return null;
      }
      for (Scramble.Sequence each : Scramble.sequences()) {
        for (int form = 0; form < count; form++) {
          Forms.Form first = forms.getFirst().get(form);
          boolean number = first.words().endsWith("bytes") || first.words().endsWith("bits");
          if (number && !first.words().contains(" + ")) {
            if (sequence(each, form)) {
              return found(first, "the seed of " + each.words());
            }
          }
        }
      }
      return null;
    }

    private boolean sequence(Scramble.Sequence sequence, int form) {
      int[][] draws = new int[outputs.length][];
      for (int unit = 0; unit < draws.length; unit++) {
        byte[] bytes = forms.get(unit).get(form).bytes();
        if (bytes == null) {
          return false;
        }
        long seed = 0;
        for (byte b : bytes) {
          seed = seed << 8 | (b & 0xff);
        }
        draws[unit] = sequence.draws().apply(seed);
      }
      for (int modulus = Math.max(2, least); modulus <= 96; modulus++) {
        for (int from = 0; from < 3; from++) {
          matcher.start();
          if (drawn(draws, modulus, from) && matcher.evidence() - ALL_TRIES > -CHANCE) {
            how = "modulo " + modulus;
            return true;
          }
        }
      }
      return false;
    }

    private boolean drawn(int[][] draws, int modulus, int from) {
      for (int unit = 0; unit < draws.length; unit++) {
        String text = matcher.text(unit);
        for (int i = 0; i < text.length(); i++) {
          if (from + i >= draws[unit].length
              || !matcher.take(draws[unit][from + i] % modulus, text.charAt(i))) {
            return false;
          }
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return lot.size() + " units";
    }
  }
}
