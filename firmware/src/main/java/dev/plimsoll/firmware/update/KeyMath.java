package dev.plimsoll.firmware.update;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.jspecify.annotations.Nullable;

/** The signature equations over digests, and how strong a key is. */
final class KeyMath {
  /** Least RSA modulus that counts, in bits (NIST SP 800-131A r2, section 3). */
  static final int MIN_RSA_BITS = 2048;

  /** Least size of an elliptic curve's order that counts, in bits (same source). */
  static final int MIN_EC_BITS = 224;

  private KeyMath() {}

  /**
   * RSASSA-PKCS1-v1_5 by building the one right encoding and comparing all of it (RFC 8017, section
   * 8.2.2); a lenient parse of the padding has been forged against.
   */
  static boolean rsaPkcs1(RSAKeyParameters key, String hash, byte[] digest, byte[] signature) {
    byte[] prefix = digestInfo(hash);
    int length = modulusBytes(key);
    if (prefix == null
        || signature.length != length
        || length < prefix.length + digest.length + 11) {
      return false;
    }
    byte[] wanted = new byte[length];
    int start = length - prefix.length - digest.length;
    Arrays.fill(wanted, 2, start - 1, (byte) 0xff);
    wanted[1] = 1;
    System.arraycopy(prefix, 0, wanted, start, prefix.length);
    System.arraycopy(digest, 0, wanted, start + prefix.length, digest.length);
    byte[] opened = open(key, signature);
    return opened != null && MessageDigest.isEqual(opened, wanted);
  }

  /** RSASSA-PSS with MGF1 of the same hash and any length of salt (RFC 8017, section 9.1.2). */
  static boolean rsaPss(RSAKeyParameters key, String hash, byte[] digest, byte[] signature) {
    byte[] opened = signature.length == modulusBytes(key) ? open(key, signature) : null;
    if (opened == null) {
      return false;
    }
    int bits = key.getModulus().bitLength() - 1;
    int length = (bits + 7) / 8;
    byte[] encoded = Arrays.copyOfRange(opened, opened.length - length, opened.length);
    int body = length - digest.length - 1;
    if (body < 1
        || (opened.length > length && opened[0] != 0)
        || encoded[length - 1] != (byte) 0xbc) {
      return false;
    }
    byte[] seed = Arrays.copyOfRange(encoded, body, body + digest.length);
    byte[] mask = mgf1(hash, seed, body);
    for (int i = 0; i < body; i++) {
      mask[i] ^= encoded[i];
    }
    int unused = 8 * length - bits;
    if ((encoded[0] & 0xff) >>> (8 - unused) != 0 && unused > 0) {
      return false;
    }
    mask[0] &= (byte) (0xff >>> unused);
    return endsInSalt(hash, mask, digest, seed);
  }

  private static boolean endsInSalt(String hash, byte[] block, byte[] digest, byte[] wanted) {
    int one = 0;
    while (one < block.length && block[one] == 0) {
      one++;
    }
    if (one == block.length || block[one] != 1) {
      return false;
    }
    MessageDigest md = Hashes.newDigest(hash);
    md.update(new byte[8]);
    md.update(digest);
    md.update(block, one + 1, block.length - one - 1);
    return MessageDigest.isEqual(md.digest(), wanted);
  }

  private static byte[] mgf1(String hash, byte[] seed, int length) {
    byte[] mask = new byte[length];
    int at = 0;
    for (int counter = 0; at < length; counter++) {
      MessageDigest md = Hashes.newDigest(hash);
      md.update(seed);
      md.update(new byte[] {0, 0, (byte) (counter >> 8), (byte) counter});
      byte[] piece = md.digest();
      int count = Math.min(piece.length, length - at);
      System.arraycopy(piece, 0, mask, at, count);
      at += count;
    }
    return mask;
  }

  private static byte @Nullable [] open(RSAKeyParameters key, byte[] signature) {
    BigInteger s = new BigInteger(1, signature);
    if (s.compareTo(key.getModulus()) >= 0) {
      return null;
    }
    return fixed(s.modPow(key.getExponent(), key.getModulus()), modulusBytes(key));
  }

  private static byte[] fixed(BigInteger value, int length) {
    byte[] big = value.toByteArray();
    byte[] out = new byte[length];
    int count = Math.min(length, big.length);
    System.arraycopy(big, big.length - count, out, length - count, count);
    return out;
  }

  static boolean ecdsa(ECPublicKeyParameters key, byte[] digest, BigInteger r, BigInteger s) {
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    return signer.verifySignature(digest, r, s);
  }

  static int modulusBytes(RSAKeyParameters key) {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  static int fieldBytes(ECPublicKeyParameters key) {
    return (key.getParameters().getN().bitLength() + 7) / 8;
  }

  /** Such as RSA-2048, ECDSA-P-256 or Ed25519. */
  static String describe(AsymmetricKeyParameter key) {
    return switch (key) {
      case RSAKeyParameters rsa -> "RSA-" + rsa.getModulus().bitLength();
      case ECPublicKeyParameters ec -> "ECDSA-P-" + ec.getParameters().getN().bitLength();
      case Ed25519PublicKeyParameters _ -> "Ed25519";
      default -> key.getClass().getSimpleName();
    };
  }

  /** Why a signature of this key over this hash can be forged; null where it can't. */
  static @Nullable String weakness(AsymmetricKeyParameter key, String hash) {
    if (Hashes.isBroken(hash)) {
      return "it is made over " + hash + ", which can be forged";
    }
    if (key instanceof RSAKeyParameters rsa
        && (rsa.getModulus().bitLength() < MIN_RSA_BITS
            || rsa.getExponent().compareTo(BigInteger.TWO) <= 0)) {
      return "its RSA key has only " + rsa.getModulus().bitLength() + " bits";
    }
    if (key instanceof ECPublicKeyParameters ec
        && ec.getParameters().getN().bitLength() < MIN_EC_BITS) {
      return "its curve has only " + ec.getParameters().getN().bitLength() + " bits";
    }
    return null;
  }

  /** DER of DigestInfo up to the digest (RFC 8017, section 9.2, note 1). */
  private static byte @Nullable [] digestInfo(String hash) {
    return switch (hash) {
      case Hashes.MD5 -> hex("3020300c06082a864886f70d020505000410");
      case Hashes.SHA1 -> hex("3021300906052b0e03021a05000414");
      case Hashes.SHA224 -> hex("302d300d06096086480165030402040500041c");
      case Hashes.SHA256 -> hex("3031300d060960864801650304020105000420");
      case Hashes.SHA384 -> hex("3041300d060960864801650304020205000430");
      case Hashes.SHA512 -> hex("3051300d060960864801650304020305000440");
      default -> null;
    };
  }

  private static byte[] hex(String digits) {
    return java.util.HexFormat.of().parseHex(digits);
  }
}
