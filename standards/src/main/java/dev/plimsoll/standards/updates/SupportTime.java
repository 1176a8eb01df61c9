package dev.plimsoll.standards.updates;

import dev.plimsoll.model.Product;
import dev.plimsoll.model.observation.SupportPeriod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of support periods for one product: every open choice is taken to the vendor's
 * disfavour, so that a pass holds whichever is true.
 *
 * @param today the day of the assessment
 * @param years years from the first day of sale that the profile asks for
 */
record SupportTime(Product product, LocalDate today, double years) {
  private static final int MONTHS_OF_A_YEAR = 12;

  /** The years asked for, as people write them. */
  String wanted() {
    return years == Math.rint(years) ? Long.toString((long) years) : Double.toString(years);
  }

  /** Whether the product is on sale today, by the days that the dossier gives. */
  boolean stillSold() {
    LocalDate first = product.onSale();
    LocalDate last = product.lastSold();
    return last != null ? !last.isBefore(today) : first != null && !first.isAfter(today);
  }

  /**
   * Whether updates until this day are long enough; null where the first day of sale is missing.
   */
  @Nullable Boolean enough(LocalDate until) {
    LocalDate first = product.onSale();
    if (first != null) {
      return !until.isBefore(first.plusMonths(months()));
    }
    return until.isBefore(today.plusMonths(months())) ? null : Boolean.TRUE;
  }

  /**
   * The last day of a promise of so many months, counted from the first day that it can mean; null
   * where that day is not known.
   */
  @Nullable LocalDate end(SupportPeriod period) {
    LocalDate first = product.onSale();
    LocalDate last = product.lastSold();
    LocalDate from =
        switch (period.from()) {
          case LAST_SOLD -> last != null ? last : stillSold() ? today : null;
          case ON_SALE, PURCHASE, NONE, LIFETIME -> first;
        };
    return from == null ? null : from.plusMonths(period.months());
  }

  private long months() {
    return Math.round(years * MONTHS_OF_A_YEAR);
  }
}
