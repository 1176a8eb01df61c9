package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import org.jspecify.annotations.Nullable;

/**
 * Protocols of command lines and replies over a stream: mail, files, news, chat. Where they go over
 * to TLS, what TLS says counts.
 */
public final class LineDialect implements Dialect {
  private static final int LOOKED_AT = 64;
  private static final int COMMANDS = 24;

  /** Makes the dialect; it holds nothing. */
  public LineDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream() || !talk.sides(LineDialect::line)) {
      return null;
    }
    String name = name(talk.client(), talk.server());
    if (name == null) {
      return null;
    }
    Said inside = upgradable(name) ? TlsDialect.within(talk, name) : null;
    if (inside != null) {
      return inside.finding("starttls").build();
    }
    return Said.clear(name)
        .findingIf(credentials(name, talk.client()), "credentials")
        .frames(talk.openingFrames())
        .openIf(upgradable(name))
        .build();
  }

  /** Whether the first line, or what is there of it, reads. */
  private static boolean line(Octets side) {
    int end = side.indexOf('\n', 0, LOOKED_AT);
    return TextTest.readable(side.slice(0, end < 0 ? LOOKED_AT : end + 1));
  }

  private static boolean upgradable(String name) {
    return switch (name) {
      case "FTP", "SMTP", "POP3", "IMAP", "NNTP", "XMPP", "IRC", "NATS", "Gnutella" -> true;
      default -> false;
    };
  }

  private static @Nullable String name(Octets client, Octets server) {
    String mail = mail(client, server);
    return mail != null ? mail : other(client, server);
  }

  private static @Nullable String mail(Octets client, Octets server) {
    if (Lines.anyBegins(client, 3, "ehlo ", "helo ", "mail from:")) {
      return "SMTP";
    }
    if (Lines.reply(server, '2') && server.at(0, "220")) {
      int end = Math.min(server.length(), 256);
      boolean smtp = server.findFolded("smtp", 0, end) > 0;
      boolean ftp = server.findFolded("ftp", 0, end) > 0;
      boolean user = Lines.anyBegins(client, 3, "user ", "auth tls", "auth ssl", "feat", "syst");
      return smtp && !user ? "SMTP" : ftp || user || client.isEmpty() ? "FTP" : null;
    }
    if (server.starts("* OK") || server.starts("* PREAUTH") || tagged(client)) {
      return "IMAP";
    }
    if (server.starts("+OK")
        || (server.isEmpty() && Lines.anyBegins(client, 2, "capa\r", "apop "))) {
      return "POP3";
    }
    if ((server.starts("200 ") || server.starts("201 "))
        && Lines.anyBegins(
            client, 4, "mode reader", "group ", "article ", "list", "xover", "authinfo ")) {
      return "NNTP";
    }
    boolean replies = server.isEmpty() || Lines.reply(server, (char) server.u8(0));
    return replies
            && Lines.anyBegins(
                client, 1, "user ", "auth tls", "pasv\r", "epsv\r", "type i", "syst\r")
            && !Lines.anyBegins(client, 1, "user  :")
            && client.find(" :", 0, 80) < 0
        ? "FTP"
        : null;
  }

  /** A tag, a space and a command of IMAP (RFC 9051 section 2.2.1). */
  private static boolean tagged(Octets client) {
    int space = client.indexOf(' ', 1, 16);
    return space > 0
        && (client.atFolded(space + 1, "capability\r")
            || client.atFolded(space + 1, "login ")
            || client.atFolded(space + 1, "starttls\r")
            || client.atFolded(space + 1, "authenticate ")
            || client.atFolded(space + 1, "id ("));
  }

  private static @Nullable String other(Octets client, Octets server) {
    if (client.find("<stream:stream", 0, 200) >= 0 || server.find("<stream:stream", 0, 200) >= 0) {
      return "XMPP";
    }
    if (server.starts("RFB 00") || client.starts("RFB 00")) {
      return "VNC";
    }
    if (Lines.anyBegins(client, 3, "nick ", "cap ls", "user ") || server.starts(":")) {
      return "IRC";
    }
    if (server.starts("INFO {") || client.starts("CONNECT {")) {
      return "NATS";
    }
    if (server.starts("@RSYNCD:") || client.starts("@RSYNCD:")) {
      return "rsync";
    }
    if (client.starts("GNUTELLA CONNECT/") || server.starts("GNUTELLA/")) {
      return "Gnutella";
    }
    if (client.starts("STOMP\n") || client.starts("CONNECT\n") || server.starts("CONNECTED\n")) {
      return "STOMP";
    }
    if (client.u8(0) == '*' && Lines.digit(client.u8(1)) && client.find("\r\n$", 1, 8) > 0) {
      return "Redis";
    }
    if (client.starts("8=FIX") || server.starts("8=FIX")) {
      return "FIX";
    }
    return priority(client) ? "syslog" : null;
  }

  /** A priority in angle brackets at the start (RFC 5424 section 6.2.1). */
  static boolean priority(Octets octets) {
    int close = octets.indexOf('>', 2, 6);
    if (octets.u8(0) != '<' || close < 0) {
      return false;
    }
    for (int i = 1; i < close; i++) {
      if (!Lines.digit(octets.u8(i))) {
        return false;
      }
    }
    return octets.length() > close + 2;
  }

  private static boolean credentials(String name, Octets client) {
    return switch (name) {
      case "FTP", "POP3" -> Lines.anyBegins(client, COMMANDS, "pass ", "auth plain", "auth login");
      case "SMTP" -> Lines.anyBegins(client, COMMANDS, "auth plain", "auth login", "auth cram");
      case "IMAP" ->
          client.findFolded(" login ", 0, 2048) > 0
              || client.findFolded(" authenticate ", 0, 2048) > 0;
      case "NNTP" -> Lines.anyBegins(client, COMMANDS, "authinfo pass");
      case "XMPP" ->
          client.find("mechanism=\"PLAIN\"", 0, 4096) > 0
              || client.find("mechanism='PLAIN'", 0, 4096) > 0;
      case "NATS" ->
          client.find("\"pass\"", 0, 2048) > 0 || client.find("\"auth_token\"", 0, 2048) > 0;
      case "Redis" -> client.findFolded("\r\nauth\r\n", 0, 2048) > 0;
      case "STOMP" -> client.findFolded("\npasscode:", 0, 2048) > 0;
      default -> false;
    };
  }
}
