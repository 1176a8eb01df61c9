package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remote desktops over datagrams, X11. */
public final class RemoteDialect implements Dialect {
  private static final int SYN_LEAST = 1100;

  /** Makes the dialect; it holds nothing. */
  public RemoteDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return x11(talk.client()) ? Said.clear("X11").frames(talk.openingFrames()).build() : null;
    }
    return opening(talk.client()) ? desktop(talk) : null;
  }

  private static boolean x11(Octets o) {
    return (o.is(0, 'B', 0, 0, 11) || o.is(0, 'l', 0, 11, 0)) && o.length() >= 12;
  }

  /**
   * MS-RDPEUDP 2.2.2.1: no sequence yet, a window, the flag of a start, padded to its full size.
   */
  private static boolean opening(Octets o) {
    return o.u32(0) == 0xffffffffL && (o.u16(6) & 1) != 0 && o.wire() >= SYN_LEAST;
  }

  /** The handshake inside decides: TLS in the reliable mode, DTLS in the other. */
  private static Recognition desktop(Talk talk) {
    for (Message message : talk.messages()) {
      Octets octets = Octets.of(message.data());
      Said said = TlsDialect.serverHello(octets, "RDP");
      if (said != null) {
        return said.finding("starttls").frames(List.of(message.frame())).build();
      }
    }
    for (Message message : talk.messages()) {
      Said said = TlsDialect.oldOffer(Octets.of(message.data()), "RDP");
      if (said != null) {
        return said.finding("starttls").frames(List.of(message.frame())).open().build();
      }
    }
    return Said.named("RDP").frames(talk.openingFrames()).open().build();
  }
}
