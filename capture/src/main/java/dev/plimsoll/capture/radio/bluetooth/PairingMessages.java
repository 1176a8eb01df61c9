package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.capture.radio.bluetooth.AssociationModel.Features;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the Security Manager protocol (Core Specification, Vol 3 Part H, 3.5 and 3.6).
 */
final class PairingMessages {
  private static final int PAIRING_REQUEST = 1;
  private static final int PAIRING_RESPONSE = 2;
  private static final int CONFIRM = 3;
  private static final int RANDOM = 4;
  private static final int FAILED = 5;
  private static final int FIRST_KEY = 6;
  private static final int LAST_KEY = 0xa;
  private static final int PUBLIC_KEY = 0xc;
  private static final int CHECK = 0xd;

  /** Length of each message by its code; 0 where there is none. */
  private static final int[] LENGTHS = {0, 7, 7, 17, 17, 2, 17, 11, 17, 8, 17, 2, 65, 17, 2};

  /** Enough of a message to know it; the rest may be in another frame. */
  private static final int NEEDED = 17;

  /** The first bytes, as sent, of the x coordinate of the public debug key (2.3.5.6.1). */
  private static final byte[] DEBUG_KEY =
      HexFormat.of().parseHex("e69d350e480103ccdbfdf4ac1191f4ef");

  private PairingMessages() {}

  /**
   * Takes a message.
   *
   * @param length how long the message is as its header says; the first frame may hold less
   * @param run the pairing that is under way; null where there is none
   * @return the pairing that is under way now
   */
  static @Nullable LePairing take(
      Octets in,
      int length,
      long frame,
      @Nullable LePairing run,
      Ledger ledger,
      List<String> ends) {
    int code = in.u8(0);
    if (code == 0 || code >= LENGTHS.length || length != LENGTHS[code]) {
      return run;
    }
    if (in.left() < Math.min(length, NEEDED)) {
      return run;
    }
    return switch (code) {
      case PAIRING_REQUEST, PAIRING_RESPONSE -> features(in, code, frame, run, ledger, ends);
      case CONFIRM, RANDOM, PUBLIC_KEY, CHECK -> {
        LePairing on = run == null ? ledger.lePairing(ends, frame) : run;
        value(in, code, frame, on);
        yield on;
      }
      case FAILED -> {
        if (run != null) {
          run.failed(in.u8(1), frame);
        }
        yield run;
      }
      default -> {
        if (run != null && code >= FIRST_KEY && code <= LAST_KEY) {
          run.keyDistributed(frame);
        }
        yield run;
      }
    };
  }

  private static @Nullable LePairing features(
      Octets in, int code, long frame, @Nullable LePairing run, Ledger ledger, List<String> ends) {
    int io = in.u8(1);
    int keySize = in.u8(4);
    if (io > AssociationModel.KEYBOARD_DISPLAY || in.u8(2) > 1 || keySize > Outcome.FULL_KEY) {
      return run;
    }
    int wants = in.u8(3);
    Features features =
        new Features(io, in.u8(2) == 1, (wants & 4) != 0, (wants & 8) != 0, keySize);
    LePairing on = run;
    if (on == null || (code == PAIRING_REQUEST && on.isSpent(features))) {
      on = ledger.lePairing(ends, frame);
    }
    if (code == PAIRING_REQUEST) {
      on.request(features, frame);
    } else {
      on.response(features, frame);
    }
    return on;
  }

  private static void value(Octets in, int code, long frame, LePairing run) {
    long value = (in.low32(1) & 0xffffffffL) | (long) in.low32(5) << 32;
    switch (code) {
      case CONFIRM -> run.confirm(value, frame);
      case RANDOM -> run.random(value, frame);
      case CHECK -> run.check(value, frame);
      default -> run.publicKey(isDebugKey(in), frame);
    }
  }

  private static boolean isDebugKey(Octets in) {
    for (int i = 0; i < DEBUG_KEY.length; i++) {
      if ((byte) in.u8(1 + i) != DEBUG_KEY[i]) {
        return false;
      }
    }
    return true;
  }
}
