package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.EtherType;
import dev.plimsoll.capture.link.Packet;

/**
 * Takes IP and what tunnels through it off a packet, down to the transport of the innermost packet,
 * and hands that to the flows.
 *
 * <p>IPv4 (RFC 791), IPv6 with its extension headers (RFC 8200), fragments of both, and the tunnels
 * of {@link Tunnel}. Checksums are not looked at: captures are taken before the network card fills
 * them in.
 */
final class Network {
  private static final int MAX_TUNNELS = 8;
  private static final int MAX_EXTENSIONS = 16;

  private final Addresses addresses;
  private final FlowTable flows;
  private final Fragments fragments;

  Network(Addresses addresses, FlowTable flows) {
    this.addresses = addresses;
    this.flows = flows;
    this.fragments = new Fragments();
  }

  /** How many fragments came without the first one of their packet. */
  long orphans() {
    return fragments.orphans();
  }

  /** Takes in a packet whose network layer stands at the cursor. */
  void accept(Packet packet) {
    ip(packet, packet.type, 0);
  }

  /** Gives what is left of packets whose fragments did not all come. */
  void finish() {
    Packet late = new Packet();
    while (fragments.takeOldest(late)) {
      transport(late, late.protocol, 0);
    }
  }

  private void ip(Packet packet, int type, int depth) {
    if (depth > MAX_TUNNELS || packet.left() < 1) {
      return;
    }
    int nibble = packet.u8(0) >> 4;
    if (type == EtherType.IPV4 && nibble == 4) {
      version4(packet, depth);
    } else if (type == EtherType.IPV6 && nibble == 6) {
      version6(packet, depth);
    }
  }

  private void version4(Packet packet, int depth) {
    if (packet.left() < 20) {
      return;
    }
    int header = (packet.u8(0) & 15) * 4;
    if (header < 20 || header > packet.left()) {
      return;
    }
    limit(packet, packet.u16(2), header);
    packet.version = 4;
    packet.sender = packet.i32(12);
    packet.receiver = packet.i32(16);
    int protocol = packet.u8(9);
    int fragment = packet.u16(6);
    int id = packet.u16(4);
    packet.at += header;
    if ((fragment & 0x3fff) != 0) {
      boolean more = (fragment & 0x2000) != 0;
      fragment(packet, protocol, id, (fragment & 0x1fff) * 8, more, depth);
    } else {
      transport(packet, protocol, depth);
    }
  }

  /**
   * Cuts the packet to the length that its header gives, and says how much the capture left out.
   */
  private static void limit(Packet packet, int length, int header) {
    int end = packet.at + length;
    packet.missing = 0;
    if (length < header) {
      // Zero where the network card cuts large packets after the capture saw them.
      return;
    }
    if (end <= packet.end) {
      packet.end = end;
    } else {
      packet.missing = end - packet.end;
    }
  }

  private void version6(Packet packet, int depth) {
    if (packet.left() < 40) {
      return;
    }
    int payload = packet.u16(4);
    limit(packet, payload == 0 ? 0 : payload + 40, 40);
    packet.version = 6;
    packet.sender = addresses.number(packet.i64(8), packet.i64(16));
    packet.receiver = addresses.number(packet.i64(24), packet.i64(32));
    int next = packet.u8(6);
    packet.at += 40;
    if (packet.sender == Addresses.FULL || packet.receiver == Addresses.FULL) {
      flows.refuse();
      return;
    }
    extensions(packet, next, depth);
  }

  private void extensions(Packet packet, int first, int depth) {
    int next = first;
    for (int i = 0; i < MAX_EXTENSIONS; i++) {
      switch (next) {
        case IpProtocol.HOP_BY_HOP,
            IpProtocol.ROUTING,
            IpProtocol.DESTINATION,
            IpProtocol.MOBILITY,
            IpProtocol.HIP,
            IpProtocol.SHIM6 -> {
          if (packet.left() < 8) {
            return;
          }
          int length = (packet.u8(1) + 1) * 8;
          next = packet.u8(0);
          packet.at += length;
          if (packet.left() < 0) {
            return;
          }
        }
        case IpProtocol.FRAGMENT -> {
          if (packet.left() < 8) {
            return;
          }
          int inner = packet.u8(0);
          int offset = packet.u16(2);
          int id = packet.i32(4);
          packet.at += 8;
          if ((offset & 0xfff9) != 0) {
            fragment(packet, inner, id, offset & 0xfff8, (offset & 1) != 0, depth);
            return;
          }
          next = inner;
        }
        default -> {
          transport(packet, next, depth);
          return;
        }
      }
    }
  }

  private void fragment(Packet packet, int protocol, int id, int offset, boolean more, int depth) {
    packet.protocol = protocol;
    Packet late = new Packet();
    while (fragments.isFull() && fragments.takeOldest(late)) {
      transport(late, late.protocol, depth);
    }
    if (fragments.add(packet, id, offset, more)) {
      transport(packet, packet.protocol, depth);
    }
  }

  private void transport(Packet packet, int protocol, int depth) {
    packet.protocol = protocol;
    packet.senderPort = -1;
    packet.receiverPort = -1;
    switch (protocol) {
      case IpProtocol.TCP -> tcp(packet);
      case IpProtocol.UDP -> udp(packet, depth);
      case IpProtocol.IPV4, IpProtocol.IPV6, IpProtocol.GRE -> tunnel(packet, depth);
      default -> flows.accept(packet);
    }
  }

  private void tcp(Packet packet) {
    if (packet.left() < 14) {
      ports(packet);
      return;
    }
    packet.senderPort = packet.u16(0);
    packet.receiverPort = packet.u16(2);
    packet.sequence = packet.i32(4);
    packet.acknowledgement = packet.i32(8);
    packet.flags = packet.u8(13);
    int header = Math.max(20, (packet.u8(12) >> 4) * 4);
    int cut = Math.max(0, header - packet.left());
    packet.at += header - cut;
    packet.missing = Math.max(0, packet.missing - cut);
    flows.accept(packet);
  }

  private void udp(Packet packet, int depth) {
    if (packet.left() < 8) {
      ports(packet);
      return;
    }
    packet.senderPort = packet.u16(0);
    packet.receiverPort = packet.u16(2);
    int length = packet.u16(4);
    if (length >= 8 && length < packet.left()) {
      packet.end = packet.at + length;
      packet.missing = 0;
    }
    packet.at += 8;
    tunnel(packet, depth);
  }

  /** Counts a packet of which the capture kept little more than the ports. */
  private void ports(Packet packet) {
    if (packet.left() >= 4) {
      packet.senderPort = packet.u16(0);
      packet.receiverPort = packet.u16(2);
      packet.flags = 0;
      packet.missing += packet.left();
      packet.at = packet.end;
      flows.accept(packet);
    }
  }

  /** Looks into a tunnel; where none stands at the cursor, the packet is its own. */
  private void tunnel(Packet packet, int depth) {
    int at = packet.at;
    int vlan = packet.vlan;
    int type = Tunnel.open(packet);
    if (type >= 0 && EtherType.resolve(packet, type) && isIp(packet)) {
      ip(packet, packet.type, depth + 1);
      return;
    }
    packet.at = at;
    packet.vlan = vlan;
    flows.accept(packet);
  }

  private static boolean isIp(Packet packet) {
    if (packet.left() < 20) {
      return false;
    }
    int first = packet.u8(0);
    int header = (first & 15) * 4;
    if (packet.type == EtherType.IPV6) {
      return first >> 4 == 6 && packet.left() >= 40;
    }
    return packet.type == EtherType.IPV4
        && first >> 4 == 4
        && header >= 20
        && header <= packet.left();
  }
}
