package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passwords that go up with the units: by a fixed step, along the serial number, or close by. */
final class CountedUp implements TieTest {
  private static final int LEAST_UNITS = 3;

  /**
   * The units in one order.
   *
   * @param own whether it is an order of the units themselves: a table may be sorted by password
   */
  private record Order(List<Unit> units, boolean own) {}

  @Override
  public @Nullable Found find(Lot lot) {
    if (lot.size() < LEAST_UNITS) {
      return null;
    }
    List<Numbers> readings = new ArrayList<>(Numbers.readings("password", lot.passwords()));
    readings.addAll(Numbers.readings("password", lot.cores()));
    List<Order> orders = orders(lot);
    for (Numbers numbers : readings) {
      for (Order order : orders) {
        BigInteger[] values =
            order.units().stream()
                .map(unit -> numbers.values()[lot.units().indexOf(unit)])
                .toArray(BigInteger[]::new);
        Found found = stepped(values, numbers, order.own());
        if (found != null) {
          return found;
        }
      }
      Found found = close(numbers);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static List<Order> orders(Lot lot) {
    return List.of(
        new Order(lot.units(), false),
        new Order(sorted(lot, Comparator.comparing(unit -> String.valueOf(unit.serial()))), true),
        new Order(sorted(lot, Comparator.comparing(unit -> String.valueOf(unit.mac()))), true),
        new Order(sorted(lot, Comparator.comparing(Unit::password)), false));
  }

  private static List<Unit> sorted(Lot lot, Comparator<Unit> by) {
    return lot.units().stream().sorted(by).toList();
  }

  private static @Nullable Found stepped(BigInteger[] values, Numbers numbers, boolean ordered) {
    int n = values.length;
    BigInteger step = values[1].subtract(values[0]).mod(numbers.modulus());
    boolean constant = step.signum() != 0;
    boolean rising = true;
    boolean falling = true;
    for (int i = 1; i < n; i++) {
      BigInteger here = values[i].subtract(values[i - 1]);
      constant &= here.mod(numbers.modulus()).equals(step);
      rising &= here.signum() > 0;
      falling &= here.signum() < 0;
    }
    double pool = Numbers.log10(numbers.modulus());
    if (constant && 1 - (n - 2) * pool < CHANCE) {
      return new Found("incremental", "each password is the one before it plus a fixed step", 1);
    }
    double orders = 0;
    for (int i = 2; i <= n; i++) {
      orders += Math.log10(i);
    }
    if (ordered && (rising || falling) && 1.5 - orders < CHANCE) {
      return new Found("incremental", "the passwords rise with the units", 20);
    }
    return null;
  }

  /** All in a span so small that chance would not put them there. */
  private static @Nullable Found close(Numbers numbers) {
    int n = numbers.values().length;
    double span = Numbers.log10(numbers.span());
    double chance = Math.log10(n) + (n - 1) * (span - Numbers.log10(numbers.modulus()));
    return chance > CHANCE
        ? null
        : new Found(
            "incremental",
            "the passwords all lie within a span of " + numbers.span() + " values",
            Math.max(0, span / Math.log10(2) - 1));
  }
}
