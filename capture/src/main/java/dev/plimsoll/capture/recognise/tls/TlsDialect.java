package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import org.jspecify.annotations.Nullable;

/** TLS 1.0 to 1.3 and SSL over a stream, from its start, from within, or after an upgrade. */
public final class TlsDialect implements Dialect {
  private static final int SEARCHED = 16384;
  private static final int CHAIN = 3;

  /** Makes the dialect; it holds nothing. */
  public TlsDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream()) {
      return null;
    }
    Octets client = talk.client();
    Octets server = talk.server();
    if (Ssl2.hello(client)) {
      return Ssl2.recognise(talk);
    }
    if (talk.sides(side -> Records.header(side, 0))) {
      Said said = session(talk, client, server, "TLS");
      if (said != null) {
        return said.build();
      }
    }
    return talk.conversation().fromStart() ? null : midway(talk);
  }

  /** A connection of which the capture has neither the start nor a record's start. */
  private static @Nullable Recognition midway(Talk talk) {
    Octets client = resume(talk.client());
    Octets server = resume(talk.server());
    if (client.isEmpty() && server.isEmpty()) {
      return null;
    }
    Said said = session(talk, client, server, "TLS");
    return said == null ? null : said.build();
  }

  private static Octets resume(Octets side) {
    int end = Math.min(side.length(), SEARCHED);
    for (int at = 0; at + 5 <= end; at++) {
      if (side.u8(at + 1) == 3 && Records.header(side, at) && chained(side, at)) {
        return side.from(at);
      }
    }
    return Octets.NONE;
  }

  private static boolean chained(Octets side, int from) {
    int version = side.u16(from + 1);
    int at = from;
    for (int i = 0; i < CHAIN; i++) {
      if (!Records.header(side, at) || side.u16(at + 1) != version || side.u16(at + 3) == 0) {
        return false;
      }
      at += 5 + side.u16(at + 3);
      if (at == side.length()) {
        return i > 0;
      }
    }
    return at <= side.length();
  }

  /**
   * TLS that begins inside a conversation, after another protocol agreed to it or led to it.
   *
   * @param protocol what the conversation is called then
   * @return null where no hello stands in either direction
   */
  public static @Nullable Said within(Talk talk, String protocol) {
    int client = hello(talk.client(), 1);
    int server = hello(talk.server(), 2);
    if (client < 0 && server < 0) {
      return null;
    }
    return session(
        talk,
        client < 0 ? Octets.NONE : talk.client().from(client),
        server < 0 ? Octets.NONE : talk.server().from(server),
        protocol);
  }

  /** What a server chose whose hello stands somewhere in these bytes; null where none does. */
  public static @Nullable Said serverHello(Octets octets, String protocol) {
    int at = hello(octets, 2);
    ServerHello chosen = at < 0 ? null : ServerHello.read(octets.from(at + 9), octets.u24(at + 6));
    return chosen == null ? null : quality(protocol, chosen.version(), chosen.suite());
  }

  /**
   * What a client asks for whose hello stands somewhere in these bytes, where it can have nothing
   * better than a withdrawn version; null otherwise.
   */
  public static @Nullable Said oldOffer(Octets octets, String protocol) {
    int at = hello(octets, 1);
    ClientHello offer =
        at < 0 ? null : ClientHello.read(octets.from(at + 9), octets.u24(at + 6), false);
    return offer == null || !Versions.old(offer.version())
        ? null
        : quality(protocol, offer.version(), -1).cipher(null).finding("no_server_hello");
  }

  /** Offset of a record that holds a hello of this type; -1 where there is none. */
  static int hello(Octets side, int type) {
    int end = Math.min(side.length(), SEARCHED);
    for (int at = 0; at + 11 <= end; at++) {
      if (side.u8(at) == Records.HANDSHAKE
          && side.u8(at + 5) == type
          && Records.header(side, at)
          && side.u8(at + 6) == 0
          && side.u8(at + 9) == 3
          && side.u8(at + 10) <= 4
          && (side.u24(at + 6) + 4 <= side.u16(at + 3) || side.u16(at + 3) > 512)) {
        return at;
      }
    }
    return -1;
  }

  private static @Nullable Said session(Talk talk, Octets client, Octets server, String protocol) {
    Records up = Records.read(client);
    Records down = Records.read(server);
    if (up.serverHello != null || down.clientHello != null) {
      Records other = up;
      up = down;
      down = other;
    }
    ServerHello chosen = down.serverHello;
    if (chosen != null) {
      return negotiated(talk, protocol, up, down, chosen);
    }
    if (up.clientHello != null) {
      return offered(talk, protocol, up, down, up.clientHello);
    }
    return between(talk, protocol, up, down, client, server);
  }

  private static Said negotiated(
      Talk talk, String protocol, Records up, Records down, ServerHello chosen) {
    Said said =
        quality(protocol, chosen.version(), chosen.suite())
            .findingIf(chosen.compression() != 0, "compression")
            .frames(talk.openingFrames());
    ClientHello offer = up.clientHello;
    if (offer != null) {
      said.name(offer.serverName()).findingIf(offer.serverName() == null, "no_sni");
      offers(said, offer);
      said.findingIf(resumed(offer, chosen), "resumed");
    }
    boolean hidden = Versions.thirteen(chosen.version());
    if (!hidden && down.certificates != null) {
      String host = offer == null ? null : offer.serverName();
      said.findings(Certificates.findings(down.certificates, host, talk.micros()))
          .findingIf(up.changed, "cert_accepted")
          .findingIf(up.fatal >= 42 && up.fatal <= 49, "cert_rejected");
    }
    if (!hidden && up.certificates != null && up.certificates.u24(0) > 0) {
      said.finding("client_certificate");
    }
    if ((up.fatal >= 0 || down.fatal >= 0) && !(up.changed && down.changed)) {
      said.finding("handshake_failed");
    }
    boolean more =
        chosen.retry()
            || (!hidden && !down.changed && down.applicationData == 0 && down.fatal < 0)
            || (!hidden && down.certificates != null && !up.changed && up.fatal < 0);
    return said.openIf(more);
  }

  private static boolean resumed(ClientHello offer, ServerHello chosen) {
    return chosen.resumes()
        || (!Versions.thirteen(chosen.version())
            && !chosen.sessionId().isEmpty()
            && chosen.sessionId().equals(offer.sessionId()));
  }

  static void offers(Said said, ClientHello offer) {
    said.findingIf(offer.earlyData(), "early_data")
        .findingIf(offer.offersBroken(), "offers_weak_cipher");
  }

  /** What version and suite say together. */
  static Said quality(String protocol, int version, int suite) {
    Said said = Said.encrypted(protocol).version(Versions.name(version)).cipher(Suites.name(suite));
    said.findingIf(Versions.old(version), "old_version")
        .findingIf(Suites.broken(suite), "weak_cipher")
        .findingIf(!Suites.forwardSecret(suite), "no_fs")
        .findingIf(Suites.cbc(suite), "cbc");
    if (Versions.broken(version) || Suites.broken(suite)) {
      return said.protection(Protection.BROKEN);
    }
    return Versions.old(version) ? said.protection(Protection.OBSOLETE) : said;
  }

  /** A hello whose answer is not in the capture, or was a refusal. */
  private static Said offered(
      Talk talk, String protocol, Records up, Records down, ClientHello offer) {
    boolean went = up.changed || up.applicationData > 0 || down.changed || down.applicationData > 0;
    boolean answered = down.count > 0 && down.fatal < 0;
    int version = answered ? down.version : went ? up.version : offer.version();
    Said said = quality(protocol, version, -1).cipher(null);
    if (answered || went) {
      said.version(version == Versions.TLS12 ? null : Versions.name(version));
    } else if (!Versions.old(offer.version())) {
      said.protection(Protection.UNKNOWN).basis(Basis.INFERRED).version(null);
    }
    offers(said, offer);
    return said.name(offer.serverName())
        .finding("no_server_hello")
        .findingIf(offer.serverName() == null, "no_sni")
        .findingIf(down.fatal >= 0 || up.fatal >= 0, "handshake_failed")
        .frames(talk.openingFrames())
        .open();
  }

  /** Records without a hello: the capture began when the connection stood. */
  private static @Nullable Said between(
      Talk talk, String protocol, Records up, Records down, Octets client, Octets server) {
    int records = up.count + down.count;
    if (records == 0 || up.derailed || down.derailed) {
      return null;
    }
    if (up.count > 0 && down.count > 0 && up.version != down.version) {
      return null;
    }
    boolean fits = (up.count == 0 || up.exact) && (down.count == 0 || down.exact);
    if (records < 2 && !fits) {
      return null;
    }
    int version = Math.max(up.version, down.version);
    Said said = quality(protocol, version, -1).cipher(null).finding("no_server_hello");
    if (version == Versions.TLS12) {
      said.version(null); // TLS 1.3 sends the number of 1.2
    }
    if (Plain.reads(client) || Plain.reads(server)) {
      return said.protection(Protection.BROKEN).finding("weak_cipher");
    }
    return said.frames(talk.openingFrames()).open();
  }
}
