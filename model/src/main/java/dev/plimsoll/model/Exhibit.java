package dev.plimsoll.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code evidence:} list: a file and what the tester says of it.
 *
 * @param file path as written, with forward slashes
 * @param as kind as stated; null where the content is to decide
 * @param covers what the tester says it covers, such as setup, idle, use, update, reset
 * @param network interface name, such as wifi
 * @param firmware firmware version that it was taken from
 * @param at when it was taken
 * @param details the keys that depend on the kind (url, redirects, content_type, key ...), each a
 *     list of one or more values
 */
public record Exhibit(
    String file,
    @Nullable Kind as,
    Set<String> covers,
    @Nullable String network,
    @Nullable String firmware,
    @Nullable Instant at,
    Map<String, List<String>> details) {

  public Exhibit {
    covers = Set.copyOf(covers);
    details = Map.copyOf(details);
  }

  /** A file of which nothing is said. */
  public static Exhibit of(String file) {
    return new Exhibit(file, null, Set.of(), null, null, null, Map.of());
  }

  /** A file of a stated kind. */
  public static Exhibit of(String file, Kind as) {
    return new Exhibit(file, as, Set.of(), null, null, null, Map.of());
  }

  /** The single value of a kind's own key; null where it is not given. */
  public @Nullable String detail(String key) {
    List<String> values = details.getOrDefault(key, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }

  /** All values of a kind's own key, in the order written. */
  public List<String> detailList(String key) {
    return details.getOrDefault(key, List.of());
  }
}
