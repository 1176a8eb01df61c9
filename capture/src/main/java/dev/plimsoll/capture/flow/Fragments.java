package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.Packet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Puts fragments of IP packets together (RFC 791 section 3.2, RFC 8200 section 4.5).
 *
 * <p>At most 64 packets wait at a time; the oldest is given up for a new one, with what it has from
 * its first byte on. The first copy of a byte wins, and a later one that differs is noted.
 */
final class Fragments {
  private static final int MAX_WAITING = 64;
  private static final int MAX_LENGTH = 65535;
  private static final long MAX_WAIT_MICROS = 60_000_000L;
  private static final int UNIT = 8;

  private final List<Waiting> waiting = new ArrayList<>();
  private long orphans;

  /** How many fragments came without the first one of their packet. */
  long orphans() {
    return orphans;
  }

  boolean isFull() {
    return waiting.size() >= MAX_WAITING;
  }

  /**
   * Adds a fragment whose data stands at the cursor.
   *
   * @param offset where its data belongs in the packet, in bytes
   * @param more whether others follow it
   * @return whether the packet is whole: the cursor then stands on it
   */
  boolean add(Packet packet, int id, int offset, boolean more) {
    Waiting one = find(packet, id);
    int length = packet.left();
    if (offset + length > MAX_LENGTH) {
      length = MAX_LENGTH - offset;
    }
    one.take(packet, offset, length, more);
    if (!one.isWhole()) {
      return false;
    }
    waiting.remove(one);
    one.give(packet);
    return true;
  }

  /** Gives the oldest packet that has its beginning as far as it came; false where none waits. */
  boolean takeOldest(Packet into) {
    while (!waiting.isEmpty()) {
      Waiting one = waiting.removeFirst();
      if (one.units.get(0)) {
        one.give(into);
        return true;
      }
      orphans += one.frames;
    }
    return false;
  }

  private Waiting find(Packet packet, int id) {
    for (int i = 0; i < waiting.size(); i++) {
      Waiting one = waiting.get(i);
      if (one.isOf(packet, id)) {
        if (packet.micros - one.micros <= MAX_WAIT_MICROS) {
          return one;
        }
        orphans += one.frames;
        waiting.remove(i);
        break;
      }
    }
    Waiting one = new Waiting(packet, id);
    waiting.add(one);
    return one;
  }

  /** A packet of which fragments have come. */
  private static final class Waiting {
    private final int id;
    private final int version;
    private final int protocol;
    private final int sender;
    private final int receiver;
    private final int vlan;
    private final long number;
    private final long micros;
    private final long source;
    private final long destination;
    private final BitSet units = new BitSet();
    private byte[] bytes = new byte[2048];
    private int filled;
    private int total = -1;
    private int frames;
    private long frameBytes;
    private boolean conflict;

    Waiting(Packet packet, int id) {
      this.id = id;
      version = packet.version;
      protocol = packet.protocol;
      sender = packet.sender;
      receiver = packet.receiver;
      vlan = packet.vlan;
      number = packet.number;
      micros = packet.micros;
      source = packet.source;
      destination = packet.destination;
    }

    boolean isOf(Packet packet, int other) {
      return id == other
          && sender == packet.sender
          && receiver == packet.receiver
          && protocol == packet.protocol
          && version == packet.version
          && vlan == packet.vlan;
    }

    void take(Packet packet, int offset, int length, boolean more) {
      frames++;
      frameBytes += packet.frameBytes;
      int end = offset + length;
      if (!more && total < 0) {
        total = Math.min(MAX_LENGTH, end + packet.missing);
      }
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(MAX_LENGTH, Math.max(end, bytes.length * 2)));
      }
      for (int at = offset; at < end; at += UNIT) {
        unit(packet, at, packet.at + at - offset, Math.min(UNIT, end - at));
      }
      filled = Math.max(filled, end);
    }

    private void unit(Packet packet, int to, int from, int count) {
      int unit = to / UNIT;
      if (!units.get(unit)) {
        System.arraycopy(packet.data, from, bytes, to, count);
        units.set(unit);
      } else if (to + count <= filled) {
        conflict |= !Arrays.equals(bytes, to, to + count, packet.data, from, from + count);
      }
    }

    boolean isWhole() {
      return total >= 0 && filled >= total && units.nextClearBit(0) * UNIT >= total;
    }

    void give(Packet packet) {
      int known = Math.min(filled, units.nextClearBit(0) * UNIT);
      packet.number = number;
      packet.micros = micros;
      packet.frames = frames;
      packet.frameBytes = frameBytes;
      packet.source = source;
      packet.destination = destination;
      packet.vlan = vlan;
      packet.version = version;
      packet.protocol = protocol;
      packet.sender = sender;
      packet.receiver = receiver;
      packet.data = bytes;
      packet.at = 0;
      packet.end = total >= 0 ? Math.min(known, total) : known;
      packet.missing = Math.max(0, Math.max(total, filled) - packet.end);
      packet.conflict = conflict;
    }
  }
}
