package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.model.Reach;
import dev.plimsoll.model.observation.CaptureSummary.Station;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The senders of frames by hardware address: how many frames, which addresses, which name. Open
 * addressing; at most {@value #MAX} stations are kept apart.
 */
final class Stations {
  private static final int MAX = 1 << 16;
  private static final int MAX_ADDRESSES = 32;

  private long[] macs = new long[64];
  private @Nullable Seen[] seen = new @Nullable Seen[64];
  private int count;
  private @Nullable Seen last;

  private static final class Seen {
    final long mac;
    long frames;
    @Nullable String name;
    final List<Address> addresses = new ArrayList<>(2);

    Seen(long mac) {
      this.mac = mac;
    }
  }

  /** Counts a frame of a sender. */
  void frame(long mac) {
    if (!Packet.isStation(mac)) {
      return;
    }
    Seen one = last;
    if (one == null || one.mac != mac) {
      one = find(mac);
      last = one;
    }
    if (one != null) {
      one.frames++;
    }
  }

  /** An address of either version, as the flows number it. */
  private record Address(int version, int number) {}

  /** Notes that a station uses an address as its own. */
  void address(long mac, int version, int number) {
    Seen one = Packet.isStation(mac) ? find(mac) : null;
    if (one != null
        && one.addresses.size() < MAX_ADDRESSES
        && !has(one.addresses, version, number)) {
      one.addresses.add(new Address(version, number));
    }
  }

  /** Whether a station was seen to use an address. */
  boolean uses(long mac, int version, int number) {
    Seen one = Packet.isStation(mac) ? find(mac) : null;
    return one != null && has(one.addresses, version, number);
  }

  private static boolean has(List<Address> addresses, int version, int number) {
    for (int i = 0; i < addresses.size(); i++) {
      Address each = addresses.get(i);
      if (each.number == number && each.version == version) {
        return true;
      }
    }
    return false;
  }

  /** Notes the name that a station gives itself; the first one stays. */
  void name(long mac, String name) {
    Seen one = Packet.isStation(mac) ? find(mac) : null;
    if (one != null && one.name == null) {
      one.name = name;
    }
  }

  private @Nullable Seen find(long mac) {
    int mask = macs.length - 1;
    int slot = slot(mac, mask);
    while (macs[slot] != 0) {
      if (macs[slot] == mac) {
        return seen[slot];
      }
      slot = (slot + 1) & mask;
    }
    if (count >= MAX) {
      return null;
    }
    Seen one = new Seen(mac);
    macs[slot] = mac;
    seen[slot] = one;
    if (++count * 2 > macs.length) {
      widen();
    }
    return one;
  }

  private void widen() {
    @Nullable Seen[] old = seen;
    macs = new long[old.length * 2];
    seen = new @Nullable Seen[old.length * 2];
    int mask = macs.length - 1;
    for (Seen one : old) {
      if (one != null) {
        int slot = slot(one.mac, mask);
        while (macs[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        macs[slot] = one.mac;
        seen[slot] = one;
      }
    }
  }

  private static int slot(long mac, int mask) {
    return (int) ((mac * 0x9e3779b97f4a7c15L) >>> 40) & mask;
  }

  /** The stations that sent frames, most frames first. */
  List<Station> list(Addresses addresses) {
    List<Seen> all = new ArrayList<>();
    for (Seen one : seen) {
      if (one != null && one.frames > 0) {
        all.add(one);
      }
    }
    all.sort(Comparator.comparingLong((Seen one) -> -one.frames).thenComparingLong(one -> one.mac));
    return all.stream().map(one -> station(one, addresses)).toList();
  }

  private static Station station(Seen one, Addresses addresses) {
    List<String> texts =
        one.addresses.stream()
            .map(each -> addresses.text(each.version, each.number))
            .filter(text -> Reach.of(text) == Reach.LAN || Reach.of(text) == Reach.WAN)
            .toList();
    return new Station(Packet.macText(one.mac), texts, one.name, one.frames);
  }
}
