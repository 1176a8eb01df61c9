package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/**
 * TLS that another transport carries in its datagrams: in each a record ends where the datagram
 * does.
 */
public final class CarriedDialect implements Dialect {
  private static final int FARTHEST = 64;
  private static final int ENOUGH = 3;

  /** Makes the dialect; it holds nothing. */
  public CarriedDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return null;
    }
    int records = 0;
    int version = 0;
    for (Message message : talk.messages()) {
      Octets datagram = Octets.datagram(message.data(), message.length());
      int at = record(datagram);
      if (at < 0) {
        continue;
      }
      Said chosen = TlsDialect.serverHello(datagram.from(at), "TLS");
      if (chosen != null) {
        return chosen.frames(java.util.List.of(message.frame())).build();
      }
      // The version of a first hello says nothing yet
      boolean hello = datagram.u8(at) == Records.HANDSHAKE && datagram.u8(at + 5) == 1;
      if (!hello && (version == 0 || version == datagram.u16(at + 1))) {
        version = datagram.u16(at + 1);
        records++;
      }
    }
    if (records < ENOUGH) {
      return null;
    }
    Said said = TlsDialect.quality("TLS", version, -1).cipher(null).finding("no_server_hello");
    return said.frames(talk.openingFrames()).open().build();
  }

  /** Offset of a chain of records that ends with the datagram; -1 where there is none. */
  private static int record(Octets datagram) {
    if (datagram.wire() > datagram.length()) {
      return -1;
    }
    for (int at = 0; at < FARTHEST && datagram.has(at, 6); at++) {
      if (datagram.u8(at + 1) == 3 && datagram.u8(at + 2) >= 1 && Records.header(datagram, at)) {
        int end = at;
        while (Records.header(datagram, end)) {
          end += 5 + datagram.u16(end + 3);
        }
        if (end == datagram.length()) {
          return at;
        }
      }
    }
    return -1;
  }
}
