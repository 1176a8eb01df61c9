package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The extensions of a hello that say something of protection (RFC 8446 section 4.2). */
record Extensions(
    Set<Integer> types,
    int version,
    @Nullable String serverName,
    List<String> protocols,
    boolean ticket) {
  static final int SERVER_NAME = 0;
  static final int PROTOCOLS = 16;
  static final int SESSION_TICKET = 35;
  static final int PRE_SHARED_KEY = 41;
  static final int EARLY_DATA = 42;
  static final int SUPPORTED_VERSIONS = 43;
  private static final int MOST = 64;

  boolean has(int type) {
    return types.contains(type);
  }

  /** Reads the block of extensions that begins with its length at an offset of a hello. */
  static Extensions read(Octets body, int from, int length) {
    Set<Integer> types = new TreeSet<>();
    List<String> protocols = new ArrayList<>();
    String serverName = null;
    int version = 0;
    boolean ticket = false;
    int at = from + 2;
    int end = Math.min(Math.min(length, body.length()), at + Math.max(body.u16(from), 0));
    while (at + 4 <= end && types.size() < MOST) {
      int type = body.u16(at);
      Octets value = body.slice(at + 4, body.u16(at + 2));
      types.add(type);
      switch (type) {
        case SERVER_NAME -> serverName = name(value);
        case PROTOCOLS -> protocols(value, protocols);
        case SUPPORTED_VERSIONS -> version = version(value);
        case SESSION_TICKET -> ticket = !value.isEmpty();
        default -> {}
      }
      at += 4 + body.u16(at + 2);
    }
    return new Extensions(types, version, serverName, protocols, ticket);
  }

  private static @Nullable String name(Octets value) {
    int length = value.u16(3);
    if (value.u8(2) != 0 || length < 1 || !value.has(5, length)) {
      return null;
    }
    for (int i = 5; i < 5 + length; i++) {
      if (value.u8(i) <= 0x20 || value.u8(i) >= 0x7f) {
        return null;
      }
    }
    return value.text(5, Math.min(length, 255));
  }

  private static void protocols(Octets value, List<String> into) {
    for (int at = 2; value.u8(at) > 0 && into.size() < 16; at += 1 + value.u8(at)) {
      into.add(value.text(at + 1, value.u8(at)));
    }
  }

  /** The version a server chose (two bytes), or the highest of a client's list. */
  private static int version(Octets value) {
    if (value.length() == 2) {
      return value.u16(0);
    }
    int best = 0;
    int rank = -1;
    for (int at = 1; value.has(at, 2); at += 2) {
      int offered = value.u16(at);
      if (!ClientHello.reserved(offered) && Versions.plausible(offered) && rank(offered) > rank) {
        best = offered;
        rank = rank(offered);
      }
    }
    return best;
  }

  private static int rank(int version) {
    if (version >= Versions.DTLS13) {
      return Versions.TLS13 - (version - Versions.DTLS13);
    }
    return Versions.draft(version) ? Versions.TLS13 : version;
  }
}
