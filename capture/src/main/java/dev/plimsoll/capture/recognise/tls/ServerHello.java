package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import org.jspecify.annotations.Nullable;

/**
 * What a server chose (RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3).
 *
 * @param version the version, by supported_versions where that is there
 * @param suite number of the suite
 * @param compression compression method; 0 for none
 * @param retry whether it only asks for another hello (RFC 8446 section 4.1.4)
 * @param protocol the application protocol chosen; null where none is said
 * @param resumes whether it takes up an offered key (pre_shared_key)
 * @param sessionId session id, as hexadecimal digits; maybe empty
 */
public record ServerHello(
    int version,
    int suite,
    int compression,
    boolean retry,
    @Nullable String protocol,
    boolean resumes,
    String sessionId) {
  private static final String RETRY =
      "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

  /** Last draft of TLS 1.3 whose server hello had neither session id nor compression. */
  private static final int LAST_SHORT_DRAFT = 0x7f15;

  /**
   * Reads the body of a server hello, after the header of the handshake message.
   *
   * @return null where this is none
   */
  public static @Nullable ServerHello read(Octets body, int length) {
    int legacy = body.u16(0);
    if (!Versions.plausible(legacy) || length < 38 || !body.has(0, 36)) {
      return null;
    }
    boolean retry = ClientHello.hex(body.slice(2, 32)).equals(RETRY);
    if (legacy == Versions.TLS13 || (legacy >> 8 == 0x7f && legacy <= LAST_SHORT_DRAFT)) {
      return new ServerHello(legacy, body.u16(34), 0, retry, null, false, "");
    }
    int session = body.u8(34);
    int at = 35 + session;
    int suite = body.u16(at);
    if (session > 32 || suite < 0 || at + 3 > length) {
      return null;
    }
    Extensions chosen = Extensions.read(body, at + 3, length);
    return new ServerHello(
        chosen.version() > 0 ? chosen.version() : legacy,
        suite,
        Math.max(body.u8(at + 2), 0),
        retry,
        chosen.protocols().isEmpty() ? null : chosen.protocols().getFirst(),
        chosen.has(Extensions.PRE_SHARED_KEY),
        ClientHello.hex(body.slice(35, session)));
  }
}
