package dev.plimsoll.capture.recognise.quic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of Initial packets, which everybody can derive from the connection id that the client
 * chose (RFC 9001 section 5.2, RFC 9369 section 3.3).
 */
final class InitialKeys {
  private static final int TAG = 16;
  private static final byte[] SALT_1 = hex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
  private static final byte[] SALT_2 = hex("0dede3def700a6db819381be6e269dcbf9bd2ed9");
  private static final byte[] SALT_29 = hex("afbfec289993d24c9e9786f19c6111e04390a899");
  private static final byte[] SALT_23 = hex("c3eef712c72ebb5a11a7d2432bb46365bef9f502");
  private static final byte[] SALT_21 = hex("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a");
  private static final List<byte[]> ALL = List.of(SALT_23, SALT_21, SALT_29, SALT_1);

  private final SecretKeySpec key;
  private final byte[] iv;
  private final SecretKeySpec headerKey;

  private InitialKeys(SecretKeySpec key, byte[] iv, SecretKeySpec headerKey) {
    this.key = key;
    this.iv = iv;
    this.headerKey = headerKey;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** The salts to try for a version: one where it is in a standard, all for private versions. */
  static List<byte[]> salts(long version) {
    if (version == QuicPacket.V1) {
      return List.of(SALT_1);
    }
    if (version == QuicPacket.V2) {
      return List.of(SALT_2);
    }
    if (version >>> 8 == 0xff0000) {
      int draft = (int) (version & 0xff);
      return List.of(draft >= 29 ? SALT_29 : draft >= 23 ? SALT_23 : SALT_21);
    }
    return ALL;
  }

  /** The keys by which the client protects its Initial packets. */
  static InitialKeys client(byte[] salt, byte[] connection, boolean second)
      throws GeneralSecurityException {
    String prefix = second ? "quicv2 " : "quic ";
    byte[] secret = expand(hmac(salt, connection), "client in", 32);
    return new InitialKeys(
        new SecretKeySpec(expand(secret, prefix + "key", 16), "AES"),
        expand(secret, prefix + "iv", 12),
        new SecretKeySpec(expand(secret, prefix + "hp", 16), "AES"));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  /** HKDF-Expand-Label (RFC 8446 section 7.1) for lengths of at most one block. */
  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    byte[] full = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    byte[] info = new byte[full.length + 5];
    info[1] = (byte) length;
    info[2] = (byte) full.length;
    System.arraycopy(full, 0, info, 3, full.length);
    info[info.length - 1] = 1;
    return Arrays.copyOf(hmac(secret, info), length);
  }

  /** Whether the header key is that of another derivation; for tests against published vectors. */
  byte[] headerKey() {
    return headerKey.getEncoded();
  }

  /**
   * Takes the protection off a packet (RFC 9001 section 5).
   *
   * @param packet the packet from its first byte
   * @param number offset of the packet number
   * @param length bytes from the packet number to the end, by the header
   * @param held how many bytes of the packet the capture has
   * @return the frames; null where the keys do not fit
   */
  byte @Nullable [] open(byte[] packet, int number, int length, int held)
      throws GeneralSecurityException {
    if (number + 20 > held) {
      return null;
    }
    Cipher mask = Cipher.getInstance("AES/ECB/NoPadding");
    mask.init(Cipher.ENCRYPT_MODE, headerKey);
    byte[] bits = mask.doFinal(packet, number + 4, 16);
    byte[] header = Arrays.copyOf(packet, number + 4);
    header[0] ^= (byte) (bits[0] & 0x0f);
    int numberLength = (header[0] & 3) + 1;
    byte[] nonce = iv.clone();
    for (int i = 0; i < numberLength; i++) {
      header[number + i] ^= bits[1 + i];
      nonce[12 - numberLength + i] ^= header[number + i];
    }
    int body = number + numberLength;
    if (number + length > held) {
      return counter(packet, body, held, nonce);
    }
    return length < numberLength + TAG
        ? null
        : gcm(packet, header, body, number + length - body, nonce);
  }

  private byte @Nullable [] gcm(byte[] packet, byte[] header, int body, int length, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(header, 0, body);
    try {
      return cipher.doFinal(packet, body, length);
    } catch (javax.crypto.AEADBadTagException e) {
      return null;
    }
  }

  /** A packet cut by the capture has no tag left: the bytes alone, by the counter mode of GCM. */
  private byte[] counter(byte[] packet, int body, int held, byte[] nonce)
      throws GeneralSecurityException {
    byte[] first = Arrays.copyOf(nonce, 16);
    first[15] = 2;
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(first));
    return cipher.doFinal(packet, body, held - body);
  }
}
