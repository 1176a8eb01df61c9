package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a capture holds as a whole.
 *
 * @param frames number of frames read
 * @param links names of the link types, such as Ethernet
 * @param first time of the first frame; null where there is none
 * @param last time of the last frame; null where there is none
 * @param stations who sent frames, most frames first
 */
public record CaptureSummary(
    Place place,
    long frames,
    List<String> links,
    @Nullable Instant first,
    @Nullable Instant last,
    List<Station> stations)
    implements Observation {

  public CaptureSummary {
    links = List.copyOf(links);
    stations = List.copyOf(stations);
  }

  /**
   * A sender on the local link.
   *
   * @param mac hardware address, lower case with colons
   * @param addresses IP addresses that it used on the local network
   * @param name the name that it gave of itself by DHCP or mDNS; null where none
   */
  public record Station(String mac, List<String> addresses, @Nullable String name, long frames) {
    public Station {
      addresses = List.copyOf(addresses);
    }
  }
}
