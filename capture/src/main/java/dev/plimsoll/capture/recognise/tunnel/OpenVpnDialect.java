package dev.plimsoll.capture.recognise.tunnel;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.text.TextTest;
import org.jspecify.annotations.Nullable;

/** OpenVPN: reset packets of both ends that name each other's session, over either transport. */
public final class OpenVpnDialect implements Dialect {
  private static final int CLIENT_RESET = 7;
  private static final int SERVER_RESET = 8;
  private static final int CLIENT_RESET_V3 = 10;

  /** Makes the dialect; it holds nothing. */
  public OpenVpnDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    Octets client = packet(talk, talk.client());
    Octets server = packet(talk, talk.server());
    int reset = client.u8(0) >> 3;
    if (!talk.stream() && oneSided(talk)) {
      return OpenVpnHandshake.quality(talk)
          .frames(talk.openingFrames())
          .openIf(!talk.complete())
          .build();
    }
    boolean opened =
        (reset == CLIENT_RESET || reset == CLIENT_RESET_V3)
            && (client.u8(0) & 7) == 0
            && client.wire() >= 14
            && client.wire() <= 400
            && client.u32(1) > 0;
    if (!opened) {
      return null;
    }
    boolean plain = client.wire() == 14 && client.u8(9) == 0 && client.u32(10) == 0;
    boolean answered =
        server.u8(0) == SERVER_RESET << 3
            && server.u32(1) > 0
            && server.wire() >= 22
            && !TextTest.readable(server);
    if (!answered && !(plain && repeated(talk))) {
      return null;
    }
    Said said = OpenVpnHandshake.quality(talk);
    return said.frames(talk.openingFrames()).openIf(!talk.complete()).build();
  }

  /** A reset and then packets of the same session, where the capture has one direction only. */
  private static boolean oneSided(Talk talk) {
    if (talk.both() || talk.size() < 4) {
      return false;
    }
    Octets first = talk.first();
    int opcode = first.u8(0) >> 3;
    long session = first.u32(1);
    long rest = first.u32(5);
    boolean reset = opcode == CLIENT_RESET || opcode == SERVER_RESET || opcode == CLIENT_RESET_V3;
    return reset
        && session > 0
        && (first.u8(0) & 7) == 0
        && !TextTest.readable(first)
        && first.wire() <= 400
        && talk.all(o -> o.u8(0) >> 3 >= 3 && o.u8(0) >> 3 <= CLIENT_RESET_V3)
        && talk.count(o -> o.u32(1) == session && o.u32(5) == rest) >= 4;
  }

  private static boolean repeated(Talk talk) {
    return !talk.stream() && talk.count(o -> o.u8(0) >> 3 == CLIENT_RESET && o.wire() == 14) > 1;
  }

  /** The first packet of a side, without the length that stands before it in a stream. */
  private static Octets packet(Talk talk, Octets side) {
    if (!talk.stream()) {
      return side;
    }
    int length = side.u16(0);
    return length >= 14 && length <= 1600 ? side.slice(2, length) : Octets.NONE;
  }
}
