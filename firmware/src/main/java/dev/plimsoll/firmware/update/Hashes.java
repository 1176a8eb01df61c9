package dev.plimsoll.firmware.update;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hash functions by their Java names, and which of them still vouch for a signature. */
final class Hashes {
  static final String MD5 = "MD5";
  static final String SHA1 = "SHA-1";
  static final String SHA224 = "SHA-224";
  static final String SHA256 = "SHA-256";
  static final String SHA384 = "SHA-384";
  static final String SHA512 = "SHA-512";

  private Hashes() {}

  static MessageDigest newDigest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** The Java name of what formats write as sha256, SHA256 or sha-256; null where it is none. */
  static @Nullable String named(String written) {
    return switch (written.toLowerCase(Locale.ROOT).replace("-", "")) {
      case "md5" -> MD5;
      case "sha1" -> SHA1;
      case "sha224" -> SHA224;
      case "sha256" -> SHA256;
      case "sha384" -> SHA384;
      case "sha512" -> SHA512;
      default -> null;
    };
  }

  /** Whether collisions can be made: MD5 and SHA-1 (NIST SP 800-131A r2, section 3). */
  static boolean isBroken(String name) {
    return name.equals(MD5) || name.equals(SHA1) || name.equals("MD2") || name.equals("RIPEMD160");
  }
}
