package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * An account of a root file system that can log in.
 *
 * @param place path inside and line
 * @param user login name
 * @param uid user number; -1 where unknown
 * @param scheme how the password is kept, such as md5crypt, sha512crypt, yescrypt; {@code none} for
 *     an empty password
 * @param cracked the list that its password stands in, such as "common passwords"; null where it
 *     was not found
 * @param tried how many candidates were tried before the answer, or before the work allowed for one
 *     account was done; 0 where the scheme is not known or too slow
 * @param sha256 digest of the stored hash, so that two images can be compared without showing it
 */
public record Account(
    Place place,
    String user,
    int uid,
    String scheme,
    @Nullable String cracked,
    int tried,
    String sha256)
    implements Observation {}
