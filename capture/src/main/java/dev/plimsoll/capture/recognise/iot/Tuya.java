package dev.plimsoll.capture.recognise.iot;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.text.TextTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The local protocol of Tuya: frames 000055aa ... 0000aa55 up to version 3.4, 00006699 ... 00009966
 * in 3.5. The broadcasts are under a key that is the same everywhere and published.
 */
final class Tuya {
  private static final long PREFIX = 0x55aaL;
  private static final long PREFIX_35 = 0x6699L;
  private static final long SESSION_START = 3;
  private static final long SESSION_END = 5;
  private static final int BLOCK = 16;

  private Tuya() {}

  static @Nullable Recognition recognise(Talk talk) {
    boolean fits =
        talk.stream() ? talk.sides(Tuya::frame) : talk.all(Tuya::frame) && !talk.first().isEmpty();
    if (!fits) {
      return null;
    }
    Said said = talk.stream() ? session(talk) : broadcast(talk.first());
    return said.frames(talk.openingFrames()).build();
  }

  /** Prefix, sequence, command and the length of what follows, with the suffix at its end. */
  private static boolean frame(Octets o) {
    if (o.u32(0) == PREFIX) {
      long length = o.u32(12);
      return length >= 8
          && length < 65536
          && o.wire() >= 16 + length
          && (!o.has(0, (int) length + 16) || o.u32((int) length + 12) == 0xaa55L);
    }
    return o.u32(0) == PREFIX_35 && o.u32(14) >= 28 && o.u32(14) < 65536;
  }

  private static Said broadcast(Octets o) {
    if (o.u32(0) == PREFIX_35) {
      return opens35(o)
          ? Said.broken("Tuya").version("3.5").finding("fixed_key")
          : Said.named("Tuya");
    }
    int length = (int) o.u32(12);
    Octets body = o.slice(16, length - 8);
    if (TextTest.readable(body.from(body.u32(0) == 0 ? 4 : 0))) {
      return Said.clear("Tuya");
    }
    return opens(body.from(body.u32(0) == 0 ? 4 : 0)) || opens(body)
        ? Said.broken("Tuya").finding("fixed_key")
        : Said.named("Tuya");
  }

  private static byte[] key() throws GeneralSecurityException {
    return MessageDigest.getInstance("MD5")
        .digest("yGAdlopoPVldABfn".getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean opens(Octets body) {
    int whole = body.length() / BLOCK * BLOCK;
    if (whole == 0) {
      return false;
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key(), "AES"));
      byte[] clear = cipher.doFinal(body.copy(), 0, whole);
      return clear[0] == '{' && TextTest.readable(Octets.of(clear, Math.max(BLOCK, whole - BLOCK)));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean opens35(Octets o) {
    int length = (int) o.u32(14);
    if (!o.has(18, length)) {
      return false;
    }
    try {
      byte[] all = o.copy();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key(), "AES"),
          new GCMParameterSpec(128, Arrays.copyOfRange(all, 18, 30)));
      cipher.updateAAD(all, 4, 14);
      cipher.doFinal(all, 30, length - 12);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Over a stream: 3.5, or 3.4 with its session keys; before that one key for ever, in ECB. */
  private static Said session(Talk talk) {
    Octets first = talk.first();
    if (first.u32(0) == PREFIX_35) {
      return Said.encrypted("Tuya").version("3.5");
    }
    long command = first.u32(8);
    if (command >= SESSION_START && command <= SESSION_END) {
      return Said.encrypted("Tuya").version("3.4");
    }
    Octets body = first.slice(16, (int) first.u32(12) - 8);
    return TextTest.readable(body)
        ? Said.clear("Tuya")
        : Said.broken("Tuya").finding("fixed_key").openIf(body.isEmpty());
  }
}
