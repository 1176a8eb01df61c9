package dev.plimsoll.standards;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.standards.HandsOnTest.Measure;
import dev.plimsoll.standards.HandsOnTest.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the records of hands-on tests for one requirement: which outcome was recorded, and whether
 * anybody can check it.
 *
 * <p>The one check that serves several requirements, because what differs between them is data: see
 * {@link HandsOnTest}.
 */
public final class RecordedTest implements Check {
  private final String requirement;

  /** The check for the tests of one requirement. */
  public RecordedTest(String requirement) {
    this.requirement = requirement;
  }

  @Override
  public String requirement() {
    return requirement;
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.RECORD);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<TestRecord> seen : evidence.all(TestRecord.class)) {
      HandsOnTest test = HandsOnTest.shipped().get(seen.what().test());
      if (test != null && test.requirement().equals(requirement)) {
        findings.add(judge(seen, test, evidence, profile));
      }
    }
    return findings;
  }

  private Finding judge(
      Seen<TestRecord> seen, HandsOnTest test, Evidence evidence, Profile profile) {
    TestRecord record = seen.what();
    if (record.by() == null
        || record.at() == null
        || record.how() == null
        || record.attachments().isEmpty()
        || !record.present()) {
      return from(
          seen,
          open(
              "The record of the test '"
                  + test.id()
                  + "' says '"
                  + record.outcome()
                  + "', but nobody can check it.",
              "complete the record: who, when, how, and at least one photo, log or capture that is in the dossier"));
    }
    Measure measure = test.measure();
    if (record.outcome().equals(HandsOnTest.MEASURED) && measure != null) {
      return measured(
          seen, test, measure, profile.number(measure.limit(), evidence.product().category()));
    }
    Outcome outcome = test.outcomes().get(record.outcome());
    if (outcome == null) {
      return from(
          seen,
          open(
              "The record of the test '"
                  + test.id()
                  + "' has the outcome '"
                  + record.outcome()
                  + "', which the test does not know.",
              "write one of: " + String.join(", ", test.choices())));
    }
    Finding.Draft draft =
        Finding.draft(
            id(),
            requirement,
            outcome.verdict(),
            "A hands-on test found: " + outcome.says() + " (" + record.by() + ").");
    if (outcome.cites() != null) {
      draft.cites(outcome.cites());
    }
    return from(seen, draft.covers(outcome.covers()));
  }

  private Finding measured(Seen<TestRecord> seen, HandsOnTest test, Measure measure, double limit) {
    Double value = seen.what().value();
    if (value == null || value.isNaN() || value < 0) {
      return from(
          seen,
          open(
              "The record of the test '" + test.id() + "' gives no value.",
              "write value: with the number of " + measure.unit()));
    }
    boolean within = value <= limit;
    String words =
        "A hands-on test found: %s (%s %s, limit %s)."
            .formatted(
                within ? measure.within() : measure.beyond(),
                plain(value),
                measure.unit(),
                plain(limit));
    Finding.Draft draft =
        within
            ? pass(words).covers(measure.covers())
            : Finding.draft(id(), requirement, measure.beyondVerdict(), words);
    if (!within && measure.beyondVerdict() == Verdict.INCONCLUSIVE) {
      draft.settle("repeat the test, or have a second person judge whether this is acceptable");
    }
    return from(seen, draft);
  }

  /** The day of the test counts, not that of the file; never more than tested. */
  private static Finding from(Seen<TestRecord> seen, Finding.Draft draft) {
    return draft
        .place(seen.what().place())
        .from(seen.artefact().strength().atMost(Strength.TESTED), seen.what().at())
        .build();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
