package dev.plimsoll.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes capture files for tests. Frame i, from 0, has the time 1,000,000,000 + i seconds. */
final class Captures {
  static final long FIRST_SECOND = 1_000_000_000L;

  private Captures() {}

  static byte[] pcap(List<byte[]> frames) {
    return pcap(frames, 1, ByteOrder.LITTLE_ENDIAN, false);
  }

  static byte[] pcap(List<byte[]> frames, int link, ByteOrder order, boolean nanos) {
    int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(order);
    out.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    out.putInt(0).putInt(0).putInt(65535).putInt(link);
    for (int i = 0; i < frames.size(); i++) {
      byte[] frame = frames.get(i);
      out.putInt((int) (FIRST_SECOND + i)).putInt(nanos ? 5000 : 5);
      out.putInt(frame.length).putInt(frame.length).put(frame);
    }
    return out.array();
  }

  static byte[] pcapng(List<byte[]> frames, int link, ByteOrder order) {
    byte[][] blocks = new byte[frames.size() + 2][];
    blocks[0] = section(order);
    blocks[1] = description(order, link, new byte[0]);
    for (int i = 0; i < frames.size(); i++) {
      blocks[i + 2] = packet(order, 0, (FIRST_SECOND + i) * 1_000_000 + 5, frames.get(i));
    }
    return Wire.join(blocks);
  }

  static byte[] block(ByteOrder order, int type, byte[] body) {
    int padded = (body.length + 3) & ~3;
    ByteBuffer out = ByteBuffer.allocate(12 + padded).order(order);
    out.putInt(type).putInt(12 + padded).put(body).position(8 + padded);
    return out.putInt(12 + padded).array();
  }

  static byte[] section(ByteOrder order) {
    ByteBuffer body = ByteBuffer.allocate(16).order(order);
    body.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1);
    return block(order, 0x0a0d0d0a, body.array());
  }

  static byte[] description(ByteOrder order, int link, byte[] options) {
    ByteBuffer body = ByteBuffer.allocate(8 + options.length).order(order);
    body.putShort((short) link).putShort((short) 0).putInt(0).put(options);
    return block(order, 1, body.array());
  }

  static byte[] option(ByteOrder order, int code, byte[] value) {
    int padded = (value.length + 3) & ~3;
    ByteBuffer out = ByteBuffer.allocate(4 + padded).order(order);
    return out.putShort((short) code).putShort((short) value.length).put(value).array();
  }

  static byte[] packet(ByteOrder order, int on, long ticks, byte[] frame) {
    ByteBuffer body = ByteBuffer.allocate(20 + frame.length).order(order);
    body.putInt(on).putInt((int) (ticks >>> 32)).putInt((int) ticks);
    body.putInt(frame.length).putInt(frame.length).put(frame);
    return block(order, 6, body.array());
  }

  static byte[] simple(ByteOrder order, byte[] frame) {
    ByteBuffer body = ByteBuffer.allocate(4 + frame.length).order(order);
    body.putInt(frame.length).put(frame);
    return block(order, 3, body.array());
  }
}
