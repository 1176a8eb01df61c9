package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.radio.bluetooth.Outcome.Stage;

/** What a pairing came to, in a sentence. */
final class PairingWords {
  private PairingWords() {}

  static String le(
      AssociationModel model,
      boolean secure,
      int keySize,
      boolean debugKey,
      Stage stage,
      Grade grade) {
    String generation = secure ? "LE Secure Connections" : "LE legacy pairing";
    if (stage == Stage.FAILED) {
      return "A pairing was tried (%s, %s) and failed; no other was seen."
          .formatted(generation, name(model));
    }
    String begin =
        (stage == Stage.BEGUN ? "Began to pair by %s (%s)" : "Paired by %s (%s)")
            .formatted(name(model), generation);
    if (grade == Grade.INCONCLUSIVE) {
      return begin
          + (stage == Stage.BEGUN
              ? ", but the end of it was not seen."
              : ", but what followed does not fit that.");
    }
    if (debugKey) {
      return begin + " with the debug key, which is published: anybody can decrypt the link.";
    }
    if (keySize < Outcome.FULL_KEY) {
      return begin + shortKey(keySize);
    }
    return begin + (secure ? ofSecure(model) : ofLegacy(model));
  }

  private static String ofSecure(AssociationModel model) {
    return model.authenticates()
        ? ": both ends are sure of each other, with a key of 16 bytes."
        : ": the link is encrypted, but nothing shows who is at the other end.";
  }

  private static String ofLegacy(AssociationModel model) {
    return switch (model) {
      case OUT_OF_BAND ->
          ": the key came by another way than the radio; sound as long as nobody read it there.";
      case PASSKEY -> ": whoever records the pairing finds the six digits, and the key, by trying.";
      default -> ": whoever records the pairing can compute the key.";
    };
  }

  static String shortKey(int keySize) {
    return ", but with a key of %d bytes instead of 16, which can be found by trying."
        .formatted(keySize);
  }

  static String name(AssociationModel model) {
    return switch (model) {
      case JUST_WORKS -> "Just Works";
      case PASSKEY -> "a passkey";
      case NUMERIC_COMPARISON -> "comparing numbers";
      case OUT_OF_BAND -> "data out of band";
      case PIN -> "a PIN";
    };
  }
}
