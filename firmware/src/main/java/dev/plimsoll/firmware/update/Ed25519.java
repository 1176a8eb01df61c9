package dev.plimsoll.firmware.update;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks Ed25519 signatures over data of any size (RFC 8032, section 5.1.7). The library's own
 * verifier wants the whole message on the heap; this one reads it once, as a stream.
 *
 * <p>Strict: S below the group order, the point in its one canonical form, no key of small order.
 * Not constant in time, as nothing here is secret.
 */
final class Ed25519 {
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
  private static final Point ZERO =
      new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
  private static final Point BASE = base();

  private Ed25519() {}

  /** Whether the 64-byte signature of the data is right under the 32-byte key. */
  static boolean verifies(byte[] key, byte[] signature, Covered data) {
    if (key.length != 32 || signature.length != 64) {
      return false;
    }
    byte[] r = Arrays.copyOf(signature, 32);
    BigInteger s = littleEndian(Arrays.copyOfRange(signature, 32, 64));
    Point a = decode(key);
    if (s.compareTo(ORDER) >= 0 || a == null || isSmall(a)) {
      return false;
    }
    MessageDigest digest = Hashes.newDigest(Hashes.SHA512);
    digest.update(r);
    digest.update(key);
    data.feed((bytes, count) -> digest.update(bytes, 0, count));
    BigInteger k = littleEndian(digest.digest()).mod(ORDER);
    return Arrays.equals(encode(combine(s, BASE, k, a.negated())), r);
  }

  private static boolean isSmall(Point point) {
    Point eight = point.plus(point);
    eight = eight.plus(eight);
    eight = eight.plus(eight);
    return Arrays.equals(encode(eight), encode(ZERO));
  }

  /** m * p + n * q. */
  private static Point combine(BigInteger m, Point p, BigInteger n, Point q) {
    Point both = p.plus(q);
    Point sum = ZERO;
    for (int bit = Math.max(m.bitLength(), n.bitLength()) - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      if (m.testBit(bit)) {
        sum = sum.plus(n.testBit(bit) ? both : p);
      } else if (n.testBit(bit)) {
        sum = sum.plus(q);
      }
    }
    return sum;
  }

  private static Point base() {
    byte[] encoded = new byte[32];
    Arrays.fill(encoded, (byte) 0x66);
    encoded[0] = 0x58;
    Point base = decode(encoded);
    if (base == null) {
      throw new IllegalStateException("the base point of RFC 8032 lies on the curve");
    }
    return base;
  }

  private static @Nullable Point decode(byte[] encoded) {
    byte[] bytes = encoded.clone();
    boolean odd = (bytes[31] & 0x80) != 0;
    bytes[31] &= 0x7f;
    BigInteger y = littleEndian(bytes);
    if (y.compareTo(P) >= 0) {
      return null;
    }
    BigInteger y2 = y.multiply(y);
    BigInteger x2 =
        y2.subtract(BigInteger.ONE)
            .multiply(D.multiply(y2).add(BigInteger.ONE).mod(P).modInverse(P))
            .mod(P);
    BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(x2)) {
      x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!x.multiply(x).mod(P).equals(x2) || (x.signum() == 0 && odd)) {
      return null;
    }
    x = x.testBit(0) == odd ? x : P.subtract(x);
    return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
  }

  private static byte[] encode(Point point) {
    BigInteger inverse = point.z.modInverse(P);
    BigInteger x = point.x.multiply(inverse).mod(P);
    byte[] big = point.y.multiply(inverse).mod(P).toByteArray();
    byte[] out = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      out[i] = big[big.length - 1 - i];
    }
    if (x.testBit(0)) {
      out[31] |= (byte) 0x80;
    }
    return out;
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] big = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      big[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  /** Extended coordinates: x = X/Z, y = Y/Z, x * y = T/Z (RFC 8032, section 5.1.4). */
  private record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
    Point plus(Point other) {
      BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
      BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
      BigInteger c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1).mod(P);
      BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
      BigInteger e = b.subtract(a);
      BigInteger f = d.subtract(c);
      BigInteger g = d.add(c);
      BigInteger h = b.add(a);
      return new Point(
          e.multiply(f).mod(P), g.multiply(h).mod(P), f.multiply(g).mod(P), e.multiply(h).mod(P));
    }

    Point negated() {
      return new Point(P.subtract(x), y, z, P.subtract(t));
    }
  }
}
