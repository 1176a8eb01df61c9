package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one direction of a TLS connection (RFC 5246 section 6.2, RFC 8446 section 5.1), as
 * far as they were kept.
 */
final class Records {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  static final int HEARTBEAT = 24;
  private static final int LONGEST = 16384 + 2048;
  private static final int FATAL = 2;
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int CERTIFICATE = 11;
  private static final int MOST_HANDSHAKE = 65536;

  int count;
  int applicationData;
  boolean changed;

  /** Whether what follows the last whole record is no record. */
  boolean derailed;

  /** Whether the last record ends where the bytes end. */
  boolean exact;

  /** Record version of the last record. */
  int version;

  /** Number of an alert in the clear that ends the connection; -1 where there was none. */
  int fatal = -1;

  int firstType = -1;
  int shortestData = Integer.MAX_VALUE;
  @Nullable ClientHello clientHello;
  @Nullable ServerHello serverHello;
  @Nullable Octets certificates;
  boolean handshakeDone;
  private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();

  private Records() {}

  /** Whether the header of a record stands at an offset. */
  static boolean header(Octets octets, int at) {
    int type = octets.u8(at);
    int length = octets.u16(at + 3);
    return type >= CHANGE_CIPHER_SPEC
        && type <= HEARTBEAT
        && octets.u8(at + 1) == 3
        && octets.u8(at + 2) <= 4
        && length <= LONGEST
        && fits(type, length);
  }

  private static boolean fits(int type, int length) {
    return switch (type) {
      case CHANGE_CIPHER_SPEC -> length == 1;
      case APPLICATION_DATA -> length >= 0;
      case ALERT -> length == 2 || length >= 16;
      default -> length >= 4;
    };
  }

  /** Reads records from the start of these bytes until they end or make no sense. */
  static Records read(Octets octets) {
    Records records = new Records();
    int at = 0;
    while (octets.has(at, 5)) {
      if (!header(octets, at)) {
        records.derailed = true;
        break;
      }
      int length = octets.u16(at + 3);
      records.take(octets.u8(at), octets.u16(at + 1), octets.slice(at + 5, length), length);
      at += 5 + length;
    }
    records.exact = at == octets.length();
    records.messages();
    return records;
  }

  private void take(int type, int recordVersion, Octets body, int length) {
    count++;
    version = recordVersion;
    if (firstType < 0) {
      firstType = type;
    }
    switch (type) {
      case CHANGE_CIPHER_SPEC -> changed = true;
      case ALERT -> {
        if (!changed && applicationData == 0 && length == 2 && body.u8(0) == FATAL) {
          fatal = body.u8(1);
        }
      }
      case HANDSHAKE -> {
        // After the change the messages are encrypted, but for the second hellos of TLS 1.3
        if ((!changed || plainHello(body)) && handshake.size() < MOST_HANDSHAKE) {
          handshake.writeBytes(body.copy());
        }
      }
      case APPLICATION_DATA -> {
        applicationData++;
        shortestData = Math.min(shortestData, length);
      }
      default -> {}
    }
  }

  private static boolean plainHello(Octets body) {
    return (body.u8(0) == CLIENT_HELLO || body.u8(0) == SERVER_HELLO)
        && body.u8(1) == 0
        && Versions.plausible(body.u16(4))
        && body.u24(1) + 4 == body.length();
  }

  private void messages() {
    Octets all = Octets.of(handshake.toByteArray());
    for (int at = 0; all.has(at, 4); at += 4 + all.u24(at + 1)) {
      int length = all.u24(at + 1);
      Octets body = all.slice(at + 4, length);
      switch (all.u8(at)) {
        case CLIENT_HELLO -> {
          if (clientHello == null) {
            clientHello = ClientHello.read(body, length, false);
          }
        }
        case SERVER_HELLO -> {
          if (serverHello == null || serverHello.retry()) {
            ServerHello read = ServerHello.read(body, length);
            serverHello = read == null ? serverHello : read;
          }
        }
        case CERTIFICATE -> {
          if (body.length() == length && certificates == null) {
            certificates = body;
          }
        }
        case 14 -> handshakeDone = true;
        default -> {}
      }
    }
  }
}
