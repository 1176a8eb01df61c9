package dev.plimsoll.capture.recognise.names;

import dev.plimsoll.capture.recognise.Octets;

/** The format that DNS, multicast DNS, LLMNR and the NetBIOS name service share (RFC 1035). */
final class DnsMessage {
  private static final int HEADER = 12;
  private static final int MOST_NAMES = 16;
  private static final int LONGEST_NAME = 255;

  private DnsMessage() {}

  /** Whether these bytes are one message, as far as the capture kept it. */
  static boolean fits(Octets octets) {
    int flags = octets.u16(2);
    int questions = octets.u16(4);
    int records = octets.u16(6) + octets.u16(8) + octets.u16(10);
    boolean response = (flags & 0x8000) != 0;
    if (octets.wire() < HEADER + 5
        || !octets.has(0, HEADER)
        || (flags >> 11 & 15) > 9
        || ((flags & 15) > 10 && !response)
        || questions > MOST_NAMES
        || questions + records == 0
        || records > 512
        || (questions == 0 && !response)) {
      return false;
    }
    int at = HEADER;
    for (int i = 0; i < questions; i++) {
      at = name(octets, at);
      if (at < 0 || (octets.has(at, 4) && !classed(octets.u16(at + 2)))) {
        return false;
      }
      at += 4;
      if (at > octets.length()) {
        return octets.wire() > octets.length() || i > 0;
      }
    }
    // A question that fits is enough: some clients pad what stands behind it
    return questions > 0 || records(octets, at, records);
  }

  private static boolean records(Octets octets, int start, int count) {
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at >= octets.length()) {
        return octets.wire() > octets.length() || i > 0;
      }
      int type = name(octets, at);
      if (type < 0) {
        return octets.wire() > octets.length() || i > 0;
      }
      // the class of the OPT pseudo record is a size (RFC 6891)
      if (octets.has(type, 4) && octets.u16(type) != 41 && !classed(octets.u16(type + 2))) {
        return false;
      }
      at = type + 10 + Math.max(octets.u16(type + 8), 0);
    }
    return at <= octets.wire();
  }

  /** Internet, chaos, hesiod, none or any, with the bit of multicast DNS (RFC 6762). */
  private static boolean classed(int value) {
    int plain = value & 0x7fff;
    return (plain >= 1 && plain <= 4) || plain == 254 || plain == 255;
  }

  /** Offset after the name at an offset; -1 where none stands there. */
  static int name(Octets octets, int start) {
    int at = start;
    while (at - start <= LONGEST_NAME) {
      int label = octets.u8(at);
      if (label == 0) {
        return at + 1;
      }
      if (label >= 0xc0) {
        return octets.u16(at) >= 0 ? at + 2 : -1;
      }
      if (label < 0 || label > 63) {
        return -1;
      }
      at += 1 + label;
    }
    return -1;
  }

  /** Whether the first name is one of NetBIOS: 32 letters A to P (RFC 1001 section 14.1). */
  static boolean netBios(Octets octets) {
    if (octets.u8(HEADER) != 32) {
      return false;
    }
    for (int i = 1; i <= 32; i++) {
      int letter = octets.u8(HEADER + i);
      if (letter < 'A' || letter > 'P') {
        return false;
      }
    }
    return true;
  }
}
