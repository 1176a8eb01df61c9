package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** Sound, pictures and calls: RTMP, MPEG transport, RTP, IAX. */
public final class MediaDialect implements Dialect {
  private static final int RTMP_BLOCK = 1536;
  private static final int TS_PACKET = 188;

  /** Makes the dialect; it holds nothing. */
  public MediaDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return rtmp(talk) ? Said.clear("RTMP").frames(talk.openingFrames()).build() : null;
    }
    if (talk.all(MediaDialect::transport)) {
      return Said.clear("MPEG-TS").frames(talk.openingFrames()).build();
    }
    if (talk.all(MediaDialect::flute)) {
      return Said.clear("FLUTE").frames(talk.openingFrames()).build();
    }
    if (talk.sides(MediaDialect::iax)) {
      return Said.clear("IAX").frames(talk.openingFrames()).build();
    }
    if (talk.either(MediaDialect::ras)) {
      return Said.clear("H.323").frames(talk.openingFrames()).build();
    }
    // RTP and SRTP share their header: the exchange of keys tells, not the packet
    return steady(talk) ? Said.named("RTP").frames(talk.openingFrames()).open().build() : null;
  }

  /** Version 3, then a block of a time, four bytes and padding. */
  private static boolean rtmp(Talk talk) {
    Octets client = talk.client();
    boolean opened = client.u8(0) == 3 && client.length() > RTMP_BLOCK;
    boolean answered = talk.server().u8(0) == 3 && talk.server().length() > RTMP_BLOCK;
    return opened && (answered || client.length() == RTMP_BLOCK + 1);
  }

  private static boolean transport(Octets o) {
    if (o.wire() < TS_PACKET || o.wire() % TS_PACKET != 0) {
      return false;
    }
    for (int at = 0; at < o.length(); at += TS_PACKET) {
      if (o.u8(at) != 0x47) {
        return false;
      }
    }
    return true;
  }

  /** Layered coding transport (RFC 5651): version 1, header length in words, a flag of its file. */
  private static boolean flute(Octets o) {
    int header = o.u8(2) * 4;
    return o.u8(0) >> 4 == 1
        && header >= 12
        && header < 128
        && header < o.wire()
        && o.u16(1) >> 8 >= 0x10
        && o.u8(3) <= 6;
  }

  /** RFC 5456 section 8.1.1: a full frame of inter-Asterisk control. */
  private static boolean iax(Octets o) {
    return (o.u8(0) & 0x80) != 0
        && o.u8(10) == 6
        && o.u8(11) >= 1
        && o.u8(11) <= 0x28
        && o.u8(8) == 0
        && o.u8(9) <= 1
        && (o.wire() == 12 || elements(o));
  }

  private static boolean elements(Octets o) {
    int at = 12;
    while (o.has(at, 2)) {
      at += 2 + o.u8(at + 1);
    }
    return at == o.wire();
  }

  /** Registration of H.225: its object identifier stands near the start. */
  private static boolean ras(Octets o) {
    for (int at = 1; at < 16; at++) {
      if (o.is(at, 0x06, 0x00, 0x08, 0x91, 0x4a, 0x00)) {
        return true;
      }
    }
    return false;
  }

  /** Version 2, one source, sequence numbers that go up by one. */
  private static boolean steady(Talk talk) {
    long source = -1;
    int sequence = -1;
    int steps = 0;
    for (Message message : talk.messages()) {
      Octets o = Octets.of(message.data());
      if (o.u8(0) >> 6 != 2 || o.length() < 12 || (o.u8(1) >= 200 && o.u8(1) <= 207)) {
        continue;
      }
      if (source == o.u32(8) && o.u16(2) == (sequence + 1 & 0xffff)) {
        steps++;
      }
      source = o.u32(8);
      sequence = o.u16(2);
    }
    return steps >= 2;
  }
}
