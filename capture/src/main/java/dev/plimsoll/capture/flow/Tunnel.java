package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.EtherType;
import dev.plimsoll.capture.link.Packet;

/**
 * The header of a tunnel: IP in IP (RFC 2003, RFC 2473, RFC 4213), GRE (RFC 2784, RFC 2890, RFC
 * 2637), VXLAN (RFC 7348), Geneve (RFC 8926) and GTP-U (3GPP TS 29.281).
 *
 * <p>The tunnels over UDP have no mark of their own, so that the port names them and the header
 * must fit; the packet inside must be one as well.
 */
final class Tunnel {
  private static final int VXLAN = 4789;
  private static final int VXLAN_LINUX = 8472;
  private static final int GENEVE = 6081;
  private static final int GTP_USER = 2152;

  private Tunnel() {}

  /** Steps over the header; the Ethernet type of what is inside, -1 where there is no tunnel. */
  static int open(Packet packet) {
    return switch (packet.protocol) {
      case IpProtocol.IPV4 -> EtherType.IPV4;
      case IpProtocol.IPV6 -> EtherType.IPV6;
      case IpProtocol.GRE -> gre(packet);
      case IpProtocol.UDP -> overUdp(packet);
      default -> Packet.NONE;
    };
  }

  private static int overUdp(Packet packet) {
    return switch (packet.receiverPort) {
      case VXLAN, VXLAN_LINUX -> vxlan(packet);
      case GENEVE -> geneve(packet);
      case GTP_USER -> gtp(packet);
      default -> packet.senderPort == GTP_USER ? gtp(packet) : Packet.NONE;
    };
  }

  private static int gre(Packet packet) {
    if (packet.left() < 4) {
      return Packet.NONE;
    }
    int flags = packet.u16(0);
    int type = packet.u16(2);
    int version = flags & 7;
    int header = 4;
    header += (flags & 0x8000) != 0 ? 4 : 0;
    header += (flags & 0x2000) != 0 ? 4 : 0;
    boolean sequence = (flags & 0x1000) != 0;
    header += sequence ? 4 : 0;
    header += version == 1 && (flags & 0x0080) != 0 ? 4 : 0;
    boolean isRouted = (flags & 0x4000) != 0;
    if (version > 1 || isRouted || packet.left() <= header) {
      return Packet.NONE;
    }
    packet.at += header;
    if (type == 0x88be || type == 0x22eb) {
      return mirror(packet, type, sequence);
    }
    return type;
  }

  /** The header of a mirrored Ethernet frame (ERSPAN): none, 8 or 12 bytes and perhaps 8 more. */
  private static int mirror(Packet packet, int type, boolean sequence) {
    int header = type == 0x22eb ? 12 : sequence ? 8 : 0;
    if (packet.left() <= header) {
      return Packet.NONE;
    }
    if (type == 0x22eb && (packet.u8(11) & 1) != 0) {
      header += 8;
    }
    packet.at += header;
    return EtherType.BRIDGED;
  }

  private static int vxlan(Packet packet) {
    if (packet.left() < 8 || packet.u8(0) != 0x08 || packet.u8(7) != 0) {
      return Packet.NONE;
    }
    packet.at += 8;
    return EtherType.BRIDGED;
  }

  private static int geneve(Packet packet) {
    if (packet.left() < 8 || packet.u8(0) >> 6 != 0) {
      return Packet.NONE;
    }
    int header = 8 + (packet.u8(0) & 0x3f) * 4;
    int type = packet.u16(2);
    if (packet.left() <= header) {
      return Packet.NONE;
    }
    packet.at += header;
    return type;
  }

  /** A user packet of GTP version 1 (TS 29.281 section 5): message 255, perhaps with extensions. */
  private static int gtp(Packet packet) {
    if (packet.left() < 12 || packet.u8(0) >> 4 != 3 || packet.u8(1) != 255) {
      return Packet.NONE;
    }
    int flags = packet.u8(0);
    int header = 8;
    if ((flags & 7) != 0) {
      header = 12;
      int next = (flags & 4) != 0 ? packet.u8(11) : 0;
      while (next != 0) {
        int length = header < packet.left() ? packet.u8(header) * 4 : 0;
        if (length == 0 || header + length > packet.left()) {
          return Packet.NONE;
        }
        next = packet.u8(header + length - 1);
        header += length;
      }
    }
    if (packet.left() <= header) {
      return Packet.NONE;
    }
    int nibble = packet.u8(header) >> 4;
    packet.at += header;
    return nibble == 4 ? EtherType.IPV4 : nibble == 6 ? EtherType.IPV6 : Packet.NONE;
  }
}
