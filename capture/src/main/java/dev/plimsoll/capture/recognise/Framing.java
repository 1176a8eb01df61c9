package dev.plimsoll.capture.recognise;

import java.util.function.ToIntFunction;

/** Checks that bytes are messages one after another, each with a length that fits. */
public final class Framing {
  private static final int MOST = 16;
  private static final int SHORTEST_HEADER = 4;

  private Framing() {}

  /**
   * Whether a side of a stream consists of messages; the last may be cut.
   *
   * @param message gives the length of the message at the start of its argument with its header, or
   *     -1 where none stands there
   */
  public static boolean stream(Octets side, ToIntFunction<Octets> message) {
    Octets rest = side;
    for (int i = 0; i < MOST && !rest.isEmpty(); i++) {
      int length = message.applyAsInt(rest);
      if (length <= 0) {
        return i > 0 && rest.length() < SHORTEST_HEADER;
      }
      rest = rest.from(length);
    }
    return !side.isEmpty();
  }

  /** Whether both sides of a stream that have spoken consist of messages. */
  public static boolean stream(Talk talk, ToIntFunction<Octets> message) {
    return talk.stream() && talk.sides(side -> stream(side, message));
  }

  /** Whether every datagram is messages to its very end. */
  public static boolean datagrams(Talk talk, ToIntFunction<Octets> message) {
    return !talk.stream() && talk.all(datagram -> exactly(datagram, message));
  }

  /** Whether a datagram is messages to its very end. */
  public static boolean exactly(Octets datagram, ToIntFunction<Octets> message) {
    int at = 0;
    for (int i = 0; i < MOST && at < datagram.wire(); i++) {
      int length = message.applyAsInt(datagram.from(at));
      if (length <= 0) {
        return i > 0 && at >= datagram.length() && datagram.wire() > datagram.length();
      }
      at += length;
    }
    return at == datagram.wire();
  }

  /** The same for either transport. */
  public static boolean either(Talk talk, ToIntFunction<Octets> message) {
    return talk.stream() ? stream(talk, message) : datagrams(talk, message);
  }
}
