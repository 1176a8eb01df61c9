package dev.plimsoll.capture.recognise.iot;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/**
 * Matter (core specification 1.3, sections 4.4 and 4.11): sessions are made by PASE or CASE in the
 * clear, and everything after is under AES-CCM. Only a flow that shows the making counts as proof.
 */
public final class MatterDialect implements Dialect {
  private static final int SECURE_CHANNEL = 0;

  /** Makes the dialect; it holds nothing. */
  public MatterDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.all(MatterDialect::message)) {
      return null;
    }
    int made = talk.count(MatterDialect::establishing);
    int open = talk.count(o -> o.le16(1) == 0);
    int secret = talk.count(o -> o.le16(1) != 0);
    if (made == 0) {
      return null;
    }
    boolean other = talk.count(o -> o.le16(1) == 0 && !channel(o)) > 0;
    if (other) {
      return Said.clear("Matter").frames(talk.openingFrames()).build();
    }
    Said said = secret > 0 && made > 1 ? Said.encrypted("Matter") : Said.named("Matter");
    return said.frames(talk.openingFrames()).openIf(open == made || secret == 0).build();
  }

  /** Version 0, no reserved bits, session type unicast or group. */
  private static boolean message(Octets o) {
    return (o.u8(0) & 0xf0) == 0 && (o.u8(0) & 3) != 3 && (o.u8(3) & 0x1e) == 0 && o.wire() >= 16;
  }

  private static int protocol(Octets o) {
    int flags = o.u8(0);
    return 8 + ((flags & 4) != 0 ? 8 : 0) + ((flags & 3) == 1 ? 8 : (flags & 3) == 2 ? 2 : 0);
  }

  private static boolean channel(Octets o) {
    return o.le16(protocol(o) + 4) == SECURE_CHANNEL;
  }

  /** PASE 0x20 to 0x24 and CASE 0x30 to 0x33 with the protocol of the secure channel. */
  private static boolean establishing(Octets o) {
    int at = protocol(o);
    int code = o.u8(at + 1);
    boolean opcode = (code >= 0x20 && code <= 0x24) || (code >= 0x30 && code <= 0x33);
    return o.le16(1) == 0 && opcode && channel(o) && (o.u8(at) & 0xe0) == 0 && o.u8(at + 6) == 0x15;
  }
}
