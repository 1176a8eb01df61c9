package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.recognise.Conversation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a flow while it is undecided. At most {@value #MAX_MESSAGES} messages and, of
 * datagrams, {@value #MAX_DATAGRAM_BYTES} bytes are kept.
 */
final class Beginning implements Conversation {
  private static final int MAX_MESSAGES = 64;
  private static final int MAX_DATAGRAM_BYTES = 48 << 10;
  private static final int MAX_DATAGRAM = 8 << 10;
  private static final int OVERHEAD = 200;
  private static final int MESSAGE_OVERHEAD = 64;
  private static final int SEGMENT_WORDS = 3;
  private static final int FIRST_LOOK_BYTES = 2048;
  private static final int FIRST_LOOK_MESSAGES = 4;

  final FlowState flow;
  private final Addresses addresses;
  private final @Nullable Stream streamA;
  private final @Nullable Stream streamB;
  private final List<Message> datagrams;
  private long[] segments = new long[0];
  private int segmentCount;
  private @Nullable List<Message> segmentMessages;
  private int datagramBytes;
  private boolean heardA;
  private boolean heardB;
  private boolean lookedAtBoth;
  private int nextLook;
  private boolean complete;

  @Nullable Beginning before;
  @Nullable Beginning after;
  int shelved;

  Beginning(FlowState flow, Addresses addresses) {
    this.flow = flow;
    this.addresses = addresses;
    boolean isTcp = flow.protocol == IpProtocol.TCP;
    streamA = isTcp ? new Stream() : null;
    streamB = isTcp ? new Stream() : null;
    datagrams = isTcp ? List.of() : new ArrayList<>(2);
    nextLook = isTcp ? FIRST_LOOK_BYTES : FIRST_LOOK_MESSAGES;
  }

  /** Adds a TCP segment; whether it brought something new. */
  boolean segment(Packet packet, boolean fromA, int offset) {
    Stream stream = fromA ? streamA : streamB;
    if (stream == null) {
      return false;
    }
    int fresh = stream.put(packet.data, packet.at, packet.left(), offset);
    if (stream.hasConflict()) {
      flow.conflict();
    }
    if (fresh == 0) {
      return stream.isFull();
    }
    heard(fromA);
    if (segmentCount < MAX_MESSAGES) {
      int at = segmentCount * SEGMENT_WORDS;
      if (at == segments.length) {
        segments = Arrays.copyOf(segments, Math.max(4 * SEGMENT_WORDS, at * 2));
      }
      segments[at] = packet.number;
      segments[at + 1] = packet.micros;
      segments[at + 2] = (fromA ? 1L << 62 : 0) | (long) stream.freshAt() << 31 | fresh;
      segmentCount++;
      segmentMessages = null;
    }
    return true;
  }

  /** Adds a datagram. */
  void datagram(Packet packet, boolean fromA) {
    int length = Math.min(packet.left(), MAX_DATAGRAM);
    byte[] data = Arrays.copyOfRange(packet.data, packet.at, packet.at + length);
    datagrams.add(
        new Message(
            fromA == flow.isClientA(),
            packet.number,
            time(packet.micros),
            data,
            packet.left() + packet.missing));
    datagramBytes += length;
    heard(fromA);
  }

  private void heard(boolean fromA) {
    heardA |= fromA;
    heardB |= !fromA;
  }

  /** Whether it takes no more. */
  boolean isFull() {
    if (streamA != null && streamB != null) {
      return streamA.isFull() || streamB.isFull();
    }
    return datagrams.size() >= MAX_MESSAGES || datagramBytes >= MAX_DATAGRAM_BYTES;
  }

  /**
   * Whether it is worth to look at again: both ends have spoken, or twice as much is there as at
   * the last look.
   */
  boolean isDue() {
    int amount =
        streamA != null && streamB != null
            ? streamA.contiguous() + streamB.contiguous()
            : datagrams.size();
    boolean both = heardA && heardB;
    if (amount < nextLook && (lookedAtBoth || !both)) {
      return false;
    }
    lookedAtBoth |= both;
    nextLook = Math.max(nextLook, amount * 2);
    return true;
  }

  void close() {
    complete = true;
  }

  /** How much memory it takes, roughly. */
  int size() {
    int bytes =
        streamA != null && streamB != null ? streamA.size() + streamB.size() : datagramBytes;
    return OVERHEAD + bytes + MESSAGE_OVERHEAD * datagrams.size() + 8 * segments.length;
  }

  @Override
  public int ipProtocol() {
    return flow.protocol;
  }

  @Override
  public int clientPort() {
    return flow.port(flow.isClientA());
  }

  @Override
  public int serverPort() {
    return flow.port(!flow.isClientA());
  }

  @Override
  public String clientAddress() {
    return addresses.text(flow.version(), flow.address(flow.isClientA()));
  }

  @Override
  public String serverAddress() {
    return addresses.text(flow.version(), flow.address(!flow.isClientA()));
  }

  @Override
  public boolean fromStart() {
    return streamA == null || flow.hasSyn();
  }

  @Override
  public Bytes fromClient() {
    return view(flow.isClientA());
  }

  @Override
  public Bytes fromServer() {
    return view(!flow.isClientA());
  }

  private Bytes view(boolean a) {
    Stream stream = a ? streamA : streamB;
    return stream == null ? Bytes.NONE : stream.view(complete);
  }

  @Override
  public List<Message> messages() {
    if (streamA == null || streamB == null) {
      return java.util.Collections.unmodifiableList(datagrams);
    }
    List<Message> made = segmentMessages;
    if (made == null) {
      made = new ArrayList<>(segmentCount);
      for (int i = 0; i < segmentCount; i++) {
        long word = segments[i * SEGMENT_WORDS + 2];
        boolean fromA = word >>> 62 != 0;
        int length = (int) word & 0x7fffffff;
        byte[] data = (fromA ? streamA : streamB).copy((int) (word >>> 31) & 0x7fffffff, length);
        made.add(
            new Message(
                fromA == flow.isClientA(),
                segments[i * SEGMENT_WORDS],
                time(segments[i * SEGMENT_WORDS + 1]),
                data,
                length));
      }
      segmentMessages = made;
    }
    return made;
  }

  @Override
  public boolean complete() {
    return complete;
  }

  private static long time(long micros) {
    return micros == dev.plimsoll.capture.file.Frame.NO_TIME ? 0 : micros;
  }
}
