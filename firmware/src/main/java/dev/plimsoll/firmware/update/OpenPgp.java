package dev.plimsoll.firmware.update;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.jspecify.annotations.Nullable;

/**
 * OpenPGP signatures (RFC 9580) by the given certificates alone. The key must be allowed to sign
 * and be neither revoked nor out of date when it signed.
 */
final class OpenPgp {
  private static final int MAX_SIGNATURES = 16;

  private OpenPgp() {}

  /** Whether it begins as an armoured signature or as a signature packet. */
  static boolean isSignature(Slice file) {
    return file.has(0, "-----BEGIN PGP SIGNATURE-----")
        || (file.size() > 8 && file.size() < 64 << 10 && isPacket(file));
  }

  private static boolean isPacket(Slice file) {
    int tag = file.u8(0);
    int body =
        switch (tag) {
          case 0x88 -> 2;
          case 0x89 -> 3;
          case 0xc2 -> file.u8(1) < 192 ? 2 : file.u8(1) < 224 ? 3 : 6;
          default -> -1;
        };
    if (body < 0 || body >= file.size()) {
      return false;
    }
    int version = file.u8(body);
    return version >= 3 && version <= 6 && parsed(file.bytes()) != null;
  }

  private static @Nullable List<PGPSignature> parsed(byte[] bytes) {
    try {
      List<PGPSignature> found = signatures(bytes);
      return found.isEmpty() ? null : found;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** All signatures in armoured or plain packets. */
  private static List<PGPSignature> signatures(byte[] bytes) throws IOException {
    List<PGPSignature> found = new ArrayList<>();
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
      BcPGPObjectFactory packets = new BcPGPObjectFactory(in);
      for (Object next = packets.nextObject();
          next instanceof PGPSignatureList list;
          next = packets.nextObject()) {
        list.forEach(found::add);
        if (found.size() > MAX_SIGNATURES) {
          throw new IOException("more than " + MAX_SIGNATURES + " signatures");
        }
      }
    }
    return found;
  }

  /** The best of the signatures in this file, over this data. */
  static SignatureResult verify(Slice file, Covered data, TrustAnchors anchors) {
    List<PGPSignature> found = parsed(file.bytes());
    if (found == null) {
      throw file.malformed(0, "holds no readable OpenPGP signature");
    }
    List<SignatureResult> results = new ArrayList<>();
    for (PGPSignature each : found) {
      results.add(verify(each, data, anchors));
    }
    return SignatureResult.best(results);
  }

  private static SignatureResult verify(
      PGPSignature signature, Covered data, TrustAnchors anchors) {
    String hash = hashName(signature.getHashAlgorithm());
    String number = String.format(Locale.ROOT, "%016x", signature.getKeyID());
    if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT
        && signature.getSignatureType() != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
      return SignatureResult.wrong("OpenPGP", "it is an OpenPGP signature over something else");
    }
    for (OpenPGPCertificate certificate : anchors.openPgp()) {
      OpenPGPComponentKey key = certificate.getSigningKeyFor(signature);
      if (key != null) {
        return verify(signature, data, key, hash);
      }
    }
    String algorithm = "OpenPGP/" + hash;
    return anchors.openPgp().isEmpty()
        ? SignatureResult.noKey(
            algorithm, "it is signed, but the OpenPGP key " + number + " was not given")
        : SignatureResult.stranger(
            algorithm,
            "it is signed with OpenPGP key " + number + ", which no given certificate allows");
  }

  private static SignatureResult verify(
      PGPSignature signature, Covered data, OpenPGPComponentKey component, String hash) {
    PGPPublicKey key = component.getPGPPublicKey();
    String algorithm = describe(key) + "/" + hash;
    if (data.size() == 0) {
      return SignatureResult.wrong(algorithm, "the signature is made over no bytes at all");
    }
    String fingerprint = HexFormat.of().formatHex(key.getFingerprint());
    if (!fits(signature, data, key)) {
      return SignatureResult.wrong(
          algorithm, "the signature of OpenPGP key " + fingerprint + " does not fit the file");
    }
    Date made = signature.getCreationTime();
    if (!component.isBoundAt(made) || !component.isSigningKey(made)) {
      return SignatureResult.wrong(
          algorithm, "OpenPGP key " + fingerprint + " was not allowed to sign when it signed");
    }
    return SignatureResult.verified(
        algorithm, weakness(key, hash), fingerprint, "OpenPGP key " + fingerprint);
  }

  private static boolean fits(PGPSignature signature, Covered data, PGPPublicKey key) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      data.feed((bytes, count) -> signature.update(bytes, 0, count));
      return signature.verify();
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private static @Nullable String weakness(PGPPublicKey key, String hash) {
    try {
      return KeyMath.weakness(new BcPGPKeyConverter().getPublicKey(key), hash);
    } catch (PGPException e) {
      return "its key cannot be read";
    }
  }

  private static String describe(PGPPublicKey key) {
    try {
      return "OpenPGP " + KeyMath.describe(new BcPGPKeyConverter().getPublicKey(key));
    } catch (PGPException e) {
      return "OpenPGP";
    }
  }

  private static String hashName(int tag) {
    return switch (tag) {
      case HashAlgorithmTags.MD5 -> Hashes.MD5;
      case HashAlgorithmTags.SHA1 -> Hashes.SHA1;
      case HashAlgorithmTags.RIPEMD160 -> "RIPEMD160";
      case HashAlgorithmTags.SHA224 -> Hashes.SHA224;
      case HashAlgorithmTags.SHA256 -> Hashes.SHA256;
      case HashAlgorithmTags.SHA384 -> Hashes.SHA384;
      case HashAlgorithmTags.SHA512 -> Hashes.SHA512;
      default -> "hash " + tag;
    };
  }
}
