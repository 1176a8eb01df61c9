package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.MD4Digest;

/**
 * The hash of Windows: MD4 of the password in UTF-16, without a salt; {@code $3$$} and 32 hex
 * digits.
 */
record NtHash(byte[] digest) implements StoredHash {

  static NtHash read(String text) {
    byte[] digest = HexFormat.of().parseHex(text.substring(text.lastIndexOf('$') + 1));
    if (digest.length != 16) {
      throw new IllegalArgumentException("not 16 bytes");
    }
    return new NtHash(digest);
  }

  @Override
  public String scheme() {
    return "nthash";
  }

  @Override
  public long cost() {
    return 2;
  }

  @Override
  public boolean fits(byte[] password) {
    // crypt(3) widens each byte of the password; Windows and Samba widen each character.
    return matches(new String(password, StandardCharsets.UTF_8))
        || matches(new String(password, StandardCharsets.ISO_8859_1));
  }

  private boolean matches(String password) {
    byte[] wide = password.getBytes(StandardCharsets.UTF_16LE);
    MD4Digest md4 = new MD4Digest();
    md4.update(wide, 0, wide.length);
    byte[] out = new byte[16];
    md4.doFinal(out, 0);
    return Arrays.equals(out, digest);
  }
}
