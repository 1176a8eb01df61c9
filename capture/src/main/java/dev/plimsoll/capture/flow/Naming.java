package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.file.Words;
import dev.plimsoll.capture.link.EtherType;
import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.name.DhcpMessage;
import dev.plimsoll.capture.name.DnsAnswers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is who: the names of servers by the DNS answers that each client has had so far, and the
 * addresses and names of the stations of the local link by ARP, neighbour discovery, DHCP and
 * multicast DNS.
 */
final class Naming implements FlowTable.NameHooks {
  private static final int DNS = 53;
  private static final int MULTICAST_DNS = 5353;
  private static final int DHCP_SERVER = 67;
  private static final int DHCP_CLIENT = 68;
  private static final int NEIGHBOUR_ADVERTISEMENT = 136;
  private static final int MAX_ANSWERS = 1 << 17;

  private final Addresses addresses;
  private final Stations stations;
  private final Map<Asked, String> answers = new HashMap<>();
  private boolean hasAnnounced;

  Naming(Addresses addresses, Stations stations) {
    this.addresses = addresses;
    this.stations = stations;
  }

  /** Who asked, and an address that was the answer; a client of 0 stands for everybody. */
  private record Asked(int client, int clientVersion, int server, int serverVersion) {

    /** Spreads what the sums of a record's own would pile up. */
    @Override
    public int hashCode() {
      long hash = (client * 0x9e3779b97f4a7c15L ^ server) * 0x94d049bb133111ebL;
      return (int) (hash >>> 32);
    }
  }

  @Override
  public void used(Packet packet) {
    if (addresses.isLocal(packet.version, packet.sender)) {
      stations.address(packet.source, packet.version, packet.sender);
    }
    if (packet.protocol == IpProtocol.ICMPV6
        && packet.left() >= 24
        && packet.u8(0) == NEIGHBOUR_ADVERTISEMENT) {
      int own = addresses.number(packet.i64(8), packet.i64(16));
      if (own != Addresses.FULL) {
        stations.address(packet.source, 6, own);
      }
    }
  }

  /** Takes in an ARP packet (RFC 826), which stands at the cursor. */
  void arp(Packet packet) {
    boolean isIp =
        packet.left() >= 28 && packet.u16(2) == EtherType.IPV4 && packet.u16(4) == 0x0604;
    if (isIp && packet.i32(14) != 0) {
      stations.address(packet.mac(8), 4, packet.i32(14));
    }
  }

  @Override
  public @Nullable String name(int version, int client, int server) {
    if (answers.isEmpty()) {
      return null;
    }
    String name = answers.get(new Asked(client, version, server, version));
    return name != null || !hasAnnounced ? name : answers.get(new Asked(0, 0, server, version));
  }

  @Override
  public void named(Packet packet) {
    if (packet.senderPort == DNS) {
      answer(packet, packet.receiver, packet.version);
    } else if (packet.senderPort == MULTICAST_DNS) {
      answer(packet, 0, 0);
    } else if (packet.receiverPort == DHCP_SERVER || packet.receiverPort == DHCP_CLIENT) {
      dhcp(packet);
    }
  }

  private void answer(Packet packet, int client, int clientVersion) {
    DnsAnswers.read(
        packet.data,
        packet.at,
        packet.end,
        (name, data, at, length) -> {
          int version = length == 4 ? 4 : 6;
          int server =
              version == 4
                  ? Words.i32(data, at, true)
                  : addresses.number(Words.i64(data, at, true), Words.i64(data, at + 8, true));
          if (server == Addresses.FULL && version == 6) {
            return;
          }
          if (answers.size() < MAX_ANSWERS) {
            answers.put(new Asked(client, clientVersion, server, version), name);
          }
          if (clientVersion == 0) {
            hasAnnounced = true;
            station(packet, name, version, server);
          }
        });
  }

  /** A station that announces its own address by multicast tells its name. */
  private void station(Packet packet, String name, int version, int address) {
    boolean isOwn =
        (version == packet.version && address == packet.sender)
            || stations.uses(packet.source, version, address);
    if (isOwn) {
      stations.name(packet.source, name);
    }
  }

  private void dhcp(Packet packet) {
    DhcpMessage message = DhcpMessage.read(packet.data, packet.at, packet.end);
    if (message == null) {
      return;
    }
    String name = message.hostName();
    if (name != null) {
      stations.name(message.mac(), name);
    }
    if (message.address() != 0) {
      stations.address(message.mac(), 4, message.address());
    }
  }
}
