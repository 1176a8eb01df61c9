package dev.plimsoll.capture.recognise.tunnel;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;

/** The TLS handshake that OpenVPN carries in its control packets, where it is not wrapped. */
final class OpenVpnHandshake {
  private OpenVpnHandshake() {}

  /** What the hello of the server chose; encrypted where the handshake is hidden. */
  static Said quality(Talk talk) {
    if (talk.stream()) {
      Said inside = TlsDialect.within(talk, "OpenVPN");
      return inside != null ? inside : Said.encrypted("OpenVPN");
    }
    for (var message : talk.messages()) {
      Octets octets = Octets.of(message.data());
      Said said = TlsDialect.serverHello(octets, "OpenVPN");
      if (said != null) {
        return said;
      }
    }
    return Said.encrypted("OpenVPN");
  }
}
