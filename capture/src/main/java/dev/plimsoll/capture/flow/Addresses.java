package dev.plimsoll.capture.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The IPv6 addresses of a capture, each with a number, so that a flow needs 32 bits for either
 * version. Open addressing over two arrays of longs.
 */
final class Addresses {
  /** Where the table is full. */
  static final int FULL = -1;

  private static final int MAX = 1 << 21;

  private long[] high = new long[64];
  private long[] low = new long[64];
  private int[] slots = new int[256];
  private int count;

  /** The number of an address, new or known; {@link #FULL} where there are too many. */
  int number(long first, long second) {
    int mask = slots.length - 1;
    int slot = mix(first, second) & mask;
    while (slots[slot] != 0) {
      int at = slots[slot] - 1;
      if (high[at] == first && low[at] == second) {
        return at;
      }
      slot = (slot + 1) & mask;
    }
    if (count >= MAX) {
      return FULL;
    }
    if (count == high.length) {
      high = Arrays.copyOf(high, count + (count >> 1));
      low = Arrays.copyOf(low, count + (count >> 1));
    }
    high[count] = first;
    low[count] = second;
    slots[slot] = ++count;
    if (count * 2 > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int at = 0; at < count; at++) {
      int slot = mix(high[at], low[at]) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = at + 1;
    }
    slots = wider;
  }

  private static int mix(long first, long second) {
    long hash = (first * 0x9e3779b97f4a7c15L ^ second) * 0xbf58476d1ce4e5b9L;
    return (int) (hash >>> 32);
  }

  /**
   * Whether an address is of the local network: private, link-local, unique local. Others are no
   * sign of a station, since the frames of a router carry them all.
   */
  boolean isLocal(int version, int address) {
    if (version == 6) {
      int first = (int) (high[address] >>> 48);
      return (first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfe80;
    }
    int first = address >>> 24;
    int two = address >>> 16;
    return first == 10 || two >> 4 == 0xac1 || two == 0xc0a8 || two == 0xa9fe || two >> 6 == 0x191;
  }

  /** The text of an address in its canonical form (RFC 5952 section 4 for version 6). */
  String text(int version, int address) {
    return version == 4 ? text4(address) : text6(high[address], low[address]);
  }

  /** The text of an IPv4 address. */
  static String text4(int address) {
    byte[] text = new byte[15];
    int length = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      int octet = (address >>> shift) & 0xff;
      if (octet >= 100) {
        text[length++] = (byte) ('0' + octet / 100);
      }
      if (octet >= 10) {
        text[length++] = (byte) ('0' + octet / 10 % 10);
      }
      text[length++] = (byte) ('0' + octet % 10);
      if (shift > 0) {
        text[length++] = '.';
      }
    }
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** The text of an IPv6 address: the longest run of two zero groups or more is left out. */
  static String text6(long high, long low) {
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i)) & 0xffff;
      groups[4 + i] = (int) (low >>> (48 - 16 * i)) & 0xffff;
    }
    int from = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        from = i;
        length = run;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == from) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(i == 0 || (from >= 0 && i == from + length) ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
