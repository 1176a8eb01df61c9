package dev.plimsoll.capture.recognise;

import java.util.List;

/**
 * The beginning of a flow, as far as it was kept: what a recogniser looks at.
 *
 * <p>Of a stream transport both directions are reassembled; of a datagram transport the messages
 * stand one by one. The flow table decides how much it keeps (some kilobytes a direction) and asks
 * again when more has come.
 */
public interface Conversation {

  /** IP protocol number: 6 TCP, 17 UDP, 50 ESP ... */
  int ipProtocol();

  /** Port of the end that spoke or connected first; -1 where the transport has none. */
  int clientPort();

  /** Port of the other end; -1 where the transport has none. */
  int serverPort();

  /** Address of the client in text form. */
  String clientAddress();

  /** Address of the server in text form. */
  String serverAddress();

  /** Whether the beginning was seen: for TCP the SYN, for datagrams always. */
  boolean fromStart();

  /** The reassembled bytes of the client, from its first; empty for datagram transports. */
  Bytes fromClient();

  /** The reassembled bytes of the server, from its first; empty for datagram transports. */
  Bytes fromServer();

  /**
   * The datagrams kept, both directions, in the order of the capture; of a stream, its segments in
   * order of arrival.
   */
  List<Message> messages();

  /** Whether no more bytes will come: the flow has ended or the store is full. */
  boolean complete();

  /**
   * Reassembled bytes of one direction.
   *
   * @param array the bytes from offset 0 to {@code length}
   * @param length how many are valid
   * @param gap offset of the first byte that follows a loss; {@code length} where nothing is
   *     missing
   */
  record Bytes(byte[] array, int length, int gap) {
    /** Nothing was sent. */
    public static final Bytes NONE = new Bytes(new byte[0], 0, 0);
  }

  /**
   * One datagram or segment.
   *
   * @param fromClient the direction
   * @param frame number of the frame in the capture, from 1
   * @param micros time of the frame, microseconds since 1970
   * @param data payload above the transport header, perhaps cut by the capture
   * @param length length of the payload on the wire, at least {@code data.length}
   */
  record Message(boolean fromClient, long frame, long micros, byte[] data, int length) {}
}
