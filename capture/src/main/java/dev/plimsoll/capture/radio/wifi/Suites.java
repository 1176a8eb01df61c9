package dev.plimsoll.capture.radio.wifi;

import dev.plimsoll.capture.file.Octets;

/**
 * The ciphers and ways of key management that a station or a network names, in the RSN element or
 * in its forerunner, the WPA element (IEEE 802.11-2020, 9.4.2.24). Each is a set of bits by the
 * number of the suite.
 */
final class Suites {
  static final int WEP_40 = 1 << 1;
  static final int TKIP = 1 << 2;
  static final int CCMP = 1 << 4;
  static final int WEP_104 = 1 << 5;
  static final int WEP = WEP_40 | WEP_104;

  /** CCMP and GCMP of either key size. */
  static final int CURRENT = CCMP | 1 << 8 | 1 << 9 | 1 << 10;

  static final int ENTERPRISE = 1 << 1 | 1 << 3 | 1 << 5 | 1 << 11 | 1 << 12;
  static final int PSK = 1 << 2 | 1 << 4 | 1 << 6;
  static final int SAE = 1 << 8 | 1 << 9 | 1 << 24 | 1 << 25;
  static final int OWE = 1 << 18;

  private static final int RSN = 0x000fac;
  private static final int MICROSOFT = 0x0050f2;
  private static final int MAX_SUITES = 64;

  int rsnCiphers;
  int wpaCiphers;
  int keyManagement;
  boolean hasWps;

  /** Reads the elements from the cursor on. */
  void elements(Octets in) {
    while (in.left() >= 2) {
      int id = in.u8(0);
      int length = in.u8(1);
      in.skip(2);
      if (length > in.left()) {
        return;
      }
      int end = in.end;
      in.limit(length);
      int next = in.at + length;
      if (id == 48) {
        rsnCiphers |= suites(in, RSN);
      } else if (id == 221 && length >= 4 && oui(in, 0) == MICROSOFT) {
        vendor(in);
      }
      in.at = next;
      in.end = end;
    }
  }

  private void vendor(Octets in) {
    int type = in.u8(3);
    in.skip(4);
    if (type == 1) {
      wpaCiphers |= suites(in, MICROSOFT);
    } else if (type == 4) {
      hasWps = true;
    }
  }

  /** The pairwise ciphers; the key management is noted beside. */
  private int suites(Octets in, int organisation) {
    if (in.left() < 8 || in.low16(0) != 1) {
      // An element that leaves them out means the default of its time.
      return organisation == RSN ? CCMP : TKIP;
    }
    in.skip(6);
    int ciphers = list(in, organisation);
    keyManagement |= list(in, organisation);
    return ciphers;
  }

  private static int list(Octets in, int organisation) {
    if (in.left() < 2) {
      return 0;
    }
    int count = Math.min(in.low16(0), MAX_SUITES);
    in.skip(2);
    int found = 0;
    for (int i = 0; i < count && in.left() >= 4; i++) {
      int number = in.u8(3);
      if (oui(in, 0) == organisation && number < 31) {
        found |= 1 << number;
      }
      in.skip(4);
    }
    return found;
  }

  private static int oui(Octets in, int from) {
    return in.u8(from) << 16 | in.u8(from + 1) << 8 | in.u8(from + 2);
  }
}
