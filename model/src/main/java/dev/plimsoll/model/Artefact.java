package dev.plimsoll.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of evidence, known by its digest.
 *
 * @param file path in the dossier
 * @param kind what it is
 * @param sha256 digest in lower-case hex; of a folder, the digest of its sorted list of paths and
 *     digests; empty where the file could not be read
 * @param size bytes
 * @param covers what the tester says it covers
 * @param firmware firmware version that it was taken from; null where not stated
 * @param at when it was taken: what the tester says or what the content says, the earlier; null
 *     where neither does
 * @param strength how much it can carry, with its scope taken into account
 */
public record Artefact(
    String file,
    Kind kind,
    String sha256,
    long size,
    Set<String> covers,
    @Nullable String firmware,
    @Nullable Instant at,
    Strength strength) {

  public Artefact {
    covers = Set.copyOf(covers);
  }
}
