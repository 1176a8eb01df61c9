package dev.plimsoll.capture.recognise.tunnel;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** Channels of messengers: those with a key exchange that shows, and those whose keys are sent. */
public final class MessengerDialect implements Dialect {
  private static final int NOISE_SEARCHED = 40;
  private static final int OICQ_START = 2;
  private static final int OICQ_END = 3;
  private static final String TAILSCALE = "TS\u00f0\u009f\u0092\u00ac";

  /** Makes the dialect; it holds nothing. */
  public MessengerDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      if (noise(talk.client())) {
        return Said.encrypted("WhatsApp").version("Noise").frames(talk.openingFrames()).build();
      }
      // Before Noise it was RC4 under keys of the password
      return talk.client().starts("WA") && compactXmpp(talk.client().from(4))
          ? Said.broken("WhatsApp").finding("weak_cipher").frames(talk.openingFrames()).build()
          : null;
    }
    if (talk.all(o -> o.at(0, TAILSCALE) && o.wire() >= 62)) {
      return Said.encrypted("Tailscale").frames(talk.openingFrames()).build();
    }
    return talk.all(MessengerDialect::oicq)
        ? Said.broken("OICQ").finding("fixed_key").frames(talk.openingFrames()).build()
        : null;
  }

  /** A hello of the Noise framework: a mark, a length of three bytes, an ephemeral key of 32. */
  private static boolean noise(Octets client) {
    int at = client.find("WA", 0, NOISE_SEARCHED);
    int length = at < 0 ? -1 : client.u24(at + 4);
    if (length < 34 || length > 4096) {
      return false;
    }
    int hello = at + 7;
    int field = client.u8(hello) == 0x12 ? client.find("\n ", hello, hello + 8) : -1;
    return field > 0;
  }

  private static boolean compactXmpp(Octets o) {
    return o.u8(0) == 0 && o.u16(1) > 2 && o.u16(1) < 4096 && o.u8(3) == 0xf8 && o.u8(4) > 0;
  }

  /** Start, version, command, sequence, number of the user, and an end. */
  private static boolean oicq(Octets o) {
    return o.u8(0) == OICQ_START
        && o.wire() >= 14
        && o.u16(3) > 0
        && o.u16(3) < 0x1000
        && o.u32(7) > 10000
        && o.u8(1) > 0
        && (o.wire() > o.length() || o.u8(o.length() - 1) == OICQ_END);
  }
}
