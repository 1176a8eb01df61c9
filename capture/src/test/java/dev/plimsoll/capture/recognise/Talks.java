package dev.plimsoll.capture.recognise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Conversations made by hand. */
public final class Talks {
  private static final long MICROS = 1_700_000_000_000_000L;

  private Talks() {}

  /** Bytes written as hexadecimal digits; blanks and line ends are ignored. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  /** Bytes of a text, a byte a character. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Arrays one after another. */
  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  /** A TCP connection seen from its start to its end. */
  public static Conversation stream(byte[] client, byte[] server) {
    return new Made(
        6, client, server, true, List.of(message(true, client), message(false, server)));
  }

  /** A TCP connection of which the capture has no start. */
  public static Conversation midway(byte[] client, byte[] server) {
    return new Made(
        6, client, server, false, List.of(message(true, client), message(false, server)));
  }

  /** UDP datagrams, all of the client. */
  public static Conversation datagrams(byte[]... datagrams) {
    List<Conversation.Message> messages = new ArrayList<>();
    for (byte[] datagram : datagrams) {
      messages.add(message(true, datagram));
    }
    return new Made(17, new byte[0], new byte[0], true, messages);
  }

  /** UDP datagrams, by turns of the client and the server. */
  public static Conversation turns(byte[]... datagrams) {
    List<Conversation.Message> messages = new ArrayList<>();
    for (byte[] datagram : datagrams) {
      messages.add(message(messages.size() % 2 == 0, datagram));
    }
    return new Made(17, new byte[0], new byte[0], true, messages);
  }

  /** Packets of another protocol on IP. */
  public static Conversation ip(int protocol, byte[] payload) {
    return new Made(protocol, new byte[0], new byte[0], true, List.of(message(true, payload)));
  }

  private static Conversation.Message message(boolean fromClient, byte[] data) {
    return new Conversation.Message(fromClient, fromClient ? 1 : 2, MICROS, data, data.length);
  }

  private record Made(
      int ipProtocol, byte[] up, byte[] down, boolean fromStart, List<Message> messages)
      implements Conversation {

    @Override
    public int clientPort() {
      return 40000;
    }

    @Override
    public int serverPort() {
      return 9;
    }

    @Override
    public String clientAddress() {
      return "192.0.2.1";
    }

    @Override
    public String serverAddress() {
      return "192.0.2.2";
    }

    @Override
    public Bytes fromClient() {
      return new Bytes(up, up.length, up.length);
    }

    @Override
    public Bytes fromServer() {
      return new Bytes(down, down.length, down.length);
    }

    @Override
    public boolean complete() {
      return true;
    }
  }
}
