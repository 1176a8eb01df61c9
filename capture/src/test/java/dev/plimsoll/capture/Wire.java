package dev.plimsoll.capture;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes the layers of packets for tests. */
final class Wire {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int PSH_ACK = 24;
  static final int ACK = 16;
  static final String MAC_A = "02:00:00:00:00:0a";
  static final String MAC_B = "02:00:00:00:00:0b";

  private Wire() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", "").replace(":", ""));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] u32(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }

  static byte[] ip(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static byte[] ethernet(int type, byte[] payload) {
    return ethernet(MAC_A, MAC_B, type, payload);
  }

  static byte[] ethernet(String from, String to, int type, byte[] payload) {
    return join(hex(to), hex(from), u16(type), payload);
  }

  static byte[] ip4(String from, String to, int protocol, byte[] payload) {
    return ip4(from, to, protocol, 7, 0, payload);
  }

  static byte[] ip4(String from, String to, int protocol, int id, int fragment, byte[] payload) {
    return join(
        hex("4500"),
        u16(20 + payload.length),
        u16(id),
        u16(fragment),
        new byte[] {64, (byte) protocol, 0, 0},
        ip(from),
        ip(to),
        payload);
  }

  static byte[] ip6(String from, String to, int next, byte[] payload) {
    return join(
        hex("60000000"),
        u16(payload.length),
        new byte[] {(byte) next, 64},
        ip(from),
        ip(to),
        payload);
  }

  static byte[] udp(int from, int to, byte[] payload) {
    return join(u16(from), u16(to), u16(8 + payload.length), u16(0), payload);
  }

  static byte[] tcp(int from, int to, long sequence, long acknowledged, int flags, byte[] payload) {
    return join(
        u16(from),
        u16(to),
        u32(sequence),
        u32(acknowledged),
        new byte[] {0x50, (byte) flags, 16, 0, 0, 0, 0, 0},
        payload);
  }

  /** A UDP datagram over IPv4 and Ethernet. */
  static byte[] datagram(String from, int fromPort, String to, int toPort, String text) {
    return ethernet(0x0800, ip4(from, to, 17, udp(fromPort, toPort, text(text))));
  }

  /** A TCP segment over IPv4 and Ethernet from 10.0.0.1:40000 to 10.0.0.2:80. */
  static byte[] up(long sequence, long acknowledged, int flags, String text) {
    return ethernet(
        0x0800,
        ip4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 80, sequence, acknowledged, flags, text(text))));
  }

  /** The way back of {@link #up}. */
  static byte[] down(long sequence, long acknowledged, int flags, String text) {
    return ethernet(
        MAC_B,
        MAC_A,
        0x0800,
        ip4("10.0.0.2", "10.0.0.1", 6, tcp(80, 40000, sequence, acknowledged, flags, text(text))));
  }

  /** A name in the format of DNS. */
  static byte[] dnsName(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      out.write(label.length());
      out.writeBytes(text(label));
    }
    out.write(0);
    return out.toByteArray();
  }
}
