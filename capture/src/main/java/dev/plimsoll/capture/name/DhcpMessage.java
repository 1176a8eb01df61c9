package dev.plimsoll.capture.name;

import dev.plimsoll.capture.file.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a DHCP message (RFC 2131, RFC 2132) says of the station that it configures.
 *
 * @param mac hardware address of the client
 * @param hostName the name that it gives itself (option 12); null where none or not from the client
 * @param address the address that it was given by an acknowledgement; 0 where none
 */
public record DhcpMessage(long mac, @Nullable String hostName, int address) {
  private static final int OPTIONS = 240;
  private static final int COOKIE = 0x63825363;
  private static final int HOST_NAME = 12;
  private static final int MESSAGE_TYPE = 53;
  private static final int ACKNOWLEDGED = 5;

  /** Reads a message; null where there is none. */
  public static @Nullable DhcpMessage read(byte[] data, int from, int to) {
    if (to - from < OPTIONS
        || Words.i32(data, from + 236, true) != COOKIE
        || data[from + 1] != 1
        || data[from + 2] != 6) {
      return null;
    }
    long mac = (Words.u32(data, from + 28, true) << 16) | Words.u16(data, from + 32, true);
    boolean fromClient = data[from] == 1;
    String name = null;
    int type = 0;
    int at = from + OPTIONS;
    while (at + 1 < to && data[at] != -1) {
      int length = data[at] == 0 ? -1 : data[at + 1] & 0xff;
      if (at + 2 + length > to) {
        break;
      }
      if (data[at] == HOST_NAME && fromClient) {
        name = text(data, at + 2, length);
      } else if (data[at] == MESSAGE_TYPE && length == 1) {
        type = data[at + 2];
      }
      at += 2 + length;
    }
    int address = !fromClient && type == ACKNOWLEDGED ? Words.i32(data, from + 16, true) : 0;
    return new DhcpMessage(mac, name, address);
  }

  private static @Nullable String text(byte[] data, int at, int length) {
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length && data[at + i] != 0; i++) {
      int octet = data[at + i];
      name.append(octet >= ' ' && octet < 0x7f ? (char) octet : '?');
    }
    String text = name.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
