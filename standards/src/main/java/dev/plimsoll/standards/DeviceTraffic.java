package dev.plimsoll.standards;

import dev.plimsoll.model.Product;
import dev.plimsoll.model.Reach;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversations of the product itself: those with its hardware or IP address at one end.
 * Everything else in a capture belongs to neighbours and is left out.
 *
 * @param known whether the dossier says which addresses are the product's
 * @param talks its conversations, in the order of the captures
 */
public record DeviceTraffic(boolean known, List<Talk> talks) {

  /**
   * One conversation of the product.
   *
   * @param peer the other end
   * @param asServer whether the other end began it
   * @param reach how far away the other end is
   */
  public record Talk(Seen<Flow> seen, Flow.End peer, boolean asServer, Reach reach) {

    /** The peer by name where one is known, else by address, with its port. */
    public String peerWords() {
      Flow flow = seen.what();
      String port =
          peer.port() < 0 ? "" : " port " + (asServer ? flow.server().port() : peer.port());
      String name = flow.name();
      return name == null || asServer
          ? peer.address() + port
          : name + " (" + peer.address() + port + ")";
    }
  }

  public DeviceTraffic {
    talks = List.copyOf(talks);
  }

  /** Picks the product's conversations out of all captures. */
  public static DeviceTraffic of(Evidence evidence) {
    Product product = evidence.product();
    List<Talk> talks = new ArrayList<>();
    for (Seen<Flow> seen : evidence.all(Flow.class)) {
      Flow flow = seen.what();
      if (isProduct(flow.client(), product)) {
        talks.add(new Talk(seen, flow.server(), false, Reach.of(flow.server().address())));
      } else if (isProduct(flow.server(), product)) {
        talks.add(new Talk(seen, flow.client(), true, Reach.of(flow.client().address())));
      }
    }
    return new DeviceTraffic(!product.macs().isEmpty() || !product.addresses().isEmpty(), talks);
  }

  private static boolean isProduct(Flow.End end, Product product) {
    String mac = end.mac();
    return (mac != null && product.macs().contains(mac))
        || product.addresses().contains(end.address());
  }
}
