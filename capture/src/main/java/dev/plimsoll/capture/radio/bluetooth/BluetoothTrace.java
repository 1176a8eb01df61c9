package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.LinkType;
import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.observation.RadioLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the Bluetooth frames of one capture: what a host logs (HCI in its several wrappings) and
 * what a sniffer of LE hears.
 */
public final class BluetoothTrace implements FrameSink {
  private static final int PPI_HEADER = 8;
  private static final int RADIO_HEADER = 10;

  /** Board, header of the serial line and header of the radio, of the Nordic sniffer. */
  private static final int NORDIC_HEADER = 17;

  private final Ledger ledger = new Ledger();
  private final Hci hci = new Hci(ledger);
  private final LeAir air = new LeAir(ledger);
  private final Octets octets = new Octets();
  private boolean seen;

  /** Nothing seen yet. */
  public BluetoothTrace() {}

  /** Whether frames of this link type are Bluetooth. */
  public static boolean isBluetooth(int link) {
    return switch (link) {
      case LinkType.BLUETOOTH_H4,
          LinkType.BLUETOOTH_H4_DIRECTED,
          LinkType.BLUETOOTH_LE,
          LinkType.BLUETOOTH_MONITOR,
          LinkType.BLUETOOTH_LE_RADIO,
          LinkType.BLUETOOTH_NORDIC,
          LinkType.BTSNOOP_H1,
          LinkType.BTSNOOP_H4,
          LinkType.BTSNOOP_MONITOR ->
          true;
      default -> false;
    };
  }

  /** Whether a frame with a header of per-packet information holds a packet of Bluetooth LE. */
  public static boolean isPpi(Frame frame) {
    if (frame.link != LinkType.PPI || frame.captured < PPI_HEADER) {
      return false;
    }
    int inner = dev.plimsoll.capture.file.Words.i32(frame.data, frame.offset + 4, false);
    return inner == LinkType.BLUETOOTH_UBERTOOTH || inner == LinkType.BLUETOOTH_LE;
  }

  @Override
  public void frame(Frame frame) {
    Octets in = octets.over(frame);
    seen = true;
    switch (frame.link) {
      case LinkType.BLUETOOTH_H4, LinkType.BTSNOOP_H4 -> h4(in, frame);
      case LinkType.BLUETOOTH_H4_DIRECTED -> {
        in.skip(4);
        h4(in, frame);
      }
      case LinkType.BTSNOOP_H1 -> h1(in, frame);
      case LinkType.BTSNOOP_MONITOR -> monitor(in, frame.flags >>> 16, frame.flags & 0xffff, frame);
      case LinkType.BLUETOOTH_MONITOR -> {
        if (in.left() >= 4) {
          int adapter = in.high16(0);
          int code = in.high16(2);
          in.skip(4);
          monitor(in, adapter, code, frame);
        }
      }
      case LinkType.BLUETOOTH_LE -> air.take(in, false, frame.number);
      case LinkType.BLUETOOTH_LE_RADIO -> radio(in, frame);
      case LinkType.BLUETOOTH_NORDIC -> nordic(in, frame);
      case LinkType.PPI -> ppi(in, frame);
      default -> seen = false;
    }
  }

  private void h4(Octets in, Frame frame) {
    if (in.left() >= 1) {
      int type = in.u8(0);
      in.skip(1);
      hci.take(type, 0, in, frame.number);
    }
  }

  /** Without a type byte, the flags of the record say what it is. */
  private void h1(Octets in, Frame frame) {
    boolean isControl = (frame.flags & 2) != 0;
    boolean received = (frame.flags & 1) != 0;
    int type = !isControl ? Hci.DATA : received ? Hci.EVENT : Hci.COMMAND;
    hci.take(type, 0, in, frame.number);
  }

  /** The monitor of Linux gives each kind and direction a code of its own. */
  private void monitor(Octets in, int adapter, int code, Frame frame) {
    int type =
        switch (code) {
          case 2 -> Hci.COMMAND;
          case 3 -> Hci.EVENT;
          case 4, 5 -> Hci.DATA;
          default -> 0;
        };
    hci.take(type, adapter, in, frame.number);
  }

  /** A header that says among others whether the checksum is right and the payload decrypted. */
  private void radio(Octets in, Frame frame) {
    if (in.left() < RADIO_HEADER) {
      return;
    }
    int flags = in.low16(8);
    boolean damaged = (flags & 0x400) != 0 && (flags & 0x800) == 0;
    in.skip(RADIO_HEADER);
    if (!damaged) {
      air.take(in, (flags & 8) != 0, frame.number);
    }
  }

  private void nordic(Octets in, Frame frame) {
    if (in.left() < NORDIC_HEADER) {
      return;
    }
    int flags = in.u8(8);
    boolean damaged = (flags & 1) == 0;
    // The sniffer says that a packet was encrypted and that it could take that off.
    boolean decrypted = (flags & 4) != 0 && (flags & 8) != 0;
    in.skip(NORDIC_HEADER);
    if (!damaged) {
      air.take(in, decrypted, frame.number);
    }
  }

  private void ppi(Octets in, Frame frame) {
    if (isPpi(frame) && in.skip(in.low16(2))) {
      air.take(in, false, frame.number);
    }
  }

  /** What decides for the capture; null where it holds no Bluetooth frame. */
  public @Nullable RadioLink link(String file) {
    if (!seen) {
      return null;
    }
    Outcome outcome = ledger.decisive();
    return (outcome == null ? Outcome.none() : outcome).link(file);
  }

  /** What was left out. */
  public List<Problem> problems(String file) {
    return ledger.isFull()
        ? List.of(
            new Problem(
                Place.whole(file),
                "it holds more Bluetooth links than the " + Ledger.MAX + " that are told apart",
                "split the capture"))
        : List.of();
  }
}
