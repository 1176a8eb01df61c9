package dev.plimsoll.capture.link;

/** Ethernet types (IEEE 802 numbers of IANA) and the layers between link and network. */
public final class EtherType {
  public static final int IPV4 = 0x0800;
  public static final int ARP = 0x0806;
  public static final int IPV6 = 0x86dd;

  /** An Ethernet frame inside another layer. */
  public static final int BRIDGED = 0x6558;

  /** PPP inside another layer, as in GRE (RFC 2637). */
  public static final int PPP = 0x880b;

  private static final int MAX_LAYERS = 8;
  private static final int FIRST_TYPE = 0x600;

  private EtherType() {}

  /**
   * Takes off VLAN tags (IEEE 802.1Q and 802.1ad), MPLS labels (RFC 3032), PPPoE (RFC 2516), LLC
   * and SNAP until a network layer stands at the cursor.
   *
   * @return whether one does; {@link Packet#type} says which
   */
  public static boolean resolve(Packet packet, int type) {
    int next = type;
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      switch (next) {
        case IPV4, IPV6, ARP -> {
          packet.type = next;
          return true;
        }
        case 0x8100, 0x88a8, 0x9100, 0x9200 -> next = vlan(packet);
        case 0x8847, 0x8848 -> next = mpls(packet);
        case 0x8864 -> next = pppoe(packet);
        case PPP -> next = ppp(packet);
        case BRIDGED -> next = ethernet(packet, false);
        default -> next = next >= 0 && next < FIRST_TYPE ? llc(packet) : Packet.NONE;
      }
      if (next < 0) {
        return false;
      }
    }
    return false;
  }

  /** Takes off an Ethernet header; -1 where there is none. */
  static int ethernet(Packet packet, boolean outermost) {
    if (packet.left() < 14) {
      return Packet.NONE;
    }
    if (outermost) {
      packet.destination = packet.mac(0);
      packet.source = packet.mac(6);
    }
    int type = packet.u16(12);
    packet.at += 14;
    return type;
  }

  private static int vlan(Packet packet) {
    if (packet.left() < 4) {
      return Packet.NONE;
    }
    if (packet.vlan == Packet.NONE) {
      packet.vlan = packet.u16(0) & 0xfff;
    }
    int type = packet.u16(2);
    packet.at += 4;
    return type;
  }

  private static int mpls(Packet packet) {
    boolean bottom = false;
    while (!bottom) {
      if (packet.left() < 5) {
        return Packet.NONE;
      }
      bottom = (packet.u8(2) & 1) != 0;
      packet.at += 4;
    }
    int nibble = packet.u8(0) >> 4;
    if (nibble == 0) {
      // A pseudowire carries its control word (RFC 4385) and then, most often, Ethernet.
      packet.at += 4;
      return BRIDGED;
    }
    return ofNibble(nibble);
  }

  private static int pppoe(Packet packet) {
    if (packet.left() < 8 || packet.u16(0) != 0x1100) {
      return Packet.NONE;
    }
    packet.at += 6;
    return ppp(packet);
  }

  /** Takes off a PPP header (RFC 1661), with or without its address, long or short. */
  static int ppp(Packet packet) {
    if (packet.left() >= 2 && packet.u16(0) == 0xff03) {
      packet.at += 2;
    }
    if (packet.left() < 2) {
      return Packet.NONE;
    }
    int protocol = packet.u8(0);
    if ((protocol & 1) != 0) {
      packet.at += 1;
    } else {
      protocol = packet.u16(0);
      packet.at += 2;
    }
    return switch (protocol) {
      case 0x0021 -> IPV4;
      case 0x0057 -> IPV6;
      case 0x0281 -> 0x8847;
      default -> Packet.NONE;
    };
  }

  /** Takes off an LLC header (IEEE 802.2), and SNAP behind it. */
  static int llc(Packet packet) {
    if (packet.left() < 8) {
      return Packet.NONE;
    }
    int service = packet.u16(0);
    if (service == 0xaaaa && packet.u8(2) == 3) {
      int type = packet.u16(6);
      packet.at += 8;
      return type < FIRST_TYPE ? Packet.NONE : type;
    }
    if (service == 0x0606 && packet.u8(2) == 3) {
      packet.at += 3;
      return IPV4;
    }
    return Packet.NONE;
  }

  /** The type of what begins with an IP header; -1 where it does not. */
  static int ofNibble(int nibble) {
    return nibble == 4 ? IPV4 : nibble == 6 ? IPV6 : Packet.NONE;
  }
}
