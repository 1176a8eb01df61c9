package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** Meters: DLMS/COSEM (IEC 62056-47) and ANSI C12.22 on IP. */
public final class MeterDialect implements Dialect {
  private static final int HEADER = 8;

  /** Makes the dialect; it holds nothing. */
  public MeterDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (Framing.either(talk, MeterDialect::wrapper)) {
      boolean ciphered = talk.either(o -> ciphered(o.u8(HEADER)));
      Said said = ciphered ? Said.named("DLMS") : Said.clear("DLMS");
      return said.frames(talk.openingFrames()).build();
    }
    return Framing.either(talk, MeterDialect::association)
        ? Said.clear("C12.22").frames(talk.openingFrames()).build()
        : null;
  }

  /** Version 1, two ends, length. */
  private static int wrapper(Octets o) {
    int length = o.u16(6);
    return o.u16(0) == 1 && length >= 2 && length < 4096 && o.u16(2) > 0 && o.u16(4) > 0
        ? length + HEADER
        : -1;
  }

  private static boolean ciphered(int tag) {
    return (tag >= 0xc8 && tag <= 0xcf) || (tag >= 0xdb && tag <= 0xdd);
  }

  /** An element of association control whose first part names the called application. */
  private static int association(Octets o) {
    int length = o.u8(1);
    int header = 2;
    if (length > 0x80 && length <= 0x82) {
      header += length - 0x80;
      length = length == 0x81 ? o.u8(2) : o.u16(2);
    }
    int first = o.u8(header);
    return o.u8(0) == 0x60 && length > 4 && first >= 0xa1 && first <= 0xa8 ? header + length : -1;
  }
}
