package dev.plimsoll.firmware.update;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * A signature of ssh-keygen -Y sign (PROTOCOL.sshsig of OpenSSH). The key that it carries is not
 * trusted; it only says who made it.
 */
record SshSignature(byte[] key, byte[] namespace, byte[] reserved, String hash, byte[] signature) {
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);

  static boolean isOne(Slice file) {
    return file.has(0, BEGIN) && file.size() < 64 << 10;
  }

  static SshSignature parse(Slice file) {
    String text = file.text();
    int end = text.indexOf("-----END", BEGIN.length());
    if (end < 0) {
      throw file.malformed(0, "holds an SSH signature without an end");
    }
    byte[] blob;
    try {
      blob = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), end));
    } catch (IllegalArgumentException e) {
      throw file.malformed(0, "holds an SSH signature that cannot be read");
    }
    Slice body = Slice.of(blob, file.file(), null);
    if (!body.has(0, MAGIC) || body.u32be(6) != 1) {
      throw file.malformed(0, "holds an SSH signature of an unknown version");
    }
    Fields fields = new Fields(body, 10);
    byte[] key = fields.next();
    byte[] namespace = fields.next();
    byte[] reserved = fields.next();
    String hash = new String(fields.next(), StandardCharsets.US_ASCII);
    return new SshSignature(key, namespace, reserved, hash, fields.next());
  }

  SignatureResult verify(Covered data, TrustAnchors anchors) {
    String java = hash.equals("sha256") || hash.equals("sha512") ? Hashes.named(hash) : null;
    if (java == null || data.size() == 0) {
      return SignatureResult.wrong(
          "SSH", "the SSH signature covers no bytes, or by an unknown hash");
    }
    Covered signed = Covered.of(signed(data.digest(java)));
    Fields fields = new Fields(Slice.of(signature, "", null), 0);
    String type = new String(fields.next(), StandardCharsets.US_ASCII);
    SignatureResult result = verify(type, fields.next(), signed, anchors);
    return result.state() == SignatureResult.State.WRONG && !isGiven(anchors)
        ? SignatureResult.stranger(
            result.algorithm(), "it is signed with an SSH key that is none of the given ones")
        : result;
  }

  private static SignatureResult verify(
      String type, byte[] value, Covered signed, TrustAnchors anchors) {
    return switch (type) {
      case "ssh-ed25519" -> anchors.ed25519(value, signed);
      case "rsa-sha2-256" -> anchors.rsa(value, TrustAnchors.Padding.PKCS1, Hashes.SHA256, signed);
      case "rsa-sha2-512" -> anchors.rsa(value, TrustAnchors.Padding.PKCS1, Hashes.SHA512, signed);
      case "ecdsa-sha2-nistp256" -> ecdsa(value, Hashes.SHA256, signed, anchors);
      case "ecdsa-sha2-nistp384" -> ecdsa(value, Hashes.SHA384, signed, anchors);
      case "ecdsa-sha2-nistp521" -> ecdsa(value, Hashes.SHA512, signed, anchors);
      default -> SignatureResult.noKey("SSH", "its kind of SSH signature is not known here");
    };
  }

  private static SignatureResult ecdsa(
      byte[] value, String hash, Covered signed, TrustAnchors anchors) {
    Fields numbers = new Fields(Slice.of(value, "", null), 0);
    BigInteger r = new BigInteger(1, numbers.next());
    return anchors.ecdsa(r, new BigInteger(1, numbers.next()), hash, signed);
  }

  private boolean isGiven(TrustAnchors anchors) {
    byte[] spki = spki();
    return spki != null
        && anchors.keys().stream().anyMatch(each -> Arrays.equals(each.spki(), spki));
  }

  private byte @Nullable [] spki() {
    try {
      AsymmetricKeyParameter parsed = OpenSSHPublicKeyUtil.parsePublicKey(key);
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parsed).getEncoded("DER");
    } catch (java.io.IOException | RuntimeException e) {
      return null;
    }
  }

  private byte[] signed(byte[] digest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    for (byte[] each :
        new byte[][] {namespace, reserved, hash.getBytes(StandardCharsets.US_ASCII), digest}) {
      out.writeBytes(
          new byte[] {
            (byte) (each.length >> 24),
            (byte) (each.length >> 16),
            (byte) (each.length >> 8),
            (byte) each.length
          });
      out.writeBytes(each);
    }
    return out.toByteArray();
  }

  /** Strings with their length before them, one after the other. */
  private static final class Fields {
    private final Slice bytes;
    private long at;

    Fields(Slice bytes, long at) {
      this.bytes = bytes;
      this.at = at;
    }

    byte[] next() {
      long length = bytes.u32be(at);
      byte[] value = bytes.bytes(at + 4, length);
      at += 4 + length;
      return value;
    }
  }
}
