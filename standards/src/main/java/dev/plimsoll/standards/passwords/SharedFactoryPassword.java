package dev.plimsoll.standards.passwords;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the factory passwords of several units are the same, can be worked out from what is
 * public, or come from a pool so small that guessing finds them.
 */
public final class SharedFactoryPassword implements Check {
  private static final String AFTER_SETUP = "default-after-setup";
  private static final String FORCED = "change-forced";

  @Override
  public String requirement() {
    return "MSS-3.1";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.UNITS, Kind.RECORD);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<UnitLabels> seen : evidence.all(UnitLabels.class)) {
      findings.add(
          switch (seen.what().tie()) {
            case DERIVABLE, GUESSABLE -> tied(seen, evidence);
            case OPEN -> open(seen, profile);
            case NONE_FOUND -> none(seen, profile);
          });
    }
    return findings;
  }

  private Finding tied(Seen<UnitLabels> seen, Evidence evidence) {
    String reason = seen.what().reason();
    Seen<TestRecord> forced = forcedChange(evidence);
    if (forced != null) {
      // It covers nothing: the record of the test does.
      return pass("The factory password protects little, but a hands-on test found that set-up does not finish"
              + " until it is changed. "
              + reason)
          .from(seen)
          .from(forced)
          .build();
    }
    String what =
        seen.what().tie() == UnitLabels.Tie.DERIVABLE
            ? "Who knows one unit, or reads its label or its radio name, knows the factory password of others. "
            : "The factory password can be guessed. ";
    return fail(what + reason).from(seen).build();
  }

  /** A record that can be checked, of a set-up that does not let the default password live. */
  private static @Nullable Seen<TestRecord> forcedChange(Evidence evidence) {
    for (Seen<TestRecord> seen : evidence.all(TestRecord.class)) {
      TestRecord record = seen.what();
      if (record.test().equals(AFTER_SETUP)
          && record.outcome().equals(FORCED)
          && record.by() != null
          && record.at() != null
          && record.how() != null
          && record.present()
          && !record.attachments().isEmpty()) {
        return seen;
      }
    }
    return null;
  }

  private Finding open(Seen<UnitLabels> seen, Profile profile) {
    return open(seen.what().reason(), settle(profile)).from(seen).build();
  }

  private Finding none(Seen<UnitLabels> seen, Profile profile) {
    UnitLabels labels = seen.what();
    double wanted = profile.number("password.units.wanted");
    double bits = profile.number("password.factory.bits");
    if (labels.units() < wanted) {
      return open(
              "The labels of %d units show no weakness, and that is too few to rest on. %s"
                  .formatted(labels.units(), labels.reason()),
              settle(profile))
          .from(seen)
          .build();
    }
    if (labels.bits() < bits) {
      return open(
              "The factory passwords differ, but ask for at most %.0f bits of guessing, and %.0f are wanted. %s"
                  .formatted(labels.bits(), bits, labels.reason()),
              "ask the maker how the passwords are drawn, and record the test " + AFTER_SETUP)
          .from(seen)
          .build();
    }
    return pass(labels.reason()).covers("default-password").from(seen).build();
  }

  private static String settle(Profile profile) {
    return "compare the labels of at least %.0f units from two lots, or record the test %s"
        .formatted(profile.number("password.units.wanted"), AFTER_SETUP);
  }
}
