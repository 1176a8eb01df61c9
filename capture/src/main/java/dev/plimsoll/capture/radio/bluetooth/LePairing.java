package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.radio.bluetooth.AssociationModel.Features;
import dev.plimsoll.capture.radio.bluetooth.Outcome.Stage;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of the Security Manager protocol on an LE link (Core Specification, Vol 3 Part H). */
final class LePairing {
  private final List<String> ends;
  private long first;
  private long last;
  private @Nullable Features request;
  private @Nullable Features response;
  private boolean publicKeys;
  private boolean debugKey;
  private int confirms;
  private int checks;
  private int randoms;
  private long lastValue;
  private boolean keysDistributed;
  private boolean encrypted;
  private int failure;

  LePairing(List<String> ends, long frame) {
    this.ends = ends;
    first = frame;
    last = frame;
  }

  /** Whether a request like this one opens another run: false where it is the same, sent again. */
  boolean isSpent(Features again) {
    return !again.equals(request) || confirms + checks + randoms > 0 || publicKeys || failure != 0;
  }

  void request(Features features, long frame) {
    request = features;
    last = frame;
  }

  void response(Features features, long frame) {
    response = features;
    last = frame;
  }

  /** A public key was sent; both were if it happens twice. */
  void publicKey(boolean debug, long frame) {
    publicKeys = true;
    debugKey |= debug;
    last = frame;
  }

  /** A value of the second phase: the same value again is the same frame, sent again. */
  void confirm(long value, long frame) {
    confirms += isNew(value, frame);
  }

  void random(long value, long frame) {
    randoms += isNew(value, frame);
  }

  void check(long value, long frame) {
    checks += isNew(value, frame);
  }

  private int isNew(long value, long frame) {
    boolean fresh = value != lastValue;
    lastValue = value;
    last = frame;
    return fresh ? 1 : 0;
  }

  void keyDistributed(long frame) {
    keysDistributed = true;
    last = frame;
  }

  void encrypted(long frame) {
    if (!encrypted && failure == 0) {
      encrypted = true;
      last = frame;
    }
  }

  void failed(int reason, long frame) {
    if (!encrypted && !keysDistributed) {
      failure = Math.max(1, reason);
      last = frame;
    }
  }

  boolean hasFailed() {
    return failure != 0;
  }

  private boolean isSecure() {
    Features one = request;
    Features other = response;
    if (one == null || other == null) {
      return publicKeys;
    }
    return one.secure() && other.secure();
  }

  private Stage stage() {
    if (failure != 0) {
      return Stage.FAILED;
    }
    boolean agreed = isSecure() ? checks >= 2 : randoms >= 2;
    return agreed || encrypted || keysDistributed ? Stage.COMPLETED : Stage.BEGUN;
  }

  Outcome outcome() {
    Features one = request;
    Features other = response;
    String pairing = isSecure() ? "SecureConnections" : "Legacy";
    if (one == null || other == null) {
      return new Outcome(
          stage(),
          Grade.INCONCLUSIVE,
          Outcome.LE,
          one == null && other == null && !publicKeys ? null : pairing,
          "unknown",
          null,
          0,
          "A pairing was seen, but not its opening, so that its kind is not known.",
          null,
          Set.of(),
          ends,
          first,
          last);
    }
    AssociationModel model = AssociationModel.ofLe(isSecure(), one, other);
    int keySize = Math.min(one.keySize(), other.keySize());
    Set<String> findings = findings(one, other, model, keySize);
    Grade grade = grade(model, keySize);
    return new Outcome(
        stage(),
        grade,
        Outcome.LE,
        pairing,
        model.id(),
        model.authenticates(),
        keySize,
        PairingWords.le(model, isSecure(), keySize, debugKey, stage(), grade),
        stage() == Stage.FAILED ? null : protection(model, keySize),
        findings,
        ends,
        first,
        last);
  }

  private Grade grade(AssociationModel model, int keySize) {
    if (stage() == Stage.FAILED || contradicts(model)) {
      return Grade.INCONCLUSIVE;
    }
    boolean weak =
        !model.authenticates()
            || keySize < Outcome.FULL_KEY
            || debugKey
            || (!isSecure() && model != AssociationModel.OUT_OF_BAND);
    if (weak) {
      return Grade.WEAK;
    }
    if (stage() != Stage.COMPLETED) {
      return Grade.INCONCLUSIVE;
    }
    return isSecure() ? Grade.STRONG : Grade.ACCEPTABLE;
  }

  /** Whether what followed does not fit the model that the two sides announced. */
  private boolean contradicts(AssociationModel model) {
    // A passkey takes twenty rounds of two confirmations; any other model at most one.
    boolean tooFew = isSecure() && model == AssociationModel.PASSKEY && confirms < 3 && checks >= 2;
    boolean tooMany =
        isSecure() && model == AssociationModel.NUMERIC_COMPARISON && confirms > 4 && checks >= 2;
    return tooFew || tooMany;
  }

  private Protection protection(AssociationModel model, int keySize) {
    boolean found = !isSecure() && model != AssociationModel.OUT_OF_BAND;
    return found || keySize < Outcome.FULL_KEY || debugKey
        ? Protection.BROKEN
        : Protection.ENCRYPTED;
  }

  private Set<String> findings(Features one, Features other, AssociationModel model, int keySize) {
    Set<String> findings = new TreeSet<>();
    if (one.secure() != other.secure()) {
      findings.add("downgrade");
    }
    if (keySize < Outcome.FULL_KEY) {
      findings.add("short_key");
    }
    if (debugKey) {
      findings.add("debug_key");
    }
    if (!model.authenticates() && (one.mitm() || other.mitm())) {
      findings.add("mitm_not_possible");
    }
    return findings;
  }
}
