package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP and its kin: RTSP, SIP, SSDP; and what they lead to: WebSocket, proxied TLS. */
public final class HttpDialect implements Dialect {
  private static final int OCSP_LEAST = 40;
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String[] FORM_SECRETS = {
    "password=", "passwd=", "pwd=", "\"password\"", "\"passwd\"", "psk="
  };

  /** Makes the dialect; it holds nothing. */
  public HttpDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.client().starts(PREFACE)) {
      return Said.clear("HTTP/2").version("HTTP/2").frames(talk.openingFrames()).build();
    }
    Octets opening = talk.client();
    StartLine line = StartLine.read(opening);
    if (line == null) {
      opening = talk.server();
      line = StartLine.read(opening);
    }
    if (line == null) {
      return null;
    }
    Said said = line.protocol().startsWith("HTTP") ? http(talk, opening, line) : kin(opening, line);
    return said.version(line.protocol().strip()).frames(talk.openingFrames()).build();
  }

  private static Said kin(Octets opening, StartLine line) {
    String name = line.protocol().substring(0, line.protocol().indexOf('/'));
    return Said.clear(name).findingIf(credentials(line, opening), "credentials");
  }

  private static Said http(Talk talk, Octets opening, StartLine line) {
    if (!talk.stream()) {
      return Said.infrastructure(line.http() ? "SSDP" : "HTTP");
    }
    if (line.method().equals("CONNECT")) {
      Said inside = TlsDialect.within(talk, "TLS");
      return inside != null
          ? inside.finding("proxied")
          : Said.clear("HTTP").finding("proxied").open();
    }
    String type = Lines.header(opening, "content-type").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/ocsp") || (ocsp(line) && answersOcsp(talk))) {
      return Said.infrastructure("OCSP").name(host(opening));
    }
    String upgrade = Lines.header(opening, "upgrade").toLowerCase(Locale.ROOT);
    return named(talk, upgrade)
        .name(host(opening))
        .findingIf(credentials(line, opening), "credentials")
        .openIf(!upgrade.isEmpty() && talk.server().isEmpty())
        .openIf(ocsp(line) && talk.server().isEmpty());
  }

  private static Said named(Talk talk, String upgrade) {
    boolean switched = talk.server().starts("HTTP/1.1 101");
    if (upgrade.startsWith("tls/") && switched) {
      Said inside = TlsDialect.within(talk, "TLS");
      return inside != null ? inside.finding("starttls") : Said.clear("HTTP").open();
    }
    return Said.clear(upgrade.equals("websocket") ? "WebSocket" : "HTTP");
  }

  private static @Nullable String host(Octets opening) {
    String host = Lines.header(opening, "host");
    int colon = host.lastIndexOf(':');
    String bare = colon > 0 && host.indexOf(':') == colon ? host.substring(0, colon) : host;
    return bare.length() > 255 ? null : bare;
  }

  /** Whether a GET carries a DER sequence in base64 as its path (RFC 6960 appendix A.1). */
  private static boolean ocsp(StartLine line) {
    int slash = line.target().lastIndexOf("/M");
    return line.method().equals("GET")
        && slash >= 0
        && line.target().length() - slash > OCSP_LEAST
        && line.target().indexOf('?') < 0;
  }

  private static boolean answersOcsp(Talk talk) {
    return Lines.header(talk.server(), "content-type").startsWith("application/ocsp-response");
  }

  private static boolean credentials(StartLine line, Octets opening) {
    if (!Lines.header(opening, "authorization").isEmpty()
        || !Lines.header(opening, "proxy-authorization").isEmpty()) {
      return true;
    }
    boolean form = line.method().equals("POST") || line.method().equals("PUT");
    if (!form && line.target().indexOf('=') < 0) {
      return false;
    }
    for (String secret : FORM_SECRETS) {
      if (opening.findFolded(secret, 0, 2048) >= 0) {
        return true;
      }
    }
    return false;
  }
}
