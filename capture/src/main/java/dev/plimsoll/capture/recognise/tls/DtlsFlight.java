package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The handshake messages of one end of DTLS, put together from their fragments. */
final class DtlsFlight {
  private static final int HEADER = 13;
  private static final int MESSAGE = 12;
  private static final int LONGEST = 32768;
  private int records;
  private int version;
  private boolean encrypted;
  private @Nullable ClientHello clientHello;
  private @Nullable ServerHello serverHello;
  private @Nullable Octets certificates;
  private byte[] partial = new byte[0];
  private int partialHeld;

  int records() {
    return records;
  }

  /** Version of the last record. */
  int version() {
    return version;
  }

  /** Whether a record was seen that is protected by keys. */
  boolean encrypted() {
    return encrypted;
  }

  @Nullable ClientHello clientHello() {
    return clientHello;
  }

  @Nullable ServerHello serverHello() {
    return serverHello;
  }

  @Nullable Octets certificates() {
    return certificates;
  }

  /** Takes the records of a datagram. */
  void take(Octets datagram) {
    for (int at = 0; DtlsDialect.record(datagram, at); at += HEADER + datagram.u16(at + 11)) {
      records++;
      version = datagram.u16(at + 1);
      boolean plain = datagram.u16(at + 3) == 0;
      encrypted |= !plain || datagram.u8(at) == 25;
      if (plain && datagram.u8(at) == Records.HANDSHAKE) {
        messages(datagram.slice(at + HEADER, datagram.u16(at + 11)));
      }
      if (datagram.u8(at) == 25) {
        return; // the length stands behind a connection id whose length only the ends know
      }
    }
  }

  private void messages(Octets record) {
    for (int at = 0; record.has(at, MESSAGE); at += MESSAGE + record.u24(at + 9)) {
      int length = record.u24(at + 1);
      int offset = record.u24(at + 6);
      Octets fragment = record.slice(at + MESSAGE, record.u24(at + 9));
      if (length > LONGEST || offset + fragment.length() > length) {
        return;
      }
      if (fragment.length() == length) {
        message(record.u8(at), fragment, length);
      } else {
        gather(record.u8(at), offset, fragment, length);
      }
    }
  }

  private void gather(int type, int offset, Octets fragment, int length) {
    if (offset == 0) {
      partial = new byte[length];
      partialHeld = 0;
    }
    if (partial.length != length || offset != partialHeld) {
      return;
    }
    System.arraycopy(fragment.copy(), 0, partial, offset, fragment.length());
    partialHeld += fragment.length();
    if (partialHeld == length || type == 1) {
      message(type, Octets.of(Arrays.copyOf(partial, partialHeld)), length);
    }
  }

  private void message(int type, Octets body, int length) {
    switch (type) {
      case 1 -> {
        ClientHello read = ClientHello.read(body, length, true);
        clientHello = read == null ? clientHello : read;
      }
      case 2 -> {
        ServerHello read = ServerHello.read(body, length);
        serverHello = read == null ? serverHello : read;
      }
      case 11 -> certificates = body.length() == length ? body : certificates;
      default -> {}
    }
  }
}
