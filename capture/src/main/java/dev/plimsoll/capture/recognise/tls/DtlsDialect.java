package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DTLS 1.0 to 1.3 (RFC 6347, RFC 9147), also where it shares its port with STUN and media (RFC
 * 7983).
 */
public final class DtlsDialect implements Dialect {
  private static final int HEADER = 13;

  /** Makes the dialect; it holds nothing. */
  public DtlsDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return null;
    }
    DtlsFlight client = new DtlsFlight();
    DtlsFlight server = new DtlsFlight();
    int strange = 0;
    for (Message message : talk.messages()) {
      Octets datagram = Octets.datagram(message.data(), message.length());
      if (record(datagram, 0)) {
        (message.fromClient() ? client : server).take(datagram);
      } else if (!beside(datagram)) {
        strange++;
      }
    }
    int records = client.records() + server.records();
    if (records == 0 || strange > records) {
      return null;
    }
    if (client.serverHello() != null || server.clientHello() != null) {
      DtlsFlight other = client;
      client = server;
      server = other;
    }
    return decide(talk, client, server).build();
  }

  /** Whether a record begins at an offset and ends with the datagram or before another record. */
  static boolean record(Octets datagram, int at) {
    int type = datagram.u8(at);
    int version = datagram.u16(at + 1);
    int length = datagram.u16(at + 11);
    int end = at + HEADER + length;
    return type >= Records.CHANGE_CIPHER_SPEC
        && type <= 25
        && (version == Versions.DTLS10
            || version == Versions.DTLS12
            || (version == Versions.DTLS_BEFORE && type != Records.HEARTBEAT))
        && length > 0
        && (type == 25
            || end == datagram.wire()
            || (end < datagram.wire() && (end >= datagram.length() || follows(datagram, end))));
  }

  private static boolean follows(Octets datagram, int at) {
    int type = datagram.u8(at);
    return (type >= Records.CHANGE_CIPHER_SPEC && type <= 25) || type >> 5 == 1;
  }

  /** Whether a datagram may stand beside DTLS: STUN, a channel, media, a 1.3 record, or nothing. */
  private static boolean beside(Octets datagram) {
    int first = datagram.u8(0);
    return first <= 3 || first >= 0x20;
  }

  private static Said decide(Talk talk, DtlsFlight up, DtlsFlight down) {
    ServerHello chosen = down.serverHello();
    ClientHello offer = up.clientHello();
    Said said;
    if (chosen != null) {
      said = TlsDialect.quality("DTLS", chosen.version(), chosen.suite());
      Octets certificates = down.certificates();
      if (!Versions.thirteen(chosen.version()) && certificates != null) {
        String host = offer == null ? null : offer.serverName();
        said.findings(Certificates.findings(certificates, host, talk.micros()));
      }
      boolean encrypted = up.encrypted() || down.encrypted();
      said.openIf(!encrypted && !Versions.thirteen(chosen.version()));
    } else {
      int version = down.version() > 0 ? down.version() : up.version();
      boolean offeredOnly = !up.encrypted() && !down.encrypted() && down.version() <= 0;
      if (offeredOnly && offer != null) {
        version = offer.version();
      }
      said = TlsDialect.quality("DTLS", version, -1).cipher(null).finding("no_server_hello").open();
      if (offeredOnly && !Versions.old(version)) {
        said.protection(Protection.UNKNOWN).basis(Basis.INFERRED);
      }
    }
    if (offer != null) {
      TlsDialect.offers(said, offer);
      said.name(offer.serverName()).findingIf(offer.serverName() == null, "no_sni");
    }
    return said.frames(frames(talk));
  }

  private static List<Long> frames(Talk talk) {
    for (Message message : talk.messages()) {
      if (record(Octets.datagram(message.data(), message.length()), 0)) {
        return List.of(message.frame());
      }
    }
    return List.of();
  }
}
