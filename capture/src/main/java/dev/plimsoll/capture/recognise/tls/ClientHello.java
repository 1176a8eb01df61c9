package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2, RFC 6347 section 4.2.1).
 *
 * @param version highest version that it offers, by supported_versions where that is there
 * @param suites numbers of the suites offered, without the reserved ones of RFC 8701
 * @param serverName the name asked for (RFC 6066); null where it asks for none
 * @param protocols application protocols offered (RFC 7301)
 * @param earlyData whether it announces data before the handshake is done
 * @param resumes whether it offers a ticket or key of an earlier session
 * @param sessionId the session it wants back or a random one, as hexadecimal digits; maybe empty
 * @param whole whether the message was there to its end
 */
public record ClientHello(
    int version,
    List<Integer> suites,
    @Nullable String serverName,
    List<String> protocols,
    boolean earlyData,
    boolean resumes,
    String sessionId,
    boolean whole) {

  /** Copies the lists. */
  public ClientHello {
    suites = List.copyOf(suites);
    protocols = List.copyOf(protocols);
  }

  /**
   * Reads the body of a client hello, after the header of the handshake message.
   *
   * @param body the body, perhaps cut
   * @param length its length by the header
   * @return null where this is none
   */
  public static @Nullable ClientHello read(Octets body, int length, boolean datagram) {
    int legacy = body.u16(0);
    if (!Versions.plausible(legacy)) {
      return null;
    }
    int at = 34;
    int session = body.u8(at);
    if (session < 0 || session > 32) {
      return null;
    }
    String sessionId = hex(body.slice(at + 1, session));
    at += 1 + session;
    if (datagram) {
      at += 1 + Math.max(body.u8(at), 0);
    }
    int suiteBytes = body.u16(at);
    if (suiteBytes < 2 || suiteBytes % 2 != 0 || at + 2 + suiteBytes > length) {
      return null;
    }
    List<Integer> suites = new ArrayList<>();
    for (int i = at + 2; i < at + 2 + suiteBytes && body.has(i, 2); i += 2) {
      if (!reserved(body.u16(i))) {
        suites.add(body.u16(i));
      }
    }
    at += 2 + suiteBytes;
    at += 1 + Math.max(body.u8(at), 0);
    Extensions offered = Extensions.read(body, at, length);
    return new ClientHello(
        offered.version() > 0 ? offered.version() : legacy,
        suites,
        offered.serverName(),
        offered.protocols(),
        offered.has(Extensions.EARLY_DATA),
        offered.has(Extensions.PRE_SHARED_KEY) || offered.ticket(),
        sessionId,
        body.length() >= length);
  }

  static String hex(Octets octets) {
    return java.util.HexFormat.of().formatHex(octets.copy());
  }

  /** Whether a number is one of those that clients sprinkle in (RFC 8701). */
  static boolean reserved(int value) {
    return (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
  }

  /** Whether a broken suite is among those offered. */
  public boolean offersBroken() {
    for (int suite : suites) {
      // 0x00ff and 0x5600 are signals, not suites (RFC 5746, RFC 7507)
      if (suite != 0x00ff && suite != 0x5600 && Suites.broken(suite)) {
        return true;
      }
    }
    return false;
  }
}
