package dev.plimsoll.firmware.update;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature of minisign, signify or usign: a comment line, then Base64 of algorithm, key number
 * and an Ed25519 signature. Minisign adds a trusted comment that a second signature covers.
 *
 * @param prehashed whether it is made over the BLAKE2b digest instead of the file
 * @param trusted the trusted comment; null where the file is not minisign's
 * @param global the signature over signature and trusted comment
 */
record NumberedSignature(
    boolean prehashed,
    String number,
    byte[] signature,
    @Nullable String trusted,
    byte @Nullable [] global) {

  private static final String UNTRUSTED = "untrusted comment:";
  private static final String TRUSTED = "trusted comment: ";
  private static final int MAX_TEXT = 64 << 10;
  private static final int LENGTH = 74;

  static boolean isOne(Slice file) {
    return file.has(0, UNTRUSTED) && parse(file) != null;
  }

  /** The signature in this file; null where it holds none. */
  static @Nullable NumberedSignature parse(Slice file) {
    if (file.size() > MAX_TEXT) {
      return null;
    }
    List<String> lines = new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
    byte[] bytes = lines.size() < 2 ? null : AnchorParser.base64(lines.get(1));
    if (bytes == null
        || bytes.length != LENGTH
        || bytes[0] != 'E'
        || (bytes[1] != 'd' && bytes[1] != 'D')) {
      return null;
    }
    boolean minisign = lines.size() >= 4 && lines.get(2).startsWith(TRUSTED);
    return new NumberedSignature(
        bytes[1] == 'D',
        HexFormat.of().formatHex(bytes, 2, 10),
        Arrays.copyOfRange(bytes, 10, LENGTH),
        minisign ? lines.get(2).substring(TRUSTED.length()) : null,
        minisign ? AnchorParser.base64(lines.get(3)) : null);
  }

  String format() {
    return trusted != null ? "minisign" : "signify";
  }

  SignatureResult verify(Covered data, TrustAnchors anchors) {
    String algorithm = prehashed ? "Ed25519/BLAKE2b-512" : "Ed25519";
    boolean minisign = trusted != null;
    boolean fits = false;
    for (TrustAnchors.NumberedKey key : anchors.numbered()) {
      fits |= key.minisign() == minisign;
      if (key.number().equals(number)) {
        return verify(data, key, algorithm);
      }
    }
    return fits
        ? SignatureResult.stranger(
            algorithm, "it is signed with key " + number + ", which is none of the given keys")
        : SignatureResult.noKey(
            algorithm, "it is signed, but the " + format() + " key " + number + " was not given");
  }

  private SignatureResult verify(Covered data, TrustAnchors.NumberedKey key, String algorithm) {
    if (data.size() == 0) {
      return SignatureResult.wrong(algorithm, "the signature is made over no bytes at all");
    }
    Covered signed = prehashed ? Covered.of(data.blake2b512()) : data;
    if (!Ed25519.verifies(key.key(), signature, signed)) {
      return SignatureResult.wrong(
          algorithm, "the signature of key " + number + " does not fit the file");
    }
    return trusted != null && !commentHolds(key)
        ? SignatureResult.wrong(
            algorithm, "the trusted comment of the signature was changed after signing")
        : SignatureResult.verified(algorithm, null, number, key.name());
  }

  private boolean commentHolds(TrustAnchors.NumberedKey key) {
    if (trusted == null || global == null) {
      return false;
    }
    byte[] comment = trusted.getBytes(StandardCharsets.UTF_8);
    byte[] covered = Arrays.copyOf(signature, signature.length + comment.length);
    System.arraycopy(comment, 0, covered, signature.length, comment.length);
    return Ed25519.verifies(key.key(), global, Covered.of(covered));
  }

  /** What the trusted comment says under this name, such as {@code file:} or {@code version:}. */
  @Nullable String said(String name) {
    if (trusted == null) {
      return null;
    }
    for (String part : trusted.replace('\t', ' ').split(" ", -1)) {
      if (part.startsWith(name)) {
        return part.substring(name.length());
      }
    }
    return null;
  }
}
