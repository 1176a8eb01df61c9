package dev.plimsoll.capture.recognise.quic;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.ClientHello;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** QUIC versions 1 and 2 and their drafts; the versions before the standard are only named. */
public final class QuicDialect implements Dialect {
  private static final int MOST_OPENED = 6;

  /** Makes the dialect; it holds nothing. */
  public QuicDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream() || !talk.either(o -> o.u8(0) >= 0x80 || (o.u8(0) & 9) == 9)) {
      return null;
    }
    CryptoStream stream = new CryptoStream();
    QuicPacket first = null;
    long frame = 0;
    int opened = 0;
    int tried = 0;
    InitialKeys keys = null;
    for (Message message : talk.messages()) {
      Octets datagram = Octets.datagram(message.data(), message.length());
      QuicPacket packet = QuicPacket.read(datagram);
      if (packet == null) {
        continue;
      }
      if (first == null) {
        first = packet;
        frame = message.frame();
      }
      if (packet.type() != QuicPacket.INITIAL || tried++ >= MOST_OPENED) {
        continue;
      }
      keys = open(message.data(), packet, keys, stream);
      opened += keys != null ? 1 : 0;
      ClientHello hello = opened > 0 ? stream.hello() : null;
      if (hello != null && hello.whole()) {
        return said(packet, hello, frame).build();
      }
    }
    if (first == null) {
      return Before.recognise(talk);
    }
    return said(first, opened > 0 ? stream.hello() : null, frame)
        .findingIf(opened == 0, "no_client_hello")
        .open()
        .build();
  }

  private static @Nullable InitialKeys open(
      byte[] data, QuicPacket packet, @Nullable InitialKeys earlier, CryptoStream into) {
    try {
      if (earlier != null && opens(earlier, data, packet, into)) {
        return earlier;
      }
      boolean second = packet.version() == QuicPacket.V2;
      for (byte[] salt : InitialKeys.salts(packet.version())) {
        InitialKeys keys = InitialKeys.client(salt, packet.destination(), second);
        if (opens(keys, data, packet, into)) {
          return keys;
        }
      }
    } catch (GeneralSecurityException e) {
      return earlier;
    }
    return earlier;
  }

  private static boolean opens(InitialKeys keys, byte[] data, QuicPacket packet, CryptoStream into)
      throws GeneralSecurityException {
    byte[] frames = keys.open(data, packet.number(), packet.length(), data.length);
    return frames != null && into.take(Octets.of(frames));
  }

  private static Said said(QuicPacket packet, @Nullable ClientHello hello, long frame) {
    Said said = Said.encrypted("QUIC").version(name(packet.version())).frames(List.of(frame));
    if (hello != null) {
      said.name(hello.serverName())
          .findingIf(hello.serverName() == null && hello.whole(), "no_sni")
          .findingIf(hello.earlyData(), "early_data");
    }
    return said;
  }

  private static String name(long version) {
    if (version == QuicPacket.V1) {
      return "QUIC 1";
    }
    if (version == QuicPacket.V2) {
      return "QUIC 2";
    }
    return version >>> 8 == 0xff0000
        ? "QUIC draft " + (version & 0xff)
        : "QUIC 0x%08x".formatted(version);
  }
}
