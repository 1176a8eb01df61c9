package dev.plimsoll.report;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Reach;
import dev.plimsoll.model.observation.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who the product talked to, when, and how well that was protected.
 *
 * @param recordings captures with traffic of the product, earliest first
 * @param destinations worst protected first, then by bytes
 */
record TrafficPicture(List<Recording> recordings, List<Destination> destinations) {

  /** How a bar is drawn, worst first. */
  enum Seen {
    READABLE("readable", "Readable by others"),
    NAME_ONLY("name-only", "Encrypted in name only"),
    WITHDRAWN("withdrawn", "Encrypted, but outdated"),
    UNTOLD("untold", "Cannot be told"),
    ENCRYPTED("encrypted", "Encrypted"),
    UPKEEP("upkeep", "Finding and joining the network");

    private final String id;
    private final String words;

    Seen(String id, String words) {
      this.id = id;
      this.words = words;
    }

    String id() {
      return id;
    }

    String words() {
      return words;
    }

    /**
     * What a flow counts as. Encryption that is assumed from a number alone is not shown as such.
     */
    static Seen of(Flow flow) {
      return switch (flow.protection()) {
        case CLEARTEXT -> READABLE;
        case BROKEN -> NAME_ONLY;
        case OBSOLETE -> WITHDRAWN;
        case UNKNOWN -> UNTOLD;
        case ENCRYPTED -> flow.basis() == Flow.Basis.ASSUMED ? UNTOLD : ENCRYPTED;
        case INFRASTRUCTURE -> UPKEEP;
      };
    }
  }

  /** One capture, from the first to the last frame of the product's flows. */
  record Recording(String file, Instant first, Instant last) {}

  /**
   * One that the product talked to.
   *
   * @param name what it is called; its address where it has no name
   * @param address where it is; of several, the first seen
   * @param reach how far away it is
   * @param lanes its flows by how they are protected, worst first
   */
  record Destination(String name, String address, Reach reach, Map<Seen, Lane> lanes, long bytes) {
    Seen worst() {
      return lanes.keySet().iterator().next();
    }
  }

  /**
   * Flows with one destination that are protected alike.
   *
   * @param protocols what is spoken, sorted
   * @param place where the first of them stands
   */
  record Lane(List<Flow> flows, List<String> protocols, long bytes, Place place) {
    static Lane of(List<Flow> flows) {
      long bytes = flows.stream().mapToLong(Flow::bytes).sum();
      List<String> protocols =
          flows.stream()
              .map(flow -> flow.version() == null ? flow.protocol() : flow.version())
              .filter(name -> !name.isEmpty())
              .distinct()
              .sorted()
              .toList();
      return new Lane(List.copyOf(flows), protocols, bytes, flows.getFirst().place());
    }
  }

  /** The flows of the product; of everybody where the dossier does not say which unit it is. */
  static TrafficPicture of(Assessment assessment) {
    Set<String> device = new HashSet<>(assessment.product().macs());
    device.addAll(assessment.product().addresses());
    Map<String, List<Flow>> byPeer = new LinkedHashMap<>();
    Map<String, Recording> recordings = new TreeMap<>();
    for (Flow flow : flows(assessment, device)) {
      boolean toClient = toClient(device, flow);
      String name = toClient || flow.name() == null ? address(peer(device, flow)) : flow.name();
      byPeer.computeIfAbsent(name, key -> new ArrayList<>()).add(flow);
      recordings.merge(
          flow.place().file(),
          new Recording(flow.place().file(), flow.first(), flow.last()),
          TrafficPicture::both);
    }
    List<Destination> destinations = new ArrayList<>();
    byPeer.forEach((name, flows) ->
        destinations.add(destination(name, peer(device, flows.getFirst()), flows)));
    destinations.sort(
        Comparator.comparing(Destination::worst)
            .thenComparing(Destination::bytes, Comparator.reverseOrder())
            .thenComparing(Destination::name));
    List<Recording> sorted = new ArrayList<>(recordings.values());
    sorted.sort(Comparator.comparing(Recording::first).thenComparing(Recording::file));
    return new TrafficPicture(List.copyOf(sorted), List.copyOf(destinations));
  }

  private static List<Flow> flows(Assessment assessment, Set<String> device) {
    return assessment.observations().stream()
        .filter(Flow.class::isInstance)
        .map(Flow.class::cast)
        .filter(f -> device.isEmpty() || is(device, f.client()) || is(device, f.server()))
        .toList();
  }

  private static boolean is(Set<String> device, Flow.End end) {
    return device.contains(end.address()) || (end.mac() != null && device.contains(end.mac()));
  }

  private static boolean toClient(Set<String> device, Flow flow) {
    return is(device, flow.server()) && !is(device, flow.client());
  }

  private static Flow.End peer(Set<String> device, Flow flow) {
    return toClient(device, flow) ? flow.client() : flow.server();
  }

  private static Recording both(Recording one, Recording other) {
    return new Recording(
        one.file(),
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  private static Destination destination(String name, Flow.End peer, List<Flow> flows) {
    Map<Seen, List<Flow>> bySeen = new EnumMap<>(Seen.class);
    flows.forEach(flow -> bySeen.computeIfAbsent(Seen.of(flow), k -> new ArrayList<>()).add(flow));
    Map<Seen, Lane> lanes = new EnumMap<>(Seen.class);
    bySeen.forEach((seen, each) -> lanes.put(seen, Lane.of(each)));
    long bytes = flows.stream().mapToLong(Flow::bytes).sum();
    return new Destination(name, address(peer), Reach.of(peer.address()), lanes, bytes);
  }

  /** A hardware address tells one unit from another, so only its maker's half is shown. */
  private static String address(Flow.End end) {
    String address = end.address();
    boolean hardware = address.length() == 17 && address.charAt(2) == ':';
    return hardware ? address.substring(0, 9) + "…" : address;
  }

  /** How far away a destination is, in words; empty where that says nothing. */
  static String where(Reach reach) {
    return switch (reach) {
      case WAN -> "internet";
      case LAN -> "home";
      case GROUP -> "home, to all";
      case NONE -> "";
    };
  }

  /** Whether the dossier says which unit in the captures is the product. */
  static boolean deviceKnown(Product product) {
    return !product.macs().isEmpty() || !product.addresses().isEmpty();
  }
}
