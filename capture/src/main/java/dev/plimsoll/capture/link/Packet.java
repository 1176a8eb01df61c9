package dev.plimsoll.capture.link;

import dev.plimsoll.capture.file.Words;

/**
 * A cursor over one frame while its layers are taken off. The same object serves every frame; its
 * bytes lie in a buffer that is used again.
 */
public final class Packet {
  /** Where a hardware address or a VLAN is absent. */
  public static final int NONE = -1;

  /** Number of the frame, from 1. */
  public long number;

  /** Time in microseconds since 1970. */
  public long micros;

  /** Frames that this packet came in: 1, or more where it was in fragments. */
  public int frames;

  /** Bytes of those frames as captured. */
  public long frameBytes;

  /** The buffer. */
  public byte[] data = new byte[0];

  /** First byte of the layer that comes next. */
  public int at;

  /** Behind the last byte captured of that layer. */
  public int end;

  /** Bytes of that layer that the capture cut off behind {@link #end}. */
  public int missing;

  /** Hardware address of the sender, in the low 48 bits; {@link #NONE} where there is none. */
  public long source;

  /** Hardware address of the receiver; {@link #NONE} where there is none. */
  public long destination;

  /** Outermost VLAN id; {@link #NONE} without a tag. */
  public int vlan;

  /** Ethernet type of the layer that comes next. */
  public int type;

  /** IP version, 4 or 6. */
  public int version;

  /** IP protocol number. */
  public int protocol;

  /** Sender's address: of version 4 the low 32 bits, of version 6 its number in the table. */
  public int sender;

  /** Receiver's address, likewise. */
  public int receiver;

  /** Sender's port; -1 where the transport has none. */
  public int senderPort;

  /** Receiver's port; -1 where the transport has none. */
  public int receiverPort;

  /** TCP flags. */
  public int flags;

  /** TCP sequence number. */
  public int sequence;

  /** TCP acknowledgement number. */
  public int acknowledgement;

  /** Whether its fragments gave different bytes for the same place. */
  public boolean conflict;

  /** A packet with nothing in it. */
  public Packet() {}

  /** How many captured bytes are left. */
  public int left() {
    return end - at;
  }

  /** One byte, from the cursor on; the caller has looked at {@link #left}. */
  public int u8(int from) {
    return data[at + from] & 0xff;
  }

  /** Two bytes in network order. */
  public int u16(int from) {
    return Words.u16(data, at + from, true);
  }

  /** Four bytes in network order. */
  public int i32(int from) {
    return Words.i32(data, at + from, true);
  }

  /** Eight bytes in network order. */
  public long i64(int from) {
    return Words.i64(data, at + from, true);
  }

  /** A hardware address of six bytes. */
  public long mac(int from) {
    return (long) u16(from) << 32 | (i32(from + 2) & 0xffffffffL);
  }

  /** A hardware address as text: lower case with colons. */
  public static String macText(long mac) {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      int octet = (int) (mac >> shift) & 0xff;
      if (shift < 40) {
        text.append(':');
      }
      text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
    }
    return text.toString();
  }

  /** Whether the address is that of a single station: neither a group nor empty nor absent. */
  public static boolean isStation(long mac) {
    return mac > 0 && (mac & 0x0100_0000_0000L) == 0;
  }
}
