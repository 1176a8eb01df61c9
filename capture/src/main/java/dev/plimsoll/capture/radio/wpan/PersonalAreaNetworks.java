package dev.plimsoll.capture.radio.wpan;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.LinkType;
import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.model.observation.RadioLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the frames of IEEE 802.15.4, which Zigbee and Thread go over, and tells what protects
 * each network.
 *
 * <p>A frame whose checksum is wrong is left out once one with a right one was seen; some receivers
 * write other values in its place.
 */
public final class PersonalAreaNetworks implements FrameSink {
  /** Most networks that are told apart. */
  private static final int MAX_NETWORKS = 256;

  private static final int UNKNOWN_PAN = -1;
  private static final int EVERY_PAN = 0xffff;
  private static final int COMMAND = 3;
  private static final int FCS = 2;
  private static final int PHY_HEADER = 6;

  private final Map<Integer, Network> networks = new LinkedHashMap<>();
  private final Octets in = new Octets();
  private boolean checksumsFit;

  /** Nothing seen yet. */
  public PersonalAreaNetworks() {}

  /** Whether frames of this link type are those of IEEE 802.15.4. */
  public static boolean isWpan(int link) {
    return link == LinkType.WPAN
        || link == LinkType.WPAN_FCS
        || link == LinkType.WPAN_PHY
        || link == LinkType.WPAN_TAP;
  }

  @Override
  public void frame(Frame frame) {
    in.over(frame);
    boolean hasChecksum = frame.link == LinkType.WPAN_FCS;
    if (frame.link == LinkType.WPAN_PHY) {
      hasChecksum = in.skip(PHY_HEADER);
    } else if (frame.link == LinkType.WPAN_TAP) {
      hasChecksum = tap();
    }
    if (hasChecksum && frame.length <= frame.captured && !checked()) {
      return;
    }
    mac(frame.number);
  }

  /** Takes off a header of typed values; says whether a checksum of two bytes is at the end. */
  private boolean tap() {
    if (in.left() < 4) {
      return false;
    }
    int length = in.low16(2);
    boolean has = false;
    for (int at = 4; at + 8 <= Math.min(length, in.left()); ) {
      int size = in.low16(at + 2);
      if (in.low16(at) == 0) {
        has = in.u8(at + 4) == 1;
      }
      at += 4 + ((size + 3) & ~3);
    }
    in.skip(length);
    return has;
  }

  private boolean checked() {
    if (in.left() < FCS) {
      return false;
    }
    in.end -= FCS;
    int crc = 0;
    for (int i = in.at; i < in.end; i++) {
      crc ^= in.data[i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0x8408 : crc >>> 1;
      }
    }
    boolean fits = crc == in.low16(in.left());
    checksumsFit |= fits;
    return fits || !checksumsFit;
  }

  private void mac(long frame) {
    if (in.left() < 3) {
      return;
    }
    int control = in.low16(0);
    int type = control & 7;
    if (type > 3 || type == 2) {
      // An acknowledgement names no network, and the newer types carry no data.
      return;
    }
    int version = (control >> 12) & 3;
    in.skip(version == 2 && (control & (1 << 8)) != 0 ? 2 : 3);
    int pan = addresses(control, version);
    // A call to all networks belongs to none.
    if (pan == UNKNOWN_PAN || (pan == EVERY_PAN && type == COMMAND)) {
      return;
    }
    Network network = network(pan);
    if (network == null) {
      return;
    }
    network.heard(frame);
    if ((control & (1 << 3)) != 0) {
      secured(type, network, frame);
    } else if (type == 1 && (version < 2 || (control & (1 << 9)) == 0)) {
      payload(network, frame);
    }
  }

  /** Steps over the addresses (7.2.2.6 and 7.2.3), and gives the number of the network. */
  private int addresses(int control, int version) {
    int to = (control >> 10) & 3;
    int from = (control >> 14) & 3;
    boolean compressed = (control & (1 << 6)) != 0;
    boolean toPan = to != 0;
    boolean fromPan = from != 0 && !(compressed && to != 0);
    if (version == 2) {
      boolean bothLong = to == 3 && from == 3;
      boolean always = to != 0 && from != 0 && !bothLong;
      toPan = to == 0 ? (from == 0 && compressed) : (always || !compressed);
      fromPan = from != 0 && !compressed && !bothLong;
    }
    int pan = UNKNOWN_PAN;
    if (toPan) {
      pan = takePan(pan);
    }
    if (!in.skip(size(to))) {
      return UNKNOWN_PAN;
    }
    if (fromPan) {
      pan = takePan(pan);
    }
    return in.skip(size(from)) && in.left() > 0 ? pan : UNKNOWN_PAN;
  }

  private int takePan(int known) {
    if (in.left() < 2) {
      return UNKNOWN_PAN;
    }
    int pan = in.low16(0);
    in.skip(2);
    // Everybody's number says less than that of the other side.
    return pan == EVERY_PAN && known != UNKNOWN_PAN ? known : pan;
  }

  private static int size(int mode) {
    return mode == 2 ? 2 : mode == 3 ? 8 : 0;
  }

  /** Looks at the level of the auxiliary header (9.4.1): from 4 on it encrypts. */
  private void secured(int type, Network network, long frame) {
    int level = in.u8(0) & 7;
    if (type == 1) {
      if (level >= 4) {
        network.secured(frame);
      } else {
        network.onlyAuthenticated(frame);
      }
    }
  }

  private void payload(Network network, long frame) {
    if (Zigbee.looksLike(in)) {
      Zigbee.take(in, network, frame);
    } else if (Lowpan.looksLike(in) && !Lowpan.isMeshLink(in)) {
      network.readable(frame);
    }
  }

  private @Nullable Network network(int pan) {
    Network known = networks.get(pan);
    if (known == null && networks.size() < MAX_NETWORKS) {
      known = new Network();
      networks.put(pan, known);
    }
    return known;
  }

  /** What protects each network, in the order in which they were first heard. */
  public List<RadioLink> links(String file) {
    return networks.values().stream().map(network -> network.link(file)).toList();
  }
}
