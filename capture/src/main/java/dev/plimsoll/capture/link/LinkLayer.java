package dev.plimsoll.capture.link;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.LinkType;

/** Takes the link layer off a frame. */
public final class LinkLayer {
  private LinkLayer() {}

  /**
   * Puts the cursor on the network layer of a frame.
   *
   * @return whether there is one; the hardware addresses are set in any case where the link has
   *     them
   */
  public static boolean open(Frame frame, Packet packet) {
    packet.number = frame.number;
    packet.micros = frame.micros;
    packet.frames = 1;
    packet.frameBytes = frame.captured;
    packet.data = frame.data;
    packet.at = frame.offset;
    packet.end = frame.offset + frame.captured;
    packet.source = Packet.NONE;
    packet.destination = Packet.NONE;
    packet.vlan = Packet.NONE;
    packet.conflict = false;
    int type =
        frame.link == LinkType.ETHERNET
            ? EtherType.ethernet(packet, true)
            : other(packet, frame.link);
    return type >= 0 && EtherType.resolve(packet, type);
  }

  private static int other(Packet packet, int link) {
    return switch (link) {
      case LinkType.NULL, LinkType.LOOP -> behind(packet, 4);
      case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 ->
          behind(packet, 0);
      case LinkType.ENC -> behind(packet, 12);
      case LinkType.PPP, LinkType.PPP_HDLC -> pppOrHdlc(packet);
      case LinkType.PPP_ETHER -> 0x8864;
      case LinkType.CISCO_HDLC -> typeAt(packet, 2, 4);
      case LinkType.LINUX_COOKED -> cooked(packet);
      case LinkType.LINUX_COOKED_2 -> cooked2(packet);
      case LinkType.NFLOG -> netfilter(packet);
      case LinkType.WIFI,
          LinkType.WIFI_RADIOTAP,
          LinkType.WIFI_PRISM,
          LinkType.WIFI_AVS,
          LinkType.PPI ->
          Wifi.open(packet, link);
      default -> Packet.NONE;
    };
  }

  private static int behind(Packet packet, int header) {
    if (packet.left() <= header) {
      return Packet.NONE;
    }
    packet.at += header;
    return EtherType.ofNibble(packet.u8(0) >> 4);
  }

  private static int typeAt(Packet packet, int from, int header) {
    if (packet.left() < header) {
      return Packet.NONE;
    }
    int type = packet.u16(from);
    packet.at += header;
    return type;
  }

  /** Takes off a PPP header, or that of Cisco HDLC, which captures of PPP hold as well. */
  private static int pppOrHdlc(Packet packet) {
    if (packet.left() < 4) {
      return Packet.NONE;
    }
    int address = packet.u8(0);
    return address == 0x0f || address == 0x8f ? typeAt(packet, 2, 4) : EtherType.ppp(packet);
  }

  private static int cooked(Packet packet) {
    if (packet.left() < 16) {
      return Packet.NONE;
    }
    if (packet.u16(4) == 6) {
      packet.source = packet.mac(6);
    }
    return typeAt(packet, 14, 16);
  }

  private static int cooked2(Packet packet) {
    if (packet.left() < 20) {
      return Packet.NONE;
    }
    if (packet.u8(11) == 6) {
      packet.source = packet.mac(12);
    }
    return typeAt(packet, 0, 20);
  }

  /** Takes off the attributes of a netfilter log record: native order, the packet in number 9. */
  private static int netfilter(Packet packet) {
    int at = 4;
    while (at + 4 <= packet.left()) {
      int length = packet.u8(at) | packet.u8(at + 1) << 8;
      int attribute = packet.u8(at + 2) | packet.u8(at + 3) << 8;
      if (length < 4) {
        return Packet.NONE;
      }
      if ((attribute & 0x7fff) == 9) {
        return behind(packet, at + 4);
      }
      at += (length + 3) & ~3;
    }
    return Packet.NONE;
  }
}
