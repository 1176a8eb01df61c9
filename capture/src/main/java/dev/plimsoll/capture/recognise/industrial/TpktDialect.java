package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import org.jspecify.annotations.Nullable;

/** What travels in ISO transport on TCP (RFC 1006): S7, MMS, remote desktops, calls of H.323. */
public final class TpktDialect implements Dialect {
  private static final int CONNECT = 0xe;
  private static final int CONFIRM = 0xd;
  private static final int DATA = 0xf;

  /** Makes the dialect; it holds nothing. */
  public TpktDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.sides(TpktDialect::packet)) {
      return null;
    }
    String name = name(talk.client());
    if (name.isEmpty()) {
      name = name(talk.server());
    }
    if (name.equals("RDP")) {
      return remoteDesktop(talk).build();
    }
    if (!name.isEmpty()) {
      return Said.clear(name).frames(talk.openingFrames()).build();
    }
    return Said.clear("TPKT").basis(Basis.INFERRED).frames(talk.openingFrames()).open().build();
  }

  private static boolean packet(Octets o) {
    int length = o.u16(2);
    if (o.u16(0) != 0x0300 || length < 7) {
      return false;
    }
    return o.u8(4) == 8 || o.u8(4) + 5 <= length;
  }

  /** What the packets of one side carry; empty where nothing tells. */
  private static String name(Octets side) {
    Octets rest = side;
    for (int i = 0; i < 6 && packet(rest); i++) {
      String name = content(rest.slice(0, rest.u16(2)));
      if (!name.isEmpty()) {
        return name;
      }
      rest = rest.from(rest.u16(2));
    }
    return "";
  }

  private static String content(Octets packet) {
    int kind = packet.u8(5) >> 4;
    if (packet.u8(4) == 8 && kind != CONNECT && kind != CONFIRM) {
      return "H.323";
    }
    int body = 5 + packet.u8(4);
    if (kind == CONNECT || kind == CONFIRM) {
      boolean asks =
          packet.length() == 19 && packet.u8(11) >= 1 && packet.u8(11) <= 3 && packet.le16(13) == 8;
      return packet.find("mstshash=", 7, 64) > 0 || asks ? "RDP" : "";
    }
    if (kind != DATA) {
      return "";
    }
    return switch (packet.u8(body)) {
      case 0x32 -> "S7";
      case 0x72 -> "S7 Plus";
      case 0x7f -> "RDP";
      case 0x0d, 0x0e, 0x01, 0x60, 0x61 -> "MMS";
      default -> "";
    };
  }

  private static Said remoteDesktop(Talk talk) {
    Said inside = TlsDialect.within(talk, "RDP");
    if (inside != null) {
      return inside.finding("starttls");
    }
    Octets server = talk.server();
    boolean refused = server.u8(5) >> 4 == CONFIRM && (server.u16(2) == 11 || server.le32(15) == 0);
    // Without TLS it has RC4 of its own, whose keys a person in the middle can take (MS-RDPBCGR
    // 5.3)
    Said said = refused ? Said.of("RDP", Protection.BROKEN, Basis.PROVEN) : Said.named("RDP");
    return said.findingIf(refused, "weak_cipher").frames(talk.openingFrames()).open();
  }
}
