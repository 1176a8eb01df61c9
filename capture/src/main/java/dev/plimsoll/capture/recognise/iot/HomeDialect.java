package dev.plimsoll.capture.recognise.iot;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.text.TextTest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Plugs, lamps and hubs that guard their local control by obfuscation or fixed keys. */
public final class HomeDialect implements Dialect {
  private static final int XOR_START = 171;
  private static final int MIIO = 0x2131;

  /** Makes the dialect; it holds nothing. */
  public HomeDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (kasa(talk, talk.client()) || kasa(talk, talk.server())) {
      return Said.broken("Kasa").finding("obfuscation").frames(talk.openingFrames()).build();
    }
    Recognition tuya = Tuya.recognise(talk);
    if (tuya != null) {
      return tuya;
    }
    return !talk.stream() && talk.all(HomeDialect::miio) ? miio(talk) : null;
  }

  /** Every byte is combined with the one before it; what comes out is JSON. */
  private static boolean kasa(Talk talk, Octets side) {
    Octets body = side;
    if (talk.stream()) {
      long length = side.u32(0);
      if (length < 2 || length > 1 << 20) {
        return false;
      }
      body = side.slice(4, (int) length);
    }
    if ((body.u8(0) ^ XOR_START) != '{' || body.length() < 2) {
      return false;
    }
    return TextTest.readable(Octets.of(decode(body.slice(0, 256))));
  }

  /** Takes the obfuscation off; visible for tests. */
  static byte[] decode(Octets body) {
    byte[] clear = new byte[body.length()];
    int key = XOR_START;
    for (int i = 0; i < clear.length; i++) {
      clear[i] = (byte) (body.u8(i) ^ key);
      key = body.u8(i);
    }
    return clear;
  }

  static String text(byte[] clear) {
    return new String(clear, StandardCharsets.ISO_8859_1);
  }

  /** A magic number, the length of the whole, device, stamp and digest. */
  private static boolean miio(Octets o) {
    return o.u16(0) == MIIO && o.u16(2) == o.wire() && o.wire() >= 32;
  }

  private static Recognition miio(Talk talk) {
    boolean token = talk.count(HomeDialect::token) > 0;
    Said said = token ? Said.broken("miIO").finding("credentials") : Said.named("miIO");
    return said.frames(talk.openingFrames()).open().build();
  }

  /** An answer to a hello whose digest is neither of ones nor zeros: the token itself. */
  private static boolean token(Octets o) {
    boolean ones = true;
    boolean zeros = true;
    for (int i = 16; i < 32; i++) {
      ones &= o.u8(i) == 0xff;
      zeros &= o.u8(i) == 0;
    }
    return o.wire() == 32 && o.u32(8) != 0xffffffffL && !ones && !zeros;
  }
}
