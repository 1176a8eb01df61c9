package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Conversation;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import org.jspecify.annotations.Nullable;

/** DNS and its kin by their common format, and DNSCrypt. */
public final class DnsDialect implements Dialect {
  private static final String RESOLVER_MAGIC = "r6fnvWj8";
  private static final int MULTICAST_DNS = 5353;
  private static final int LLMNR = 5355;

  /** Makes the dialect; it holds nothing. */
  public DnsDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return talk.sides(DnsDialect::framed) ? said(talk, talk.first().from(2)) : null;
    }
    if (talk.sides(DnsMessage::fits)) {
      return said(talk, talk.first());
    }
    if (talk.either(DnsMessage::fits) && talk.client().u16(0) == talk.server().u16(0)) {
      return said(talk, DnsMessage.fits(talk.client()) ? talk.client() : talk.server());
    }
    // Its answers all begin with this (DNSCrypt protocol, version 2)
    return talk.server().starts(RESOLVER_MAGIC) || talk.client().starts(RESOLVER_MAGIC)
        ? Said.encrypted("DNSCrypt").frames(talk.openingFrames()).build()
        : null;
  }

  /** A message behind its length (RFC 1035 section 4.2.2). */
  private static boolean framed(Octets side) {
    int length = side.u16(0);
    return length >= 17
        && length <= side.length() - 2
        && DnsMessage.fits(side.slice(2, length))
        && (length == side.length() - 2 || side.has(length + 2, 2));
  }

  private static Recognition said(Talk talk, Octets message) {
    Conversation conversation = talk.conversation();
    if (DnsMessage.netBios(message)) {
      return Said.infrastructure("NetBIOS").build();
    }
    return switch (conversation.serverAddress()) {
      case "224.0.0.251", "ff02::fb" -> Said.infrastructure("mDNS").build();
      case "224.0.0.252", "ff02::1:3" -> Said.infrastructure("LLMNR").build();
      default -> byPort(conversation);
    };
  }

  /** The format is the same: only here a port tells them apart, so the name is assumed. */
  private static Recognition byPort(Conversation conversation) {
    if (port(conversation, MULTICAST_DNS)) {
      return Said.infrastructure("mDNS").basis(Basis.ASSUMED).build();
    }
    return port(conversation, LLMNR)
        ? Said.infrastructure("LLMNR").basis(Basis.ASSUMED).build()
        : Said.infrastructure("DNS").build();
  }

  private static boolean port(Conversation conversation, int port) {
    return conversation.serverPort() == port || conversation.clientPort() == port;
  }
}
