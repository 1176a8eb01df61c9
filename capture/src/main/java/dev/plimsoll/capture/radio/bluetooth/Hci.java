package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.radio.bluetooth.AssociationModel.Features;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What passes between a host and its Bluetooth controller: commands, events and data (Core
 * Specification, Vol 4 Part E).
 */
final class Hci {
  static final int COMMAND = 1;
  static final int DATA = 2;
  static final int EVENT = 4;

  private final Ledger ledger;
  private final Map<Integer, LeLink> leLinks = new HashMap<>();
  private final Map<Integer, Long> bredrLinks = new HashMap<>();

  Hci(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Takes one packet behind its type. */
  void take(int type, int adapter, Octets in, long frame) {
    switch (type) {
      case COMMAND -> command(adapter, in, frame);
      case EVENT -> event(adapter, in, frame);
      case DATA -> data(adapter, in, frame);
      default -> {}
    }
  }

  private static int key(int adapter, int handle) {
    return (adapter << 12) | (handle & 0xfff);
  }

  private void command(int adapter, Octets in, long frame) {
    if (in.left() < 3) {
      return;
    }
    int code = in.low16(0);
    in.skip(3);
    if (in.left() < 6) {
      return;
    }
    switch (code) {
      case 0x040b -> ledger.bredr(adapter, in.low48(0), frame).storedKey(frame);
      case 0x040d -> ledger.openBredr(adapter, in.low48(0), frame).pin(frame);
      case 0x042b -> {
        if (in.left() >= 9) {
          ledger.openBredr(adapter, in.low48(0), frame).local(features(in, 6), frame);
        }
      }
      default -> {}
    }
  }

  /** Capability, data out of band and wishes, as BR/EDR devices announce them. */
  private static Features features(Octets in, int from) {
    return new Features(in.u8(from), in.u8(from + 1) != 0, (in.u8(from + 2) & 1) != 0, false, 0);
  }

  private void event(int adapter, Octets in, long frame) {
    if (in.left() < 2) {
      return;
    }
    int code = in.u8(0);
    in.limit(2 + in.u8(1));
    in.skip(2);
    switch (code) {
      case 0x03 -> connected(adapter, in);
      case 0x05 -> disconnected(adapter, in);
      case 0x06 -> authenticated(adapter, in, frame);
      case 0x08, 0x59 -> encryption(adapter, in, frame, code == 0x59);
      case 0x0e -> commandComplete(adapter, in, frame);
      case 0x3e -> leEvent(adapter, in, frame);
      default -> bredrEvent(code, adapter, in, frame);
    }
  }

  private void bredrEvent(int code, int adapter, Octets in, long frame) {
    if (code == 0x36) {
      if (in.left() >= 7 && in.u8(0) != 0) {
        ledger.bredr(adapter, in.low48(1), frame).failed(frame);
      }
      return;
    }
    if (in.left() < 6) {
      return;
    }
    long address = in.low48(0);
    switch (code) {
      case 0x16 -> ledger.openBredr(adapter, address, frame).pin(frame);
      case 0x18 -> {
        if (in.left() >= 23) {
          ledger.bredr(adapter, address, frame).linkKey(in.u8(22), frame);
        }
      }
      case 0x32 -> {
        if (in.left() >= 9) {
          ledger.openBredr(adapter, address, frame).remote(features(in, 6), frame);
        }
      }
      case 0x33 -> asked(adapter, address, AssociationModel.NUMERIC_COMPARISON, frame);
      case 0x34, 0x3b -> asked(adapter, address, AssociationModel.PASSKEY, frame);
      case 0x35 -> asked(adapter, address, AssociationModel.OUT_OF_BAND, frame);
      default -> {}
    }
  }

  private void asked(int adapter, long address, AssociationModel model, long frame) {
    ledger.bredr(adapter, address, frame).asked(model, frame);
  }

  private void connected(int adapter, Octets in) {
    if (in.left() >= 10 && in.u8(0) == 0 && in.u8(9) == 1) {
      int key = key(adapter, in.low16(1));
      leLinks.remove(key);
      if (bredrLinks.size() < Ledger.MAX) {
        bredrLinks.put(key, in.low48(3));
      }
    }
  }

  private void disconnected(int adapter, Octets in) {
    if (in.left() >= 3 && in.u8(0) == 0) {
      int key = key(adapter, in.low16(1));
      leLinks.remove(key);
      bredrLinks.remove(key);
    }
  }

  private void authenticated(int adapter, Octets in, long frame) {
    if (in.left() < 3) {
      return;
    }
    BredrPairing pairing = bredrOf(adapter, in.low16(1), frame);
    if (pairing != null && in.u8(0) != 0) {
      pairing.failed(frame);
    }
  }

  private void encryption(int adapter, Octets in, long frame, boolean withSize) {
    if (in.left() < 4) {
      return;
    }
    int status = in.u8(0);
    int handle = in.low16(1);
    int enabled = in.u8(3);
    BredrPairing pairing = bredrOf(adapter, handle, frame);
    if (pairing != null) {
      if (status != 0) {
        pairing.failed(frame);
      } else if (enabled != 0) {
        pairing.encrypted(enabled == 2, frame);
        if (withSize && in.left() >= 5) {
          pairing.keySize(in.u8(4), frame);
        }
      }
      return;
    }
    LeLink link = leLink(adapter, handle, frame);
    if (status != 0) {
      link.refused(status, frame);
    } else if (enabled == 0) {
      link.paused();
    } else {
      link.encrypted(frame, true);
    }
  }

  private void commandComplete(int adapter, Octets in, long frame) {
    if (in.left() >= 7 && in.low16(1) == 0x1408 && in.u8(3) == 0) {
      BredrPairing pairing = bredrOf(adapter, in.low16(4), frame);
      if (pairing != null) {
        pairing.keySize(in.u8(6), frame);
      }
    }
  }

  private void leEvent(int adapter, Octets in, long frame) {
    if (in.left() < 1) {
      return;
    }
    int code = in.u8(0);
    if (code == 0x02 || code == 0x0d) {
      ledger.advertises();
    }
    boolean connects = code == 0x01 || code == 0x0a || code == 0x29;
    if (connects && in.left() >= 12 && in.u8(1) == 0) {
      int key = key(adapter, in.low16(2));
      bredrLinks.remove(key);
      LeLink link = ledger.leLink(List.of(Packet.macText(in.low48(6))), true, frame);
      if (leLinks.size() < Ledger.MAX) {
        leLinks.put(key, link);
      }
    }
  }

  private void data(int adapter, Octets in, long frame) {
    if (in.left() < 9) {
      return;
    }
    int head = in.low16(0);
    boolean continues = ((head >> 12) & 3) == 1;
    in.skip(4);
    int channel = in.low16(2);
    int key = key(adapter, head);
    boolean isLe = LeLink.isFixedChannel(channel) || leLinks.containsKey(key);
    if (!continues && isLe && !bredrLinks.containsKey(key)) {
      leLink(adapter, head, frame).message(in, frame);
    }
  }

  private @Nullable BredrPairing bredrOf(int adapter, int handle, long frame) {
    Long address = bredrLinks.get(key(adapter, handle));
    return address == null ? null : ledger.bredr(adapter, address, frame);
  }

  private LeLink leLink(int adapter, int handle, long frame) {
    int key = key(adapter, handle);
    LeLink known = leLinks.get(key);
    if (known != null) {
      return known;
    }
    LeLink link = ledger.leLink(List.of(), false, frame);
    if (leLinks.size() < Ledger.MAX) {
      leLinks.put(key, link);
    }
    return link;
  }
}
