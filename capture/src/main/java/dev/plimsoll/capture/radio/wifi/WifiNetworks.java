package dev.plimsoll.capture.radio.wifi;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.LinkType;
import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.model.observation.RadioLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the frames of a Wi-Fi capture from the air, and tells what protects each network.
 *
 * <p>By precedence: the form of protected frames, what a station asked for when it was let in, the
 * handshake, what the network announces.
 */
public final class WifiNetworks implements FrameSink {
  /** Most networks that are told apart. */
  private static final int MAX_NETWORKS = 512;

  private static final int MAX_HEADERS = 4;
  private static final int MAC_HEADER = 24;
  private static final int HANDSHAKE = 0x888e;

  private final Map<Long, Network> networks = new LinkedHashMap<>();
  private final Octets in = new Octets();

  /** Nothing seen yet. */
  public WifiNetworks() {}

  /** Whether frames of this link type are Wi-Fi as heard from the air. */
  public static boolean isWifi(int link) {
    return link == LinkType.WIFI
        || link == LinkType.WIFI_RADIOTAP
        || link == LinkType.WIFI_PRISM
        || link == LinkType.WIFI_AVS;
  }

  @Override
  public void frame(Frame frame) {
    in.over(frame);
    boolean padded = false;
    int link = frame.link;
    for (int i = 0; i < MAX_HEADERS && link != LinkType.WIFI; i++) {
      if (in.left() < 8) {
        return;
      }
      int flags = link == LinkType.WIFI_RADIOTAP ? radiotapFlags() : 0;
      padded = (flags & 0x20) != 0;
      int next = link == LinkType.PPI ? in.low32(4) : LinkType.WIFI;
      boolean isDamaged = (flags & 0x40) != 0;
      if (isDamaged || !in.skip(headerLength(link))) {
        return;
      }
      link = next;
    }
    if (link == LinkType.WIFI && in.left() >= MAC_HEADER) {
      header(padded, frame.number);
    }
  }

  private int headerLength(int link) {
    return switch (link) {
      case LinkType.WIFI_RADIOTAP, LinkType.PPI -> in.low16(2);
      case LinkType.WIFI_AVS -> in.high32(4);
      case LinkType.WIFI_PRISM ->
          (in.high32(0) & 0xfffff000) == 0x80211000 ? in.high32(4) : in.low32(4);
      default -> -1;
    };
  }

  /** The flags of a radiotap header: among them 0x20 padded, 0x40 damaged. */
  private int radiotapFlags() {
    int at = 4;
    int first = in.low32(4);
    int present = first;
    while (present < 0) {
      at += 4;
      if (at + 4 > in.left()) {
        return 0;
      }
      present = in.low32(at);
    }
    at += 4;
    if ((first & 1) != 0) {
      at = ((at + 7) & ~7) + 8;
    }
    return (first & 2) != 0 && at < in.left() ? in.u8(at) : 0;
  }

  private void header(boolean padded, long frame) {
    int control = in.u8(0);
    int flags = in.u8(1);
    boolean isOldest = (control & 3) == 0;
    if (isOldest && (control & 0x0c) == 0x00) {
      management(control >> 4, flags, frame);
    } else if (isOldest && (control & 0x0c) == 0x08 && (control & 0x40) == 0) {
      data(control, flags, padded, frame);
    }
  }

  private void management(int subtype, int flags, long frame) {
    Network network = network(in.high48(16));
    boolean isProtected = (flags & 0x40) != 0;
    if (network == null || !in.skip(MAC_HEADER + ((flags & 0x80) != 0 ? 4 : 0))) {
      return;
    }
    switch (subtype) {
      case 0 -> asked(network, 4, frame);
      case 2 -> asked(network, 10, frame);
      case 5, 8 -> {
        if (in.left() >= 12) {
          int capabilities = in.low16(10);
          in.skip(12);
          network.announced(capabilities, in, frame);
        }
      }
      case 11 -> {
        if (isProtected) {
          // The third message of shared-key authentication is the only one that is encrypted.
          network.protectedData(in, false, frame);
        } else if (in.left() >= 6) {
          network.authenticates(in.low16(0), frame);
        }
      }
      default -> {}
    }
  }

  private void asked(Network network, int fixed, long frame) {
    if (in.skip(fixed)) {
      network.asked(in, frame);
    }
  }

  private void data(int control, int flags, boolean padded, long frame) {
    int ways = flags & 3;
    if (ways == 3) {
      return;
    }
    Network network = network(in.high48(ways == 0 ? 16 : ways == 1 ? 4 : 10));
    boolean toGroup = (in.u8(4) & 1) != 0;
    boolean isQos = (control & 0x80) != 0;
    int length = MAC_HEADER + (isQos ? (flags & 0x80) != 0 ? 6 : 2 : 0);
    length = padded ? (length + 3) & ~3 : length;
    // A later fragment begins in the middle; protected ones have a vector of their own.
    boolean begins = (in.u8(22) & 0x0f) == 0;
    if (network == null || !in.skip(length)) {
      return;
    }
    if ((flags & 0x40) != 0) {
      network.protectedData(in, toGroup, frame);
    } else if (begins && in.left() >= 8 && in.high16(0) == 0xaaaa && in.u8(2) == 3) {
      if (in.high16(6) == HANDSHAKE) {
        in.skip(8);
        network.handshake(in, frame);
      } else {
        network.readable(frame);
      }
    }
  }

  private @Nullable Network network(long base) {
    if ((base & 0x0100_0000_0000L) != 0) {
      return null;
    }
    Network known = networks.get(base);
    if (known == null && networks.size() < MAX_NETWORKS) {
      known = new Network(base);
      networks.put(base, known);
    }
    return known;
  }

  /** What protects each network, in the order in which they were first heard. */
  public List<RadioLink> links(String file) {
    List<RadioLink> links = new ArrayList<>();
    for (Network network : networks.values()) {
      RadioLink link = network.link(file);
      if (link != null) {
        links.add(link);
      }
    }
    return links;
  }
}
