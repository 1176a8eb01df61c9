package dev.plimsoll.capture.recognise.iot;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** MQTT 3.1, 3.1.1 and 5.0 over a stream (OASIS MQTT 5.0 section 2 and 3.1), from any packet on. */
public final class MqttDialect implements Dialect {
  private static final int CONNECT = 1;
  private static final int CHAIN = 3;

  /** Makes the dialect; it holds nothing. */
  public MqttDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream()) {
      return null;
    }
    Octets client = talk.client();
    if (connects(client)) {
      int flags = client.u8(body(client) + 3 + client.u16(body(client)));
      return Said.clear("MQTT")
          .version(version(client))
          .findingIf((flags & 0xc0) != 0, "credentials")
          .frames(talk.openingFrames())
          .build();
    }
    return talk.sides(MqttDialect::packets) && talk.either(MqttDialect::telling)
        ? Said.clear("MQTT").frames(talk.openingFrames()).build()
        : null;
  }

  /** The first of a connection: its protocol name and level. */
  private static boolean connects(Octets o) {
    int body = body(o);
    return o.u8(0) == CONNECT << 4
        && body > 0
        && (o.at(body, "\0\4MQTT") || o.at(body, "\0\6MQIsdp"));
  }

  private static String version(Octets o) {
    int level = o.u8(body(o) + 2 + o.u16(body(o)));
    return switch (level) {
      case 3 -> "MQTT 3.1";
      case 4 -> "MQTT 3.1.1";
      case 5 -> "MQTT 5.0";
      default -> "MQTT";
    };
  }

  /** Offset behind the remaining length; -1 where it has none of at most four bytes. */
  private static int body(Octets o) {
    for (int at = 1; at <= 4; at++) {
      if (o.u8(at) >= 0 && o.u8(at) < 0x80) {
        return at + 1;
      }
    }
    return -1;
  }

  private static int remaining(Octets o) {
    int length = 0;
    for (int at = 1; at <= 4; at++) {
      length |= (o.u8(at) & 0x7f) << (7 * (at - 1));
      if (o.u8(at) < 0x80) {
        return length;
      }
    }
    return -1;
  }

  /** Whether packets follow one another with flags that fit, to the end of what is there. */
  private static boolean packets(Octets side) {
    Octets rest = side;
    for (int i = 0; i < CHAIN && !rest.isEmpty(); i++) {
      int body = body(rest);
      if (body < 0 || !fits(rest.u8(0) >> 4, rest.u8(0) & 15, remaining(rest))) {
        return false;
      }
      int type = rest.u8(0) >> 4;
      if (type == 3 && !topic(rest, body)) {
        return false;
      }
      if ((type == 8 || type == 10) && !subscribes(rest, body)) {
        return false;
      }
      rest = rest.from(body + remaining(rest));
    }
    return true;
  }

  /** Sections 2.1.2 and 2.1.3: the flags that each type demands, and its least length. */
  private static boolean fits(int type, int flags, int remaining) {
    return switch (type) {
      case 2 -> flags == 0 && remaining >= 2 && remaining < 128;
      case 3 -> (flags & 6) != 6 && remaining >= 3;
      case 4, 5, 7, 11 -> flags == 0 && remaining >= 2 && remaining <= 64;
      case 6 -> flags == 2 && remaining >= 2 && remaining <= 64;
      case 8, 10 -> flags == 2 && remaining >= 5;
      case 9 -> flags == 0 && remaining >= 3;
      case 12, 13 -> flags == 0 && remaining == 0;
      case 14 -> flags == 0 && remaining <= 64;
      default -> false;
    };
  }

  /**
   * Sections 3.8 and 3.10: a topic behind the packet's number and, from version 5, its properties.
   */
  private static boolean subscribes(Octets o, int body) {
    return topic(o, body + 2) || topic(o, body + 3 + Math.max(o.u8(body + 2), 0));
  }

  private static boolean topic(Octets o, int at) {
    int length = o.u16(at);
    if (length < 1 || length > 1024) {
      return false;
    }
    for (int i = 0; i < length && o.has(at + 2 + i, 1); i++) {
      if (o.u8(at + 2 + i) < 0x20) {
        return false;
      }
    }
    return true;
  }

  /** A publication with a topic, or the answer to a connection: more than a keep-alive. */
  private static boolean telling(Octets o) {
    int type = o.u8(0) >> 4;
    return (type == 3 && o.length() > 8 && body(o) + remaining(o) <= o.length())
        || (o.u8(0) == 0x20 && o.u8(1) == 2 && o.u8(2) <= 1 && o.u8(3) <= 5)
        || (type == 8 && o.length() > 8);
  }
}
