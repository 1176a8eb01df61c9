package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one test that a person carried out by hand.
 *
 * @param test id of the test, such as update-default
 * @param outcome what happened, one of the outcomes that the test knows
 * @param value what was measured, in the unit that the test names; null where nothing was
 * @param by who did it
 * @param at when it was done; null where not stated
 * @param how what was done, in words; null where not stated
 * @param attachments photos and notes that show it, by the path in the dossier
 * @param present whether every attachment is in the dossier
 */
public record TestRecord(
    Place place,
    String test,
    String outcome,
    @Nullable Double value,
    @Nullable String by,
    @Nullable Instant at,
    @Nullable String how,
    List<String> attachments,
    boolean present)
    implements Observation {

  public TestRecord {
    attachments = List.copyOf(attachments);
  }
}
