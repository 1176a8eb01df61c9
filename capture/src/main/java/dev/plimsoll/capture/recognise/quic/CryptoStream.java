package dev.plimsoll.capture.recognise.quic;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.tls.ClientHello;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Puts the handshake together from CRYPTO frames, which come in any order. */
final class CryptoStream {
  private static final int MOST = 16384;
  private static final int CRYPTO = 6;
  private byte[] bytes = new byte[0];
  private final BitSet held = new BitSet();
  private boolean any;

  /** Takes the frames of a packet (RFC 9000 section 19); false where they make no sense. */
  boolean take(Octets frames) {
    int at = 0;
    while (at < frames.length()) {
      int type = frames.u8(at);
      if (type == 0 || type == 1) {
        at++;
      } else if (type == 2 || type == 3) {
        at = acknowledged(frames, at);
      } else if (type == CRYPTO) {
        at = crypto(frames, at + 1);
      } else {
        return type == 0x1c || type == 0x1d; // the connection is closed
      }
      if (at < 0) {
        return any;
      }
    }
    return true;
  }

  private int crypto(Octets frames, int start) {
    long offset = QuicPacket.varint(frames, start);
    int at = start + QuicPacket.width(frames, start);
    long length = QuicPacket.varint(frames, at);
    at += QuicPacket.width(frames, at);
    if (offset < 0 || length < 0 || length > MOST || offset + length > MOST) {
      return -1;
    }
    Octets data = frames.slice(at, (int) length);
    int end = (int) offset + data.length();
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, end);
    }
    System.arraycopy(data.copy(), 0, bytes, (int) offset, data.length());
    held.set((int) offset, (int) offset + data.length());
    any = true;
    return at + (int) length;
  }

  private static int acknowledged(Octets frames, int start) {
    int at = start + 1;
    long ranges = 0;
    for (int i = 0; i < 4; i++) {
      ranges = i == 2 ? QuicPacket.varint(frames, at) : ranges;
      at += QuicPacket.width(frames, at);
    }
    for (long i = 0; i < 2 * ranges && at < frames.length(); i++) {
      at += QuicPacket.width(frames, at);
    }
    for (int i = 0; frames.u8(start) == 3 && i < 3; i++) {
      at += QuicPacket.width(frames, at);
    }
    return ranges < 0 ? -1 : at;
  }

  /** The hello, as far as its bytes came without a hole; null where it does not begin. */
  @Nullable ClientHello hello() {
    Octets all = Octets.of(bytes, held.nextClearBit(0));
    return all.u8(0) == 1 && all.u8(1) == 0
        ? ClientHello.read(all.slice(4, all.u24(1)), all.u24(1), false)
        : null;
  }
}
