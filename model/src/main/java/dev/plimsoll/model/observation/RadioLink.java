package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A radio link, or the pairing that guards it.
 *
 * @param place the frames that decide
 * @param technology such as Bluetooth LE, Bluetooth BR/EDR, Zigbee, IEEE 802.15.4, Wi-Fi
 * @param pairing generation of the pairing, such as SecureConnections, or how a Wi-Fi network lets
 *     in; null where none was seen
 * @param model association model, such as NumericComparison; reconnect where a stored key was used;
 *     none where nothing was seen
 * @param mitm whether it is protected against somebody in the middle; null where unknown
 * @param keySize bytes; 0 where unknown
 * @param grade STRONG, ACCEPTABLE, WEAK, INCONCLUSIVE or NO_PAIRING_SEEN
 * @param reason one sentence
 * @param protection what protects the frames themselves, apart from how the ends came by the key;
 *     null where the capture does not show it
 * @param findings short codes, such as network_key_in_clear, downgrade, short_key; sorted
 * @param ends hardware addresses of the ends as far as known, lower case with colons; of a network
 *     the one of its base
 */
public record RadioLink(
    Place place,
    String technology,
    @Nullable String pairing,
    @Nullable String model,
    @Nullable Boolean mitm,
    int keySize,
    String grade,
    String reason,
    @Nullable Protection protection,
    List<String> findings,
    List<String> ends)
    implements Observation {

  public RadioLink {
    findings = List.copyOf(findings);
    ends = List.copyOf(ends);
  }
}
