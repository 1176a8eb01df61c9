package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.radio.bluetooth.AssociationModel.Features;
import dev.plimsoll.capture.radio.bluetooth.Outcome.Stage;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the host's log says of the pairing with one BR/EDR device, and of the encryption after it
 * (Core Specification, Vol 4 Part E).
 */
final class BredrPairing {
  /** No link key was notified. */
  private static final int NONE = -1;

  private static final int DEBUG_COMBINATION = 3;
  private static final int UNAUTHENTICATED_P192 = 4;
  private static final int AUTHENTICATED_P192 = 5;
  private static final int CHANGED_COMBINATION = 6;
  private static final int UNAUTHENTICATED_P256 = 7;
  private static final int AUTHENTICATED_P256 = 8;

  private final List<String> ends;
  private final long first;
  private long last;
  private @Nullable Features local;
  private @Nullable Features remote;
  private @Nullable AssociationModel asked;
  private int keyType = NONE;
  private boolean pin;
  private boolean failed;
  private boolean storedKey;
  private boolean encrypted;
  private boolean aesCcm;
  private int shortest;
  private int longest;

  BredrPairing(List<String> ends, long frame) {
    this.ends = ends;
    first = frame;
    last = frame;
  }

  /** Whether its key was made, so that another exchange is another pairing. */
  boolean isOver() {
    return keyType != NONE || failed;
  }

  void local(Features features, long frame) {
    local = features;
    last = frame;
  }

  void remote(Features features, long frame) {
    remote = features;
    last = frame;
  }

  void pin(long frame) {
    pin = true;
    last = frame;
  }

  /** The host was asked for something that only this model asks for. */
  void asked(AssociationModel model, long frame) {
    asked = model;
    last = frame;
  }

  void linkKey(int type, long frame) {
    if (type != CHANGED_COMBINATION) {
      keyType = type;
      last = frame;
    }
  }

  void failed(long frame) {
    if (keyType == NONE && hasBegun()) {
      failed = true;
      last = frame;
    }
  }

  void storedKey(long frame) {
    storedKey = true;
    if (!hasBegun()) {
      last = frame;
    }
  }

  void encrypted(boolean withAesCcm, long frame) {
    aesCcm |= withAesCcm;
    if (!encrypted) {
      encrypted = true;
      last = frame;
    }
  }

  void keySize(int bytes, long frame) {
    if (bytes < 1 || bytes > Outcome.FULL_KEY) {
      return;
    }
    longest = Math.max(longest, bytes);
    if (shortest == 0 || bytes < shortest) {
      shortest = bytes;
      last = frame;
    }
  }

  private boolean hasBegun() {
    return keyType != NONE || pin || local != null || remote != null;
  }

  private Stage stage() {
    if (!hasBegun()) {
      return storedKey || encrypted ? Stage.STORED_KEY : Stage.NOTHING;
    }
    if (failed) {
      return Stage.FAILED;
    }
    return keyType != NONE || encrypted ? Stage.COMPLETED : Stage.BEGUN;
  }

  private boolean isLegacy() {
    return keyType == NONE ? pin && local == null && remote == null : keyType < DEBUG_COMBINATION;
  }

  private boolean isP256() {
    return keyType == UNAUTHENTICATED_P256
        || keyType == AUTHENTICATED_P256
        || (keyType == NONE && aesCcm);
  }

  private String generation() {
    if (isLegacy()) {
      return "Legacy PIN";
    }
    return isP256() ? "SSP P-256" : keyType == NONE && !encrypted ? "SSP" : "SSP P-192";
  }

  private @Nullable AssociationModel model() {
    if (isLegacy()) {
      return AssociationModel.PIN;
    }
    if (keyType == UNAUTHENTICATED_P192 || keyType == UNAUTHENTICATED_P256) {
      return AssociationModel.JUST_WORKS;
    }
    Features one = local;
    Features other = remote;
    AssociationModel announced =
        one == null || other == null ? null : AssociationModel.ofBredr(one, other);
    boolean authenticated = keyType == AUTHENTICATED_P192 || keyType == AUTHENTICATED_P256;
    if (authenticated && (announced == null || !announced.authenticates())) {
      return asked;
    }
    return announced;
  }

  Outcome outcome() {
    Stage stage = stage();
    return switch (stage) {
      case NOTHING -> reconnection(Stage.NOTHING);
      case STORED_KEY -> reconnection(Stage.STORED_KEY);
      default -> pairing(stage);
    };
  }

  private Outcome reconnection(Stage stage) {
    boolean isShort = shortest > 0 && shortest < Outcome.FULL_KEY;
    return new Outcome(
        stage,
        stage == Stage.NOTHING ? Grade.NO_PAIRING_SEEN : Grade.INCONCLUSIVE,
        Outcome.BREDR,
        null,
        stage == Stage.NOTHING ? "none" : "reconnect",
        null,
        shortest,
        stage == Stage.NOTHING
            ? "No pairing was seen, nor the use of a stored key."
            : "The devices used a key from an earlier pairing, which is not in this capture"
                + (isShort ? PairingWords.shortKey(shortest) : "."),
        encrypted ? isShort ? Protection.BROKEN : Protection.ENCRYPTED : null,
        isShort ? Set.of("short_key") : Set.of(),
        ends,
        first,
        last);
  }

  private Outcome pairing(Stage stage) {
    AssociationModel model = model();
    Grade grade = grade(stage, model);
    return new Outcome(
        stage,
        grade,
        Outcome.BREDR,
        generation(),
        model == null ? "unknown" : model.id(),
        model == null ? null : model.authenticates(),
        shortest,
        words(stage, model, grade),
        stage == Stage.COMPLETED ? protection() : null,
        findings(),
        ends,
        first,
        last);
  }

  private Grade grade(Stage stage, @Nullable AssociationModel model) {
    if (stage == Stage.FAILED) {
      return Grade.INCONCLUSIVE;
    }
    boolean isShort = shortest > 0 && shortest < Outcome.FULL_KEY;
    boolean unauthenticated = model != null && !model.authenticates();
    if (isShort || unauthenticated || isLegacy() || keyType == DEBUG_COMBINATION) {
      return Grade.WEAK;
    }
    if (stage == Stage.BEGUN || shortest == 0 || (model == null && keyType == NONE)) {
      return Grade.INCONCLUSIVE;
    }
    return isP256() ? Grade.STRONG : Grade.ACCEPTABLE;
  }

  private Protection protection() {
    boolean isShort = shortest > 0 && shortest < Outcome.FULL_KEY;
    return isLegacy() || isShort || keyType == DEBUG_COMBINATION
        ? Protection.BROKEN
        : Protection.ENCRYPTED;
  }

  private Set<String> findings() {
    Set<String> findings = new TreeSet<>();
    if (shortest > 0 && shortest < Outcome.FULL_KEY) {
      findings.add("short_key");
    }
    if (shortest < longest) {
      findings.add("downgrade");
    }
    if (keyType == DEBUG_COMBINATION) {
      findings.add("debug_key");
    }
    return findings;
  }

  private String words(Stage stage, @Nullable AssociationModel model, Grade grade) {
    String kind = model == null ? "an unknown model" : PairingWords.name(model);
    if (stage == Stage.FAILED) {
      return "A pairing was tried (%s, %s) and failed; no other was seen."
          .formatted(generation(), kind);
    }
    String begin =
        (stage == Stage.BEGUN ? "Began to pair by %s (%s)" : "Paired by %s (%s)")
            .formatted(kind, generation());
    if (keyType == DEBUG_COMBINATION) {
      return begin + " with the debug key, which is published: anybody can decrypt the link.";
    }
    if (isLegacy()) {
      return begin + ": whoever records the pairing finds the PIN, and the key, by trying.";
    }
    if (shortest > 0 && shortest < Outcome.FULL_KEY) {
      return begin + PairingWords.shortKey(shortest);
    }
    return switch (grade) {
      case WEAK -> begin + ": the link is encrypted, but nothing shows who is at the other end.";
      case ACCEPTABLE ->
          begin + ": both ends are sure of each other, on a curve that is no longer recommended.";
      case STRONG -> begin + ": both ends are sure of each other, with a key of 16 bytes.";
      default -> begin + ", but how it ended, or how long the key is, was not seen.";
    };
  }
}
