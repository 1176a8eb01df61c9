package dev.plimsoll.firmware.update;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * How a signature in X.509 or CMS is made (RFC 5754, RFC 4056, RFC 8410).
 *
 * @param pss whether an RSA signature is padded by PSS
 * @param hash the hash function, by its Java name
 */
record SignatureScheme(boolean pss, String hash) {

  /**
   * @param digest the hash where the identifier names none
   * @return null where the algorithm is not known
   */
  static @Nullable SignatureScheme of(AlgorithmIdentifier id, @Nullable String digest) {
    ASN1ObjectIdentifier oid = id.getAlgorithm();
    if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      String hash =
          hash(RSASSAPSSparams.getInstance(id.getParameters()).getHashAlgorithm().getAlgorithm());
      return hash == null ? null : new SignatureScheme(true, hash);
    }
    String named = hashOf(oid);
    if (named != null) {
      return new SignatureScheme(false, named);
    }
    boolean bare =
        oid.equals(PKCSObjectIdentifiers.rsaEncryption)
            || oid.equals(X9ObjectIdentifiers.id_ecPublicKey);
    return bare && digest != null ? new SignatureScheme(false, digest) : null;
  }

  private static @Nullable String hashOf(ASN1ObjectIdentifier oid) {
    if (oid.equals(PKCSObjectIdentifiers.md5WithRSAEncryption)) {
      return Hashes.MD5;
    }
    if (oid.equals(PKCSObjectIdentifiers.sha1WithRSAEncryption)
        || oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA1)) {
      return Hashes.SHA1;
    }
    if (oid.equals(PKCSObjectIdentifiers.sha256WithRSAEncryption)
        || oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA256)) {
      return Hashes.SHA256;
    }
    if (oid.equals(PKCSObjectIdentifiers.sha384WithRSAEncryption)
        || oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA384)) {
      return Hashes.SHA384;
    }
    return oid.equals(PKCSObjectIdentifiers.sha512WithRSAEncryption)
            || oid.equals(X9ObjectIdentifiers.ecdsa_with_SHA512)
            || oid.equals(EdECObjectIdentifiers.id_Ed25519)
        ? Hashes.SHA512
        : null;
  }

  /** The Java name of a hash function; null where it is not known. */
  static @Nullable String hash(ASN1ObjectIdentifier oid) {
    if (oid.equals(NISTObjectIdentifiers.id_sha256)) {
      return Hashes.SHA256;
    }
    if (oid.equals(NISTObjectIdentifiers.id_sha384)) {
      return Hashes.SHA384;
    }
    if (oid.equals(NISTObjectIdentifiers.id_sha512)) {
      return Hashes.SHA512;
    }
    if (oid.equals(NISTObjectIdentifiers.id_sha224)) {
      return Hashes.SHA224;
    }
    if (oid.equals(OIWObjectIdentifiers.idSHA1)) {
      return Hashes.SHA1;
    }
    return oid.equals(PKCSObjectIdentifiers.md5) ? Hashes.MD5 : null;
  }

  boolean verifies(AsymmetricKeyParameter key, byte[] signature, Covered data) {
    return switch (key) {
      case RSAKeyParameters rsa when pss -> KeyMath.rsaPss(rsa, hash, data.digest(hash), signature);
      case RSAKeyParameters rsa -> KeyMath.rsaPkcs1(rsa, hash, data.digest(hash), signature);
      case ECPublicKeyParameters ec -> {
        BigInteger[] numbers = TrustAnchors.derNumbers(signature);
        yield numbers != null && KeyMath.ecdsa(ec, data.digest(hash), numbers[0], numbers[1]);
      }
      case Ed25519PublicKeyParameters ed -> Ed25519.verifies(ed.getEncoded(), signature, data);
      default -> false;
    };
  }
}
