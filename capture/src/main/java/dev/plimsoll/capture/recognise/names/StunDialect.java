package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/**
 * STUN and TURN signalling (RFC 8489, RFC 3489); what else the flow carries is not judged by it.
 */
public final class StunDialect implements Dialect {
  private static final long COOKIE = 0x2112a442L;
  private static final int HEADER = 20;

  /** Makes the dialect; it holds nothing. */
  public StunDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return talk.either(StunDialect::framed) || talk.sides(o -> stun(o, false))
          ? Said.infrastructure("STUN").build()
          : null;
    }
    int signals = talk.count(o -> stun(o, true) || old(o));
    if (signals == 0 || !stun(talk.first(), true)) {
      return null;
    }
    int size = Math.min(talk.size(), 24);
    return (signals == size ? Said.infrastructure("STUN") : Said.named("STUN")).open().build();
  }

  /** The same behind a length (RFC 4571). */
  private static boolean framed(Octets o) {
    return o.u16(0) >= HEADER && o.u32(6) == COOKIE && stun(o.from(2), false);
  }

  private static boolean stun(Octets o, boolean whole) {
    int length = o.u16(2);
    if (o.u8(0) > 3 || length % 4 != 0 || !o.has(0, 4)) {
      return false;
    }
    if (o.u32(4) == COOKIE) {
      return !whole || length + HEADER == o.wire() || length + HEADER <= o.wire();
    }
    int type = o.u16(0);
    boolean known = type == 1 || type == 0x101 || type == 0x111 || type == 2 || type == 0x102;
    return known && length + HEADER == o.wire() && length > 0 && attributes(o);
  }

  /** Older kinds of TURN beside STUN have no cookie, but the same attributes to the end. */
  private static boolean old(Octets o) {
    return o.u8(0) <= 3 && o.u16(2) + HEADER == o.wire() && o.u16(2) > 0 && attributes(o);
  }

  private static boolean attributes(Octets o) {
    int at = HEADER;
    while (o.has(at, 4)) {
      at += 4 + (o.u16(at + 2) + 3 & ~3);
    }
    return at == o.wire();
  }
}
