package dev.plimsoll.firmware.update;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.UpdatePackage;
import dev.plimsoll.model.observation.UpdatePackage.Authenticity;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a package's signature and from what it covers. The one place that says
 * authentic.
 *
 * @param verifies see {@link UpdatePackage}
 * @param place where the deciding part lies
 */
record Appraisal(
    String format,
    boolean signed,
    @Nullable Boolean verifies,
    @Nullable String algorithm,
    @Nullable String strength,
    @Nullable String version,
    boolean encrypted,
    Authenticity authenticity,
    @Nullable String key,
    String reason,
    Place place) {

  /** Understood, and nothing in it is a signature. */
  static Appraisal unsigned(String format, Place place, String reason) {
    return new Appraisal(
        format,
        false,
        false,
        null,
        "none",
        null,
        false,
        Authenticity.NOT_AUTHENTIC,
        null,
        reason,
        place);
  }

  /** Nothing can be said. */
  static Appraisal open(String format, Place place, String reason) {
    return new Appraisal(
        format, false, null, null, null, null, false, Authenticity.OPEN, null, reason, place);
  }

  /** Signed; what follows depends on the signature and on what it reaches. */
  static Appraisal signed(
      String format, Place place, SignatureResult signature, Coverage coverage) {
    Authenticity authenticity = authenticity(signature, coverage);
    Boolean verifies =
        switch (signature.state()) {
          case VERIFIED -> !(coverage instanceof Coverage.Broken);
          case EXPIRED, STRANGER, WRONG -> false;
          case NO_KEY -> coverage instanceof Coverage.Broken ? false : null;
        };
    String strength =
        signature.weakness() != null ? "weak" : signature.isVerified() ? "strong" : null;
    return new Appraisal(
        format,
        true,
        verifies,
        signature.algorithm(),
        strength,
        null,
        false,
        authenticity,
        signature.key(),
        reason(signature, coverage),
        place);
  }

  private static Authenticity authenticity(SignatureResult signature, Coverage coverage) {
    if (coverage instanceof Coverage.Broken) {
      return Authenticity.NOT_AUTHENTIC;
    }
    return switch (signature.state()) {
      case WRONG, STRANGER -> Authenticity.NOT_AUTHENTIC;
      case NO_KEY, EXPIRED -> Authenticity.OPEN;
      case VERIFIED ->
          signature.weakness() != null || coverage instanceof Coverage.Missing
              ? Authenticity.NOT_AUTHENTIC
              : coverage instanceof Coverage.Complete ? Authenticity.AUTHENTIC : Authenticity.OPEN;
    };
  }

  private static String reason(SignatureResult signature, Coverage coverage) {
    String first = signature.why();
    if (signature.weakness() != null) {
      first += ", but " + signature.weakness();
    }
    return switch (coverage) {
      case Coverage.Complete(String what) -> signature.isVerified() ? first + "; " + what : first;
      case Coverage.Broken(String what) -> first + "; but " + what;
      case Coverage.Missing(String what) -> first + "; but " + what;
      case Coverage.Unclear(String what) -> first + "; " + what;
    };
  }

  Appraisal withVersion(@Nullable String value) {
    return new Appraisal(
        format,
        signed,
        verifies,
        algorithm,
        strength,
        value,
        encrypted,
        authenticity,
        key,
        reason,
        place);
  }

  Appraisal withEncrypted(boolean value) {
    return new Appraisal(
        format,
        signed,
        verifies,
        algorithm,
        strength,
        version,
        value,
        authenticity,
        key,
        reason,
        place);
  }

  /** The verdict of what lies inside, under the name of the wrapping. */
  Appraisal wrappedBy(String outer, @Nullable String outerVersion) {
    return new Appraisal(
        outer,
        signed,
        verifies,
        algorithm,
        strength,
        outerVersion != null ? outerVersion : version,
        encrypted,
        authenticity,
        key,
        "inside lies " + format + ": " + reason,
        place);
  }

  UpdatePackage observation() {
    return new UpdatePackage(
        place,
        format,
        signed,
        verifies,
        algorithm,
        strength,
        version,
        encrypted,
        authenticity,
        key,
        reason);
  }

  /** Which of the bytes that run the signature reaches. */
  sealed interface Coverage {
    /** All of them. */
    record Complete(String what) implements Coverage {}

    /** A digest that it reaches does not fit the bytes. */
    record Broken(String what) implements Coverage {}

    /** Bytes that run are tied to it by nothing. */
    record Missing(String what) implements Coverage {}

    /** It cannot be told here. */
    record Unclear(String what) implements Coverage {}
  }
}
