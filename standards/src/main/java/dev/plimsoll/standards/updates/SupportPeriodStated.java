package dev.plimsoll.standards.updates;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.observation.SupportPeriod;
import dev.plimsoll.model.observation.SupportPeriod.From;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether security updates are promised for a stated time that has not passed and is as long as the
 * profile asks for.
 */
public final class SupportPeriodStated implements Check {
  private static final int LONGEST_NAME = 6;
  private static final int MOST_WORDS = 200;

  @Override
  public String requirement() {
    return "MSS-2.4";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.STATEMENT);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    Product product = evidence.product();
    LocalDate today = evidence.at().atZone(ZoneOffset.UTC).toLocalDate();
    double years = profile.number("support.years", product.category());
    SupportTime time = new SupportTime(product, today, years);
    List<Finding> findings = new ArrayList<>();
    for (Seen<SupportPeriod> seen : evidence.all(SupportPeriod.class)) {
      SupportPeriod period = seen.what();
      boolean named = speaksOf(period, product);
      // A statement for another model says nothing about this one.
      if (named || period.model() == null) {
        findings.add(judge(period, named, time).from(seen).build());
      }
    }
    LocalDate declared = product.supportUntil();
    if (declared != null) {
      findings.add(
          ends(declared, "The dossier says that security updates end on " + declared, true, time)
              .from(Strength.DECLARED, evidence.at())
              .build());
    }
    return findings;
  }

  private Finding.Draft judge(SupportPeriod period, boolean named, SupportTime time) {
    String quote = "\"" + period.quote() + "\"";
    LocalDate until = period.until();
    if (until != null) {
      return ends(until, "The vendor says: " + quote, named, time);
    }
    if (period.from() == From.LIFETIME) {
      return open(
          "The vendor promises updates without a date: " + quote,
          "ask the vendor for the last day of security updates for this model");
    }
    return lasts(period, quote, named, time);
  }

  /** A promise up to a day. */
  private Finding.Draft ends(LocalDate until, String says, boolean named, SupportTime time) {
    if (until.isBefore(time.today())) {
      return time.stillSold()
          ? fail("Security updates have ended while the product is still sold. " + says)
          : open(
              "Security updates have ended. " + says,
              "find out whether the product is still sold, and add on_sale and last_sold");
    }
    Boolean enough = time.enough(until);
    return enough == null
        ? open(
            "Whether the time is long enough cannot be said without the first day of sale. " + says,
            "add on_sale to product.yaml")
        : length(enough, says, named, time);
  }

  /** A promise of so many months. */
  private Finding.Draft lasts(SupportPeriod period, String quote, boolean named, SupportTime time) {
    LocalDate end = time.end(period);
    String says = "The vendor says: " + quote;
    if (end == null) {
      return open(
          "From when the time counts cannot be said. " + says,
          "add on_sale and last_sold to product.yaml, or ask the vendor for the last day");
    }
    if (end.isBefore(time.today()) && period.from() != From.ON_SALE) {
      return open(
          "The time may have passed (" + end + "). " + says,
          "ask the vendor for the last day of security updates for this model");
    }
    return ends(end, "That makes " + end + ". " + says, named, time);
  }

  private Finding.Draft length(boolean enough, String says, boolean named, SupportTime time) {
    if (!enough) {
      return open(
          "The time is shorter than the %s years that the profile asks for. %s"
              .formatted(time.wanted(), says),
          "ask the vendor for a longer time, or state in a profile why less is enough");
    }
    if (!named) {
      return open(
          "The statement names no model, so whether it covers this product is not certain. " + says,
          "find the statement that names this model, or ask the vendor");
    }
    return pass(says).covers("period");
  }

  /** Whether a statement names a model or product by all of its words. */
  private static boolean speaksOf(SupportPeriod period, Product product) {
    return names(period.model(), product) || names(period.quote(), product);
  }

  private static boolean names(@Nullable String text, Product product) {
    if (text == null) {
      return false;
    }
    String model = plain(product.model());
    String name = plain(product.name());
    String[] words = text.split("[\\s/,;()|\"]+", MOST_WORDS);
    for (int i = 0; i < words.length; i++) {
      String run = "";
      for (int j = i; j < words.length && j < i + LONGEST_NAME; j++) {
        run += plain(words[j]);
        if (!run.isEmpty() && (run.equals(model) || run.equals(name))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(@Nullable String text) {
    StringBuilder letters = new StringBuilder();
    if (text != null) {
      text.toLowerCase(java.util.Locale.ROOT)
          .chars()
          .filter(Character::isLetterOrDigit)
          .forEach(c -> letters.append((char) c));
    }
    return letters.toString();
  }
}
