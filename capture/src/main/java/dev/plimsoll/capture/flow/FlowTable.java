package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.recognise.Recogniser;
import dev.plimsoll.capture.recognise.Recognition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts packets into flows. Open addressing over an array of hashes, so that a flow is touched only
 * where it is the right one.
 *
 * <p>Policy: at most {@value #MAX_FLOWS} flows are kept apart, and the beginnings of undecided ones
 * take at most {@value #MAX_SHELF} bytes together; beyond that the one that waited longest is
 * decided with what it has. A TCP connection that reuses the ends of one that is over is a flow of
 * its own, unless the earlier one carried nothing. VLAN tags do not tell flows apart: where a
 * capture shows them at all, the two directions of a flow may differ in them.
 */
final class FlowTable {
  static final int MAX_FLOWS = 1 << 20;
  private static final long MAX_SHELF = 32L << 20;

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  private final Recogniser recogniser;
  private final Addresses addresses;
  private final NameHooks hooks;
  private final Shelf shelf = new Shelf();
  private List<FlowState> flows = new ArrayList<>();
  private int[] hashes = new int[1 << 10];
  private @Nullable FlowState[] slots = new @Nullable FlowState[1 << 10];
  private int used;
  private long refused;
  private long failedFrame;

  FlowTable(Recogniser recogniser, Addresses addresses, NameHooks hooks) {
    this.recogniser = recogniser;
    this.addresses = addresses;
    this.hooks = hooks;
  }

  /** What is told of packets, for names. */
  interface NameHooks {

    /** An end was seen to use an address for the first time in a flow. */
    void used(Packet packet);

    /** A datagram came from or to a port of a protocol that names things. */
    void named(Packet packet);

    /** What the client would call the server; null where it never asked. */
    @Nullable String name(int version, int client, int server);
  }

  /** How many packets found no place in the table. */
  long refused() {
    return refused;
  }

  /** First frame of the first flow on which recognition failed; 0 where it never did. */
  long failedFrame() {
    return failedFrame;
  }

  void refuse() {
    refused++;
  }

  /** Takes in a packet whose transport payload stands at the cursor. */
  void accept(Packet packet) {
    int hash = hash(packet);
    int mask = slots.length - 1;
    int slot = hash & mask;
    FlowState flow = slots[slot];
    while (flow != null && !(hashes[slot] == hash && flow.isOf(packet))) {
      slot = (slot + 1) & mask;
      flow = slots[slot];
    }
    boolean isTcp = packet.protocol == IpProtocol.TCP;
    if (flow == null || (isTcp && (packet.flags & (SYN | ACK)) == SYN && isReuse(flow, packet))) {
      if (flows.size() >= MAX_FLOWS) {
        refused++;
        return;
      }
      used += flow == null ? 1 : 0;
      flow = open(packet);
      slots[slot] = flow;
      hashes[slot] = hash;
      if (used * 2 > slots.length) {
        widen();
      }
    }
    boolean fromA = flow.isFromA(packet);
    boolean isFirst = flow.packets == 0 || (!fromA && !flow.isHeardFromB());
    flow.count(packet, fromA);
    if (isFirst) {
      hooks.used(packet);
    }
    if (isTcp) {
      segment(flow, packet, fromA);
    } else {
      datagram(flow, packet, fromA);
    }
  }

  private FlowState open(Packet packet) {
    FlowState flow = new FlowState(packet);
    flow.name = hooks.name(packet.version, packet.sender, packet.receiver);
    flows.add(flow);
    return flow;
  }

  /** Whether a SYN opens another connection between the ends of this one. */
  private static boolean isReuse(FlowState flow, Packet packet) {
    boolean fromA = flow.isFromA(packet);
    boolean isOther = !flow.hasBase(fromA) || flow.base(fromA) != packet.sequence + 1;
    return isOther && flow.payload > 0 && (flow.hasEnded() || !flow.hasSyn());
  }

  private void segment(FlowState flow, Packet packet, boolean fromA) {
    int flags = packet.flags;
    if ((flags & SYN) != 0) {
      synchronise(flow, packet, fromA);
    }
    if ((flags & (FIN | RST)) != 0) {
      flow.end();
    }
    if (packet.left() == 0 || flow.isDone() || (flags & RST) != 0) {
      return;
    }
    int sequence = packet.sequence + ((flags & SYN) != 0 ? 1 : 0);
    if (!flow.hasBase(fromA)) {
      flow.base(fromA, sequence);
    }
    Beginning beginning = beginning(flow);
    if (beginning.segment(packet, fromA, sequence - flow.base(fromA))) {
      grown(beginning);
    }
  }

  private void synchronise(FlowState flow, Packet packet, boolean fromA) {
    int first = packet.sequence + 1;
    boolean isAnswer = (packet.flags & ACK) != 0;
    if (flow.hasBase(fromA) && flow.base(fromA) != first) {
      if (flow.payload > 0) {
        return;
      }
      flow.restart();
    }
    flow.base(fromA, first);
    if (!isAnswer) {
      flow.openedBy(fromA);
    } else if (!flow.hasSyn()) {
      flow.openedBy(!fromA);
      flow.base(!fromA, packet.acknowledgement);
      flow.name = hooks.name(flow.version(), flow.address(!fromA), flow.address(fromA));
    }
  }

  private void datagram(FlowState flow, Packet packet, boolean fromA) {
    if (packet.protocol == IpProtocol.UDP) {
      hooks.named(packet);
    }
    if (packet.left() == 0 || flow.isDone()) {
      return;
    }
    Beginning beginning = beginning(flow);
    beginning.datagram(packet, fromA);
    grown(beginning);
  }

  private Beginning beginning(FlowState flow) {
    Beginning beginning = flow.beginning;
    if (beginning == null) {
      beginning = new Beginning(flow, addresses);
      flow.beginning = beginning;
    }
    return beginning;
  }

  private void grown(Beginning beginning) {
    shelf.touch(beginning);
    if (beginning.isFull()) {
      decide(beginning, true);
    } else if (beginning.isDue()) {
      decide(beginning, false);
    }
    while (shelf.size() > MAX_SHELF) {
      Beginning oldest = shelf.oldest();
      if (oldest == null) {
        return;
      }
      decide(oldest, true);
    }
  }

  private void decide(Beginning beginning, boolean complete) {
    if (complete) {
      beginning.close();
    }
    FlowState flow = beginning.flow;
    try {
      flow.recognition = recogniser.recognise(beginning);
    } catch (RuntimeException e) {
      // A flow that cannot be recognised must not end the reading of all others.
      failedFrame = failedFrame == 0 ? flow.firstFrame : failedFrame;
      flow.recognition = Recognition.UNKNOWN;
    }
    if (complete || flow.recognition.settled()) {
      shelf.remove(beginning);
      flow.done();
    }
  }

  /**
   * Decides all flows that are still open, and gives all flows in the order of their first frame.
   */
  FlowState[] finish() {
    for (Beginning one = shelf.oldest(); one != null; one = shelf.oldest()) {
      decide(one, true);
    }
    FlowState[] all = flows.toArray(FlowState[]::new);
    flows = new ArrayList<>();
    hashes = new int[1];
    slots = new @Nullable FlowState[1];
    for (int i = 1; i < all.length; i++) {
      if (all[i].firstFrame < all[i - 1].firstFrame) {
        // Fragments that waited for others came late.
        Arrays.sort(all, Comparator.comparingLong(flow -> flow.firstFrame));
        break;
      }
    }
    return all;
  }

  private void widen() {
    int length = slots.length * 2;
    int[] widerHashes = new int[length];
    @Nullable FlowState[] wider = new @Nullable FlowState[length];
    for (int i = 0; i < slots.length; i++) {
      FlowState flow = slots[i];
      if (flow == null) {
        continue;
      }
      int slot = hashes[i] & (length - 1);
      while (wider[slot] != null) {
        slot = (slot + 1) & (length - 1);
      }
      wider[slot] = flow;
      widerHashes[slot] = hashes[i];
    }
    slots = wider;
    hashes = widerHashes;
  }

  /** The same for both directions. */
  private static int hash(Packet packet) {
    long ends = end(packet.sender, packet.senderPort) + end(packet.receiver, packet.receiverPort);
    long hash = (ends ^ packet.protocol) * 0x94d049bb133111ebL;
    return (int) (hash >>> 32);
  }

  private static long end(int address, int port) {
    long value = ((long) address << 16 ^ (port & 0xffff)) * 0x9e3779b97f4a7c15L;
    return value ^ value >>> 29;
  }
}
