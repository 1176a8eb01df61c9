package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something sensitive that could be read on the way.
 *
 * @param place frame
 * @param what such as password, token, wifi-key, location, mac-address, serial
 * @param weight how bad it is
 * @param shown the value redacted, never whole
 * @param sha256 digest of the whole value, lower-case hex
 * @param mac hardware address of the sender; null where unknown
 * @param to address of the receiver
 * @param name name of the receiver; null where unknown
 */
public record Leak(
    Place place,
    String what,
    Weight weight,
    String shown,
    String sha256,
    @Nullable String mac,
    String to,
    @Nullable String name)
    implements Observation {

  /** How bad it is that others can read it. */
  public enum Weight {
    /** Opens an account or a network. */
    CRITICAL,
    /** Says much of a person. */
    HIGH,
    /** Tells one product or person from another. */
    MEDIUM,
    /** Little. */
    LOW
  }
}
