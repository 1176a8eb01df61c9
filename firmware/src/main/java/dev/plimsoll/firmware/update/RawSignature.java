package dev.plimsoll.firmware.update;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bare number of an RSA, ECDSA or Ed25519 signature, plain or in Base64 (as cosign writes it).
 * Nothing in it says how it was made, so the usual hashes are tried, the good ones first.
 */
record RawSignature(String format, byte[] value) implements DetachedSignature {
  private static final int MIN = 48;
  private static final int MAX = 1024;
  private static final List<String> HASHES =
      List.of(Hashes.SHA256, Hashes.SHA512, Hashes.SHA384, Hashes.SHA1, Hashes.MD5);

  /** A signature in Base64; null where the text is something else. */
  static @Nullable RawSignature inBase64(Slice file) {
    if (file.size() < MIN || file.size() > 2 * MAX || !isBase64(file)) {
      return null;
    }
    byte[] value = AnchorParser.base64(file.text());
    return value != null && (TrustAnchors.derNumbers(value) != null || isRsaLength(value.length))
        ? new RawSignature("cosign-blob", value)
        : null;
  }

  private static boolean isBase64(Slice file) {
    for (int i = 0; i < file.size(); i++) {
      int each = file.u8(i);
      if (!Character.isLetterOrDigit(each) && "+/=\r\n".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRsaLength(int length) {
    return length == 128 || length == 256 || length == 384 || length == 512;
  }

  /** A plain one, told by the name of the file and the length; null where it can be none. */
  static @Nullable RawSignature plain(String name, Slice file) {
    boolean named =
        List.of(".sig", ".sign", ".signature", ".sgn").stream().anyMatch(name::endsWith);
    if (!named || file.size() < MIN || file.size() > MAX) {
      return null;
    }
    byte[] value = file.bytes();
    return value.length == 64 || isRsaLength(value.length) || TrustAnchors.derNumbers(value) != null
        ? new RawSignature("raw-signature", value)
        : null;
  }

  @Override
  public SignatureResult verify(Covered data, Trial trial) {
    List<SignatureResult> results = new ArrayList<>();
    for (String hash : HASHES) {
      SignatureResult result = verify(hash, data, trial.anchors());
      if (result.isVerified()) {
        return result;
      }
      results.add(result.because(result.why() + ", by any of the usual hashes"));
    }
    return SignatureResult.best(results);
  }

  private SignatureResult verify(String hash, Covered data, TrustAnchors anchors) {
    if (isRsaLength(value.length)) {
      return anchors.rsa(value, TrustAnchors.Padding.EITHER, hash, data);
    }
    if (value.length == 64) {
      SignatureResult edwards = anchors.ed25519(value, data);
      SignatureResult ecdsa = anchors.ecdsaPlain(value, hash, data);
      return SignatureResult.best(List.of(edwards, ecdsa));
    }
    return anchors.ecdsaDer(value, hash, data);
  }
}
