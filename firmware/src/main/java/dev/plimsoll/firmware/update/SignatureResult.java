package dev.plimsoll.firmware.update;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking one signature against the given keys.
 *
 * @param state what came of it
 * @param algorithm such as RSA-2048/SHA-256
 * @param weakness why it can be forged although it verifies; null where it is strong
 * @param key fingerprint of the key that verified it; null where none did
 * @param why one clause for the report
 */
record SignatureResult(
    State state, String algorithm, @Nullable String weakness, @Nullable String key, String why) {

  /** From best to worst. */
  enum State {
    /** Right under a given key. */
    VERIFIED,
    /** Right, by a certificate that was out of date. */
    EXPIRED,
    /** No key of this sort was given. */
    NO_KEY,
    /** Keys of this sort were given, and it names another one as its maker. */
    STRANGER,
    /** Keys of this sort were given, and it is right under none. */
    WRONG
  }

  static SignatureResult verified(
      String algorithm, @Nullable String weakness, String key, String keyName) {
    return new SignatureResult(
        State.VERIFIED, algorithm, weakness, key, "the signature is right under " + keyName);
  }

  static SignatureResult expired(
      String algorithm, @Nullable String weakness, String key, String why) {
    return new SignatureResult(State.EXPIRED, algorithm, weakness, key, why);
  }

  static SignatureResult noKey(String algorithm, String why) {
    return new SignatureResult(State.NO_KEY, algorithm, null, null, why);
  }

  static SignatureResult wrong(String algorithm, String why) {
    return new SignatureResult(State.WRONG, algorithm, null, null, why);
  }

  static SignatureResult stranger(String algorithm, String why) {
    return new SignatureResult(State.STRANGER, algorithm, null, null, why);
  }

  boolean isVerified() {
    return state == State.VERIFIED;
  }

  boolean isStrong() {
    return state == State.VERIFIED && weakness == null;
  }

  /** The same with a further clause. */
  SignatureResult because(String clause) {
    return new SignatureResult(state, algorithm, weakness, key, clause);
  }

  /**
   * The result that decides where any one signature is enough: a strong one before a weak one, then
   * expired, then wrong, then without a key.
   */
  static SignatureResult best(List<SignatureResult> results) {
    return results.stream().min(Comparator.comparingInt(SignatureResult::rank)).orElseThrow();
  }

  /** The result that decides where all must be right. */
  static SignatureResult worst(List<SignatureResult> results) {
    return results.stream().max(Comparator.comparingInt(SignatureResult::rankOfAll)).orElseThrow();
  }

  /** Whether this one decides, where either is enough. */
  boolean beats(SignatureResult other) {
    return rank() < other.rank();
  }

  private int rank() {
    return switch (state) {
      case VERIFIED -> weakness == null ? 0 : 1;
      case EXPIRED -> 2;
      case WRONG, STRANGER -> 3;
      case NO_KEY -> 4;
    };
  }

  private int rankOfAll() {
    return switch (state) {
      case VERIFIED -> weakness == null ? 0 : 3;
      case EXPIRED -> 1;
      case NO_KEY -> 2;
      case WRONG, STRANGER -> 4;
    };
  }
}
