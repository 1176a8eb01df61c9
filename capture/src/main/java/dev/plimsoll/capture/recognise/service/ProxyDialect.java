package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import org.jspecify.annotations.Nullable;

/** Proxies that lead to something else: SOCKS 4 and 5 (RFC 1928), the PROXY line. */
public final class ProxyDialect implements Dialect {
  /** Makes the dialect; it holds nothing. */
  public ProxyDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    Octets client = talk.client();
    if (client.starts("PROXY TCP") || client.starts("PROXY UNKNOWN")) {
      return inside(talk, "PROXY").build();
    }
    boolean five = five(client) && (talk.server().isEmpty() || talk.server().u8(0) == 5);
    boolean four = four(client) && (talk.server().isEmpty() || talk.server().u8(0) == 0);
    if (!five && !four) {
      return null;
    }
    boolean password = five && talk.server().u8(1) == 2;
    return inside(talk, "SOCKS").findingIf(password, "credentials").build();
  }

  private static Said inside(Talk talk, String protocol) {
    Said tls = TlsDialect.within(talk, "TLS");
    return tls != null
        ? tls.finding("proxied")
        : Said.clear(protocol).frames(talk.openingFrames()).open();
  }

  /** Version, and as many methods as it announces. */
  private static boolean five(Octets o) {
    int methods = o.u8(1);
    return o.u8(0) == 5
        && methods >= 1
        && methods <= 8
        && o.u8(2) <= 9
        && (o.length() == 2 + methods || o.u8(2 + methods) == 5 || o.u8(2 + methods) == 1);
  }

  private static boolean four(Octets o) {
    return o.u8(0) == 4
        && (o.u8(1) == 1 || o.u8(1) == 2)
        && o.u16(2) > 0
        && o.indexOf(0, 8, 264) > 0
        && o.u32(4) != 0;
  }
}
