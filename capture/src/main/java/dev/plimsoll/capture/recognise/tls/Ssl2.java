package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Protection;
import org.jspecify.annotations.Nullable;

/** The hello of SSL 2.0, with which old clients also opened SSL 3.0 and TLS (RFC 5246 E.2). */
final class Ssl2 {
  private Ssl2() {}

  /** Whether these bytes begin with such a hello. */
  static boolean hello(Octets client) {
    int length = client.u16(0);
    int version = client.u16(3);
    int suites = client.u16(5);
    int session = client.u16(7);
    int challenge = client.u16(9);
    return length > 0x8000
        && client.u8(2) == 1
        && (version == Versions.SSL2 || (version >= Versions.SSL3 && version <= Versions.TLS12))
        && suites >= 3
        && suites % 3 == 0
        && (session == 0 || session == 16)
        && challenge >= 16
        && challenge <= 32
        && (length & 0x7fff) == 9 + suites + session + challenge;
  }

  private static boolean answer(Octets server) {
    return server.u16(0) > 0x8000 && server.u8(2) == 4 && server.u16(5) == Versions.SSL2;
  }

  static @Nullable Recognition recognise(Talk talk) {
    int offered = talk.client().u16(3);
    Said said;
    Records down = Records.read(talk.server());
    ServerHello chosen = down.serverHello;
    if (chosen != null) {
      said = TlsDialect.quality("TLS", chosen.version(), chosen.suite());
      if (down.certificates != null) {
        said.findings(Certificates.findings(down.certificates, null, talk.micros()));
      }
    } else if (answer(talk.server()) || offered == Versions.SSL2) {
      said = Said.broken("TLS").version("SSL 2.0").finding("old_version");
    } else {
      said = TlsDialect.quality("TLS", offered, -1).cipher(null).finding("no_server_hello");
      if (!Versions.old(offered)) {
        said.protection(Protection.UNKNOWN);
      }
    }
    return said.finding("ssl2_hello").frames(talk.openingFrames()).openIf(chosen == null).build();
  }
}
