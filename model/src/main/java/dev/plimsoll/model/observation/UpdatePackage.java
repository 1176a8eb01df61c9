package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * An update package and what vouches for the bytes that will run.
 *
 * @param format such as minisign, openpgp-detached, uimage, trx, rauc
 * @param signed whether a cryptographic signature is there at all
 * @param verifies whether it verifies over the bytes that run with a key that the tester gave; null
 *     where no key fits
 * @param algorithm such as Ed25519, RSA-2048/SHA-256; null without a signature
 * @param strength strong, weak or none; null where unknown
 * @param version version that the package names; null where none
 * @param encrypted whether what runs is encrypted
 * @param authenticity what follows for the bytes that run
 * @param key fingerprint of the key that verified it; null where none did
 * @param reason one sentence: what was found
 */
public record UpdatePackage(
    Place place,
    String format,
    boolean signed,
    @Nullable Boolean verifies,
    @Nullable String algorithm,
    @Nullable String strength,
    @Nullable String version,
    boolean encrypted,
    Authenticity authenticity,
    @Nullable String key,
    String reason)
    implements Observation {

  /** What follows for the bytes that run. */
  public enum Authenticity {
    /** A strong signature by a given key covers every byte that runs. */
    AUTHENTIC,
    /** Nothing but a checksum, or a signature that is wrong, weak or does not cover what runs. */
    NOT_AUTHENTIC,
    /** It cannot be told from what is there: no key, an unknown format, encrypted alone. */
    OPEN
  }
}
