package dev.plimsoll.bytes;

import dev.plimsoll.model.Exhibit;
import java.time.Instant;
import java.util.List;

/**
 * What a reader is told beside the artefact itself.
 *
 * @param exhibit what the tester says of it
 * @param keys public keys to verify with
 * @param siblings the other files of the dossier, for a format that comes in several files (a
 *     package and its detached signature)
 * @param at the clock of the assessment
 * @param budget what may be spent
 */
public record Request(
    Exhibit exhibit, List<Source> keys, List<Source> siblings, Instant at, Budget budget) {

  public Request {
    keys = List.copyOf(keys);
    siblings = List.copyOf(siblings);
  }
}
