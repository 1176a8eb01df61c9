package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.capture.radio.bluetooth.Outcome.Stage;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One LE connection: what goes over its fixed channels, and since when it is encrypted. */
final class LeLink {
  private static final int ATTRIBUTES = 4;
  private static final int SECURITY_MANAGER = 6;

  private final Ledger ledger;
  private final List<String> ends;
  private final boolean fromStart;
  private long first;
  private long last;
  private @Nullable LePairing pairing;
  private boolean encrypted;
  private boolean wasEncrypted;
  private long storedKeyFrame;
  private long values;

  /**
   * @param ends addresses of the two ends, or of the other end
   * @param fromStart whether the capture saw the connection begin, so that it is known to begin
   *     unencrypted
   */
  LeLink(Ledger ledger, List<String> ends, boolean fromStart, long frame) {
    this.ledger = ledger;
    this.ends = ends;
    this.fromStart = fromStart;
    first = frame;
    last = frame;
  }

  /** Whether only LE has a channel of this number. */
  static boolean isFixedChannel(int channel) {
    return channel == ATTRIBUTES || channel == SECURITY_MANAGER;
  }

  List<String> ends() {
    return ends;
  }

  long values() {
    return values;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  boolean isEncrypted() {
    return wasEncrypted;
  }

  /** Takes the first part of a message of a channel; the cursor stands on its length. */
  void message(Octets in, long frame) {
    if (in.left() < 5) {
      return;
    }
    int length = in.low16(0);
    int channel = in.low16(2);
    in.skip(4);
    in.limit(length);
    if (channel == SECURITY_MANAGER) {
      LePairing next = PairingMessages.take(in, length, frame, pairing, ledger, ends);
      pairing = next;
    } else if (channel == ATTRIBUTES && fromStart && !encrypted) {
      attribute(in, length, frame);
    }
  }

  /**
   * Counts what carries a value for or from the product (Vol 3 Part F): writes, notifications and
   * indications, but for the writing of two bytes that only asks for notifications.
   */
  private void attribute(Octets in, int length, long frame) {
    boolean carries =
        switch (in.u8(0)) {
          case 0x12, 0x52 -> length > 3 && !isSubscription(in, length);
          case 0x16 -> length > 5;
          case 0x1b, 0x1d, 0x23, 0xd2 -> length > 3;
          default -> false;
        };
    if (carries) {
      first = values == 0 ? frame : first;
      last = frame;
      values++;
    }
  }

  private static boolean isSubscription(Octets in, int length) {
    return length == 5 && in.left() >= 5 && in.low16(3) <= 3;
  }

  /** The host asked to encrypt with a key that it has, or the controller did so. */
  void encrypted(long frame, boolean asksForStored) {
    LePairing run = pairing;
    encrypted = true;
    if (run != null && !run.hasFailed()) {
      run.encrypted(frame);
    } else if (asksForStored && storedKeyFrame == 0) {
      storedKeyFrame = frame;
    }
    if (!wasEncrypted && values == 0) {
      first = frame;
      last = frame;
    }
    wasEncrypted = true;
  }

  /** Encryption was asked for and did not come about. */
  void refused(int status, long frame) {
    encrypted = false;
    LePairing run = pairing;
    if (run != null) {
      run.failed(status, frame);
    }
  }

  /** Encryption ended on a link that goes on. */
  void paused() {
    encrypted = false;
  }

  boolean usesStoredKey() {
    return storedKeyFrame > 0;
  }

  Outcome storedKey() {
    return new Outcome(
        Stage.STORED_KEY,
        Grade.INCONCLUSIVE,
        Outcome.LE,
        null,
        "reconnect",
        null,
        0,
        "The devices used a key from an earlier pairing, which is not in this capture.",
        Protection.ENCRYPTED,
        Set.of(),
        ends,
        storedKeyFrame,
        storedKeyFrame);
  }
}
