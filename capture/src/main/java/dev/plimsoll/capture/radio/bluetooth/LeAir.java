package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.capture.link.Packet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packets of the LE link layer as a sniffer hears them (Core Specification, Vol 6 Part B). */
final class LeAir {
  private static final int ADVERTISING = 0x8e89bed6;
  private static final int CONNECT = 5;
  private static final int ENCRYPTION_REQUEST = 0x03;
  private static final int ENCRYPTION_RESPONSE = 0x04;
  private static final int START_REQUEST = 0x05;
  private static final int TERMINATE = 0x02;
  private static final int REJECT = 0x0d;
  private static final int REJECT_EXTENDED = 0x11;
  private static final int CRC = 3;
  private static final int MIC = 4;

  private final Ledger ledger;
  private final Map<Integer, Connection> connections = new LinkedHashMap<>();

  LeAir(Ledger ledger) {
    this.ledger = ledger;
  }

  /** One connection, and how far it is on the way to encryption. */
  private static final class Connection {
    final LeLink link;
    boolean asked;
    boolean encrypted;

    Connection(LeLink link) {
      this.link = link;
    }
  }

  /**
   * Takes one packet from its access address on.
   *
   * @param decrypted whether the sniffer has taken off the encryption
   */
  void take(Octets in, boolean decrypted, long frame) {
    if (in.left() < 6 + CRC) {
      return;
    }
    int access = in.low32(0);
    int head = in.u8(4);
    int length = in.u8(5);
    in.skip(6);
    if (length > in.left()) {
      return;
    }
    in.limit(length);
    if (access == ADVERTISING) {
      advertising(in, head, frame);
    } else {
      data(in, access, head, decrypted, frame);
    }
  }

  private void advertising(Octets in, int head, long frame) {
    ledger.advertises();
    if ((head & 15) == CONNECT && in.left() == 34) {
      List<String> ends = List.of(Packet.macText(in.low48(0)), Packet.macText(in.low48(6)));
      int access = in.low32(12);
      if (connections.size() < Ledger.MAX || connections.containsKey(access)) {
        connections.put(access, new Connection(ledger.leLink(ends, true, frame)));
      }
    }
  }

  private void data(Octets in, int access, int head, boolean decrypted, long frame) {
    int kind = head & 3;
    if (in.left() == 0 || kind == 0) {
      return;
    }
    Connection on = connections.get(access);
    if (on == null) {
      boolean begins =
          kind == 3
              ? isControl(in)
              : kind == 2 && in.left() >= 5 && in.low16(0) == in.left() - 4 && in.low16(2) <= 6;
      if (!begins || connections.size() >= Ledger.MAX) {
        return;
      }
      on = new Connection(ledger.leLink(List.of(), true, frame));
      connections.put(access, on);
    }
    if (on.encrypted && decrypted && in.left() > MIC) {
      in.limit(in.left() - MIC);
    }
    if (kind == 3) {
      control(in, on, decrypted, frame);
    } else if (kind == 2 && (!on.encrypted || decrypted)) {
      on.link.message(in, frame);
    }
  }

  private static boolean isControl(Octets in) {
    return switch (in.u8(0)) {
      case ENCRYPTION_REQUEST -> in.left() == 23;
      case ENCRYPTION_RESPONSE -> in.left() == 13;
      case START_REQUEST -> in.left() == 1;
      default -> false;
    };
  }

  private void control(Octets in, Connection on, boolean decrypted, long frame) {
    if (on.encrypted && !decrypted) {
      return;
    }
    int code = in.u8(0);
    int length = in.left();
    if (code == ENCRYPTION_REQUEST && length == 23) {
      on.asked = true;
    } else if (code == START_REQUEST && length == 1 && !on.encrypted) {
      // What follows is encrypted in both directions, until it is paused.
      on.encrypted = true;
      on.link.encrypted(frame, false);
    } else if (on.asked && isReject(code, length)) {
      on.asked = false;
      on.link.refused(in.u8(length - 1), frame);
    } else if (code == TERMINATE && length == 2) {
      on.asked = false;
    }
  }

  private static boolean isReject(int code, int length) {
    return (code == REJECT && length == 2) || (code == REJECT_EXTENDED && length == 3);
  }
}
