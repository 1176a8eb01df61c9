package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.recognise.Recognition;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one flow: some 150 bytes, and its beginning as long as that is undecided. End A
 * is the one whose packet was seen first.
 */
final class FlowState {
  private static final int SYN_A = 1;
  private static final int SYN_B = 1 << 1;
  private static final int BASE_A = 1 << 2;
  private static final int BASE_B = 1 << 3;
  private static final int ENDED = 1 << 4;
  private static final int CLIENT_B = 1 << 5;
  private static final int DONE = 1 << 6;
  private static final int CONFLICT = 1 << 7;
  private static final int VERSION_6 = 1 << 8;
  private static final int HEARD_B = 1 << 9;

  final int addressA;
  final int addressB;
  private final char portA;
  private final char portB;
  final short protocol;
  final short vlan;
  private int bits;
  private int baseA;
  private int baseB;
  long macA = Packet.NONE;
  long macB = Packet.NONE;
  long packets;
  long bytes;
  long payload;
  final long firstFrame;
  long lastFrame;
  final long firstMicros;
  long lastMicros;
  @Nullable Beginning beginning;
  @Nullable String name;
  Recognition recognition = Recognition.UNKNOWN;

  FlowState(Packet packet) {
    addressA = packet.sender;
    addressB = packet.receiver;
    portA = (char) packet.senderPort;
    portB = (char) packet.receiverPort;
    protocol = (short) packet.protocol;
    vlan = (short) packet.vlan;
    bits = packet.version == 6 ? VERSION_6 : 0;
    firstFrame = packet.number;
    firstMicros = packet.micros;
    lastMicros = packet.micros;
    macB = Packet.isStation(packet.destination) ? packet.destination : Packet.NONE;
  }

  boolean isOf(Packet packet) {
    return protocol == packet.protocol
        && version() == packet.version
        && (isFromA(packet)
            || (addressA == packet.receiver
                && addressB == packet.sender
                && portA == (char) packet.receiverPort
                && portB == (char) packet.senderPort));
  }

  boolean isFromA(Packet packet) {
    return addressA == packet.sender
        && addressB == packet.receiver
        && portA == (char) packet.senderPort
        && portB == (char) packet.receiverPort;
  }

  void count(Packet packet, boolean fromA) {
    packets += packet.frames;
    bytes += packet.frameBytes;
    payload += packet.left() + (long) packet.missing;
    lastFrame = Math.max(lastFrame, packet.number);
    lastMicros = Math.max(lastMicros, packet.micros);
    if (packet.conflict) {
      bits |= CONFLICT;
    }
    if (fromA) {
      if (macA == Packet.NONE) {
        macA = packet.source;
      }
    } else if ((bits & HEARD_B) == 0) {
      // The sender itself is better known by its own frames than as the receiver of others.
      macB = packet.source;
      bits |= HEARD_B;
    }
  }

  boolean isHeardFromB() {
    return (bits & HEARD_B) != 0;
  }

  int version() {
    return (bits & VERSION_6) != 0 ? 6 : 4;
  }

  private boolean hasPorts() {
    return protocol == IpProtocol.TCP || protocol == IpProtocol.UDP;
  }

  /** Port of an end; -1 where the transport has none. */
  int port(boolean a) {
    return hasPorts() ? (a ? portA : portB) : -1;
  }

  int address(boolean a) {
    return a ? addressA : addressB;
  }

  long mac(boolean a) {
    return a ? macA : macB;
  }

  boolean isClientA() {
    return (bits & CLIENT_B) == 0;
  }

  boolean hasSyn() {
    return (bits & (SYN_A | SYN_B)) != 0;
  }

  boolean hasBase(boolean a) {
    return (bits & (a ? BASE_A : BASE_B)) != 0;
  }

  int base(boolean a) {
    return a ? baseA : baseB;
  }

  /** Sets the sequence number of the first byte of a direction. */
  void base(boolean a, int sequence) {
    if (a) {
      baseA = sequence;
      bits |= BASE_A;
    } else {
      baseB = sequence;
      bits |= BASE_B;
    }
  }

  /** Notes which end opened the connection. */
  void openedBy(boolean a) {
    bits |= a ? SYN_A : SYN_B;
    bits = a ? bits & ~CLIENT_B : bits | CLIENT_B;
  }

  /** Forgets an attempt to connect that carried nothing. */
  void restart() {
    bits &= ~(SYN_A | SYN_B | BASE_A | BASE_B | ENDED | CLIENT_B);
  }

  boolean hasEnded() {
    return (bits & ENDED) != 0;
  }

  void end() {
    bits |= ENDED;
  }

  /** Whether nothing more is to be kept of it. */
  boolean isDone() {
    return (bits & DONE) != 0;
  }

  void done() {
    bits |= DONE;
    beginning = null;
  }

  boolean hasConflict() {
    return (bits & CONFLICT) != 0;
  }

  void conflict() {
    bits |= CONFLICT;
  }
}
