package dev.plimsoll.firmware.update;

import dev.plimsoll.model.Problem;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the tester vouches for. Nothing else is ever trusted: a key that comes in the
 * package itself is not among them.
 *
 * @param keys plain public keys, those of certificates too
 * @param certificates X.509 certificates, to end a chain with
 * @param numbered Ed25519 keys with a key number, of minisign, signify or usign
 * @param openPgp OpenPGP certificates
 * @param roots root documents of The Update Framework
 * @param problems given files that hold no key
 */
record TrustAnchors(
    List<PublicKey> keys,
    List<X509CertificateHolder> certificates,
    List<NumberedKey> numbered,
    List<OpenPGPCertificate> openPgp,
    List<byte[]> roots,
    List<Problem> problems) {

  TrustAnchors {
    keys = List.copyOf(keys);
    certificates = List.copyOf(certificates);
    numbered = List.copyOf(numbered);
    openPgp = List.copyOf(openPgp);
    roots = List.copyOf(roots);
    problems = List.copyOf(problems);
  }

  /**
   * A plain public key.
   *
   * @param spki its SubjectPublicKeyInfo in DER
   * @param fingerprint SHA-256 of that, in hex
   * @param name the file it was given in
   * @param signsData false where its certificate says that it signs certificates only
   */
  record PublicKey(
      AsymmetricKeyParameter key,
      byte[] spki,
      String fingerprint,
      String name,
      boolean signsData) {}

  /**
   * A key of minisign, signify or usign: the same 42 bytes in all three.
   *
   * @param number eight bytes that signatures name it by, as written in hex
   * @param key 32 bytes
   * @param minisign whether its comment says that it is minisign's
   */
  record NumberedKey(String number, byte[] key, boolean minisign, String name) {}

  /** How the bytes of an RSA signature are padded. */
  enum Padding {
    PKCS1,
    PSS,
    EITHER
  }

  SignatureResult rsa(byte[] signature, Padding padding, String hash, Covered data) {
    String algorithm = "RSA-" + 8 * signature.length + "/" + hash;
    boolean fits = false;
    for (PublicKey each : keys) {
      if (!each.signsData()
          || !(each.key() instanceof RSAKeyParameters rsa)
          || KeyMath.modulusBytes(rsa) != signature.length) {
        continue;
      }
      fits = true;
      if (rsaFits(rsa, signature, padding, hash, data)) {
        return verified(each, hash, data);
      }
    }
    return failed(fits, algorithm, "an RSA key of " + 8 * signature.length + " bits");
  }

  private static boolean rsaFits(
      RSAKeyParameters key, byte[] signature, Padding padding, String hash, Covered data) {
    byte[] digest = data.digest(hash);
    return (padding != Padding.PSS && KeyMath.rsaPkcs1(key, hash, digest, signature))
        || (padding != Padding.PKCS1 && KeyMath.rsaPss(key, hash, digest, signature));
  }

  /** ECDSA with both numbers of the signature at hand. */
  SignatureResult ecdsa(BigInteger r, BigInteger s, String hash, Covered data) {
    boolean fits = false;
    String algorithm = "ECDSA/" + hash;
    for (PublicKey each : keys) {
      if (each.signsData() && each.key() instanceof ECPublicKeyParameters ec) {
        fits = true;
        if (KeyMath.ecdsa(ec, data.digest(hash), r, s)) {
          return verified(each, hash, data);
        }
      }
    }
    return failed(fits, algorithm, "an elliptic-curve key");
  }

  /** ECDSA with the numbers one after the other, each half of the bytes, big-endian. */
  SignatureResult ecdsaPlain(byte[] signature, String hash, Covered data) {
    int half = signature.length / 2;
    return ecdsa(
        new BigInteger(1, Arrays.copyOf(signature, half)),
        new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length)),
        hash,
        data);
  }

  /** ECDSA with the numbers in DER (RFC 3279, section 2.2.3). */
  SignatureResult ecdsaDer(byte[] signature, String hash, Covered data) {
    BigInteger[] numbers = derNumbers(signature);
    return numbers == null
        ? SignatureResult.wrong("ECDSA/" + hash, "the signature is not one of two numbers in DER")
        : ecdsa(numbers[0], numbers[1], hash, data);
  }

  /** The two numbers of an ECDSA signature in DER; null where it is none. */
  static BigInteger @Nullable [] derNumbers(byte[] der) {
    try {
      ASN1Sequence sequence = ASN1Sequence.getInstance(der);
      if (sequence.size() != 2) {
        return null;
      }
      return new BigInteger[] {
        ASN1Integer.getInstance(sequence.getObjectAt(0)).getPositiveValue(),
        ASN1Integer.getInstance(sequence.getObjectAt(1)).getPositiveValue()
      };
    } catch (IllegalArgumentException | ClassCastException | IllegalStateException e) {
      return null;
    }
  }

  SignatureResult ed25519(byte[] signature, Covered data) {
    boolean fits = false;
    for (PublicKey each : keys) {
      if (each.signsData() && each.key() instanceof Ed25519PublicKeyParameters key) {
        fits = true;
        if (Ed25519.verifies(key.getEncoded(), signature, data)) {
          return verified(each, Hashes.SHA512, data);
        }
      }
    }
    return failed(fits, "Ed25519", "an Ed25519 key");
  }

  private static SignatureResult verified(PublicKey key, String hash, Covered data) {
    boolean edwards = key.key() instanceof Ed25519PublicKeyParameters;
    String algorithm = KeyMath.describe(key.key()) + (edwards ? "" : "/" + hash);
    if (data.size() == 0) {
      return SignatureResult.wrong(algorithm, "the signature is made over no bytes at all");
    }
    return SignatureResult.verified(
        algorithm, KeyMath.weakness(key.key(), hash), key.fingerprint(), key.name());
  }

  private static SignatureResult failed(boolean fits, String algorithm, String wanted) {
    return fits
        ? SignatureResult.wrong(algorithm, "the signature is right under none of the given keys")
        : SignatureResult.noKey(
            algorithm, "it is signed, but " + wanted + " to check it with was not given");
  }
}
