package dev.plimsoll.capture.link;

import dev.plimsoll.capture.file.LinkType;

/**
 * Takes the headers of IEEE 802.11 off a frame, and those that a receiver puts before it. Only data
 * frames that the radio does not protect hold a network layer that can be read.
 */
final class Wifi {
  private static final int MAX_HEADERS = 4;

  private Wifi() {}

  static int open(Packet packet, int link) {
    int inner = link;
    boolean padded = false;
    for (int i = 0; i < MAX_HEADERS && inner != LinkType.WIFI; i++) {
      int length = headerLength(packet, inner);
      if (length <= 0 || length > packet.left()) {
        return Packet.NONE;
      }
      int next = inner == LinkType.PPI ? little32(packet, 4) : LinkType.WIFI;
      padded |= inner == LinkType.WIFI_RADIOTAP && isPadded(packet);
      packet.at += length;
      inner = next;
      if (inner == LinkType.ETHERNET) {
        return EtherType.ethernet(packet, true);
      }
    }
    return inner == LinkType.WIFI ? data(packet, padded) : Packet.NONE;
  }

  private static int headerLength(Packet packet, int link) {
    if (packet.left() < 8) {
      return Packet.NONE;
    }
    return switch (link) {
      case LinkType.WIFI_RADIOTAP, LinkType.PPI -> packet.u8(2) | packet.u8(3) << 8;
      case LinkType.WIFI_AVS -> packet.i32(4);
      case LinkType.WIFI_PRISM ->
          (packet.i32(0) & 0xfffff000) == 0x80211000 ? packet.i32(4) : little32(packet, 4);
      default -> Packet.NONE;
    };
  }

  /** Whether the radiotap flags say that the header is padded to four bytes. */
  private static boolean isPadded(Packet packet) {
    int at = 4;
    int present = little32(packet, at);
    int first = present;
    while (present < 0) {
      at += 4;
      if (at + 4 > packet.left()) {
        return false;
      }
      present = little32(packet, at);
    }
    at += 4;
    if ((first & 1) != 0) {
      at = ((at + 7) & ~7) + 8;
    }
    return (first & 2) != 0 && at < packet.left() && (packet.u8(at) & 0x20) != 0;
  }

  private static int data(Packet packet, boolean padded) {
    if (packet.left() < 24) {
      return Packet.NONE;
    }
    int control = packet.u8(0);
    int flags = packet.u8(1);
    if ((control & 0x0c) > 0x08 || (control & 0x0c) == 0x04) {
      // Control frames have no address of a sender at this place.
      return Packet.NONE;
    }
    addresses(packet, flags);
    boolean isData = (control & 0x0c) == 0x08 && (control & 0x40) == 0;
    boolean isWhole = (flags & 0x04) == 0 && (packet.u8(22) & 0x0f) == 0;
    boolean isOpen = (flags & 0x40) == 0;
    if (!isData || !isOpen || !isWhole) {
      return Packet.NONE;
    }
    int header = (flags & 3) == 3 ? 30 : 24;
    boolean aggregate = false;
    if ((control & 0x80) != 0) {
      if (packet.left() < header + 2) {
        return Packet.NONE;
      }
      aggregate = (packet.u8(header) & 0x80) != 0;
      header += (flags & 0x80) != 0 ? 6 : 2;
    }
    header = padded ? (header + 3) & ~3 : header;
    // Of an aggregate the first part is read: its own header of 14 bytes stands before it.
    header += aggregate ? 14 : 0;
    if (packet.left() <= header) {
      return Packet.NONE;
    }
    packet.at += header;
    return EtherType.llc(packet);
  }

  private static void addresses(Packet packet, int flags) {
    boolean toSystem = (flags & 1) != 0;
    boolean fromSystem = (flags & 2) != 0;
    packet.destination = toSystem ? packet.mac(16) : packet.mac(4);
    if (!fromSystem) {
      packet.source = packet.mac(10);
    } else if (!toSystem) {
      packet.source = packet.mac(16);
    } else if (packet.left() >= 30) {
      packet.source = packet.mac(24);
    }
  }

  private static int little32(Packet packet, int from) {
    return Integer.reverseBytes(packet.i32(from));
  }
}
