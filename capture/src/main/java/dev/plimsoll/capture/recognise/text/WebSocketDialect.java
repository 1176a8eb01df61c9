package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket frames in the middle of a connection whose beginning was not seen (RFC 6455 section
 * 5.2): lengths that follow one another, masked by the one end and not by the other. What they
 * carry is readable or stays unknown.
 */
public final class WebSocketDialect implements Dialect {
  private static final int FRAMES = 2;
  private static final int MASKED = 0x80;

  /** Makes the dialect; it holds nothing. */
  public WebSocketDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream() || !talk.both()) {
      return null;
    }
    int ofClient = talk.client().u8(1) & MASKED;
    int ofServer = talk.server().u8(1) & MASKED;
    if (ofClient == ofServer
        || frames(talk.client(), ofClient) < FRAMES
        || frames(talk.server(), ofServer) < FRAMES) {
      return null;
    }
    boolean reads =
        TextTest.readable(payload(talk.client())) || TextTest.readable(payload(talk.server()));
    Said said = reads ? Said.clear("WebSocket") : Said.named("WebSocket");
    return said.frames(talk.openingFrames()).build();
  }

  /** How many frames stand there whole with this mask bit; 0 where one of them does not fit. */
  private static int frames(Octets side, int mask) {
    int at = 0;
    int whole = 0;
    while (side.has(at, 2)) {
      int opcode = side.u8(at) & 15;
      boolean fits =
          (side.u8(at) & 0x30) == 0
              && (opcode <= 2 || (opcode >= 8 && opcode <= 10))
              && (side.u8(at + 1) & MASKED) == mask;
      long length = length(side, at);
      if (!fits || length < 0 || (opcode >= 8 && length > 125)) {
        return length < 0 && fits ? whole : 0;
      }
      long next = at + head(side, at) + length;
      if (next > side.length()) {
        return whole;
      }
      at = (int) next;
      whole++;
    }
    return whole;
  }

  private static int head(Octets side, int at) {
    int length = side.u8(at + 1) & 0x7f;
    return 2
        + (length == 126 ? 2 : length == 127 ? 8 : 0)
        + ((side.u8(at + 1) & MASKED) == 0 ? 0 : 4);
  }

  /** Length of the payload; -1 where it is cut off or longer than anything that is kept. */
  private static long length(Octets side, int at) {
    int length = side.u8(at + 1) & 0x7f;
    return length < 126
        ? length
        : length == 126 ? side.u16(at + 2) : side.u32(at + 2) == 0 ? side.u32(at + 6) : -1;
  }

  private static Octets payload(Octets side) {
    int head = head(side, 0);
    byte[] bytes = side.slice(head, Math.clamp(length(side, 0), 0, 4096)).copy();
    if ((side.u8(1) & MASKED) != 0) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= (byte) side.u8(head - 4 + i % 4);
      }
    }
    return Octets.of(bytes);
  }
}
