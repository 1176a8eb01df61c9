package dev.plimsoll.capture.recognise.iot;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** CoAP over datagrams (RFC 7252); with the OSCORE option it is protected inside (RFC 8613). */
public final class CoapDialect implements Dialect {
  private static final int OSCORE = 9;
  private static final int NO_OPTIONS = 0;
  private static final int BAD = -1;

  /** Makes the dialect; it holds nothing. */
  public CoapDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream() || !talk.all(o -> options(o) != BAD)) {
      return null;
    }
    int told = talk.count(o -> options(o) > NO_OPTIONS);
    if (told == 0) {
      return null;
    }
    if (talk.count(o -> oscore(options(o))) == told) {
      return Said.encrypted("CoAP").version("OSCORE").frames(talk.openingFrames()).open().build();
    }
    return Said.clear("CoAP").frames(talk.openingFrames()).build();
  }

  private static boolean oscore(int mask) {
    return mask > NO_OPTIONS && (mask & 1 << OSCORE) != 0;
  }

  /**
   * The numbers of the options as bits, 0 where the message has none, {@link #BAD} where the bytes
   * are no message: the options must end with the message or before a marker.
   */
  private static int options(Octets o) {
    int token = o.u8(0) & 15;
    int code = o.u8(1);
    if (o.u8(0) >> 6 != 1 || token > 8 || !code(code) || o.wire() > o.length()) {
      return BAD;
    }
    int at = 4 + token;
    int number = 0;
    int mask = code == 0 ? 0 : 1 << 30;
    while (at < o.length() && o.u8(at) != 0xff) {
      int delta = o.u8(at) >> 4;
      int length = o.u8(at) & 15;
      if (delta == 15 || length == 15) {
        return BAD;
      }
      int wide = at + 1;
      if (delta >= 13) {
        delta = delta == 13 ? 13 + o.u8(wide) : 269 + o.u16(wide);
        wide += delta >= 269 ? 2 : 1;
      }
      if (length >= 13) {
        boolean two = length == 14;
        length = two ? 269 + o.u16(wide) : 13 + o.u8(wide);
        wide += two ? 2 : 1;
      }
      number += delta;
      if (number > 65000 || (number > 60 && number < 252)) {
        return BAD;
      }
      mask |= number < 30 ? 1 << number : 0;
      at = wide + length;
    }
    boolean marked = o.u8(at) == 0xff;
    return (at == o.length() || (marked && at + 1 < o.length())) && (code != 0 || o.length() == 4)
        ? mask
        : BAD;
  }

  /** Class and detail: requests 0.00 to 0.07, answers 2, 4, 5. */
  private static boolean code(int code) {
    int kind = code >> 5;
    int detail = code & 31;
    return kind == 0
        ? detail <= 7
        : (kind == 2 && detail <= 31) || (kind >= 4 && kind <= 5 && detail <= 12);
  }
}
