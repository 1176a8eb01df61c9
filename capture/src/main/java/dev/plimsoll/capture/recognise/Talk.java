package dev.plimsoll.capture.recognise;

import dev.plimsoll.capture.recognise.Conversation.Bytes;
import dev.plimsoll.capture.recognise.Conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the dialects read it: the two directions of a stream, or datagrams.
 *
 * <p>Of datagrams, {@link #client()} and {@link #server()} are the first that each end sent.
 */
public final class Talk {
  private static final int TCP = 6;
  private static final int LOOKED_AT = 24;

  private final Conversation conversation;
  private final boolean stream;
  private final Octets client;
  private final Octets server;
  private final Octets[] datagrams;
  private @Nullable List<Message> messages;

  /** Wraps a conversation. */
  public Talk(Conversation conversation) {
    this.conversation = conversation;
    this.stream = conversation.ipProtocol() == TCP;
    this.datagrams = stream ? new Octets[0] : datagrams();
    this.client = stream ? kept(conversation.fromClient()) : firstOf(true);
    this.server = stream ? kept(conversation.fromServer()) : firstOf(false);
  }

  /** The first datagrams that carry something. */
  private Octets[] datagrams() {
    List<Octets> found = new ArrayList<>();
    for (Message message : messages()) {
      if (message.data().length > 0) {
        found.add(Octets.datagram(message.data(), message.length()));
        if (found.size() == LOOKED_AT) {
          break;
        }
      }
    }
    return found.toArray(new Octets[0]);
  }

  /** The datagrams or segments that were kept, in the order of the capture. */
  public List<Message> messages() {
    List<Message> known = messages;
    if (known == null) {
      known = conversation.messages();
      messages = known;
    }
    return known;
  }

  private static Octets kept(Bytes bytes) {
    return Octets.of(bytes.array(), Math.min(bytes.length(), Math.max(bytes.gap(), 0)));
  }

  private Octets firstOf(boolean fromClient) {
    for (Message message : messages()) {
      if (message.fromClient() == fromClient && message.data().length > 0) {
        return Octets.datagram(message.data(), message.length());
      }
    }
    return Octets.NONE;
  }

  /** The conversation itself. */
  public Conversation conversation() {
    return conversation;
  }

  /** Whether the transport is a stream (TCP), not datagrams. */
  public boolean stream() {
    return stream;
  }

  /** What the client said, up to the first loss; of datagrams its first. */
  public Octets client() {
    return client;
  }

  /** What the server said, up to the first loss; of datagrams its first. */
  public Octets server() {
    return server;
  }

  /** What stands first: the client's bytes, or the server's where the client said nothing. */
  public Octets first() {
    return client.isEmpty() ? server : client;
  }

  /** Whether both ends have spoken. */
  public boolean both() {
    return !client.isEmpty() && !server.isEmpty();
  }

  /** Whether no more will come. */
  public boolean complete() {
    return conversation.complete();
  }

  /** Whether a side of the stream, where it has spoken, passes; and at least one has spoken. */
  public boolean sides(Predicate<Octets> test) {
    return (!client.isEmpty() || !server.isEmpty())
        && (client.isEmpty() || test.test(client))
        && (server.isEmpty() || test.test(server));
  }

  /** Whether one of the two sides passes. */
  public boolean either(Predicate<Octets> test) {
    return (!client.isEmpty() && test.test(client)) || (!server.isEmpty() && test.test(server));
  }

  /**
   * Whether every datagram passes that is looked at, at most the first {@value #LOOKED_AT}; and at
   * least one is there.
   */
  public boolean all(Predicate<Octets> test) {
    for (Octets datagram : datagrams) {
      if (!test.test(datagram)) {
        return false;
      }
    }
    return datagrams.length > 0;
  }

  /** How many of the datagrams that are looked at pass. */
  public int count(Predicate<Octets> test) {
    int passed = 0;
    for (Octets datagram : datagrams) {
      passed += test.test(datagram) ? 1 : 0;
    }
    return passed;
  }

  /** How many datagrams or segments with payload were kept. */
  public int size() {
    int size = 0;
    for (Message message : messages()) {
      size += message.data().length > 0 ? 1 : 0;
    }
    return size;
  }

  /** Frames that carried the first payload of either end. */
  public List<Long> openingFrames() {
    long fromClient = 0;
    long fromServer = 0;
    for (Message message : messages()) {
      if (message.data().length == 0) {
        continue;
      }
      if (message.fromClient() && fromClient == 0) {
        fromClient = message.frame();
      } else if (!message.fromClient() && fromServer == 0) {
        fromServer = message.frame();
      }
    }
    if (fromClient == 0 || fromServer == 0) {
      long only = Math.max(fromClient, fromServer);
      return only == 0 ? List.of() : List.of(only);
    }
    return List.of(Math.min(fromClient, fromServer), Math.max(fromClient, fromServer));
  }

  /** Time of the first frame kept, microseconds since 1970; -1 where none was kept. */
  public long micros() {
    return messages().isEmpty() ? -1 : messages().getFirst().micros();
  }
}
