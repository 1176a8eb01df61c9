package dev.plimsoll.capture.radio.wpan;

import dev.plimsoll.capture.file.Octets;
import java.util.Arrays;

/** The network and application layers of Zigbee, as far as security goes (Zigbee Specification). */
final class Zigbee {
  private static final int TRANSPORT_KEY = 5;
  private static final int STANDARD_NETWORK_KEY = 1;
  private static final int KEY_TRANSPORT_KEY = 2;

  /** Security level that frames are sealed with, which they carry as 0 (4.3.1.1). */
  private static final int LEVEL = 5;

  private Zigbee() {}

  /** Whether a payload begins like a frame of version 2 of the network layer: data or command. */
  static boolean looksLike(Octets in) {
    return in.left() >= 8 && (in.u8(0) & 0x3e) == 0x08 && (in.u8(0) & 0xc0) != 0x80;
  }

  /** Takes a frame of the network layer. */
  static void take(Octets in, Network network, long frame) {
    network.zigbee();
    int control = in.low16(0);
    int length = 8 + ((control & (1 << 11)) != 0 ? 8 : 0);
    if ((control & (1 << 12)) != 0) {
      if (in.left() < length + 8) {
        return;
      }
      network.address(low64(in, length));
      length += 8;
    }
    length += (control & (1 << 8)) != 0 ? 1 : 0;
    if ((control & (1 << 10)) != 0) {
      if (in.left() <= length) {
        return;
      }
      length += 2 + in.u8(length) * 2;
    }
    if (!in.skip(length) || in.left() < 1) {
      return;
    }
    if ((control & (1 << 9)) != 0) {
      secured(in, network, frame);
    } else if ((control & 3) == 0) {
      application(in, network, frame);
    }
  }

  private static void secured(Octets in, Network network, long frame) {
    if (in.left() < 5) {
      return;
    }
    boolean hasSender = (in.u8(0) & 0x20) != 0;
    if (hasSender && in.left() >= 13) {
      network.address(low64(in, 5));
    }
    network.secured(frame);
  }

  private static void application(Octets in, Network network, long frame) {
    int control = in.u8(0);
    boolean isSecured = (control & 0x20) != 0;
    int type = control & 3;
    if (type == 1) {
      command(in, isSecured, network, frame);
    } else if (type == 0 && isSecured) {
      network.secured(frame);
    } else if (type == 0) {
      network.readable(frame);
    }
  }

  private static void command(Octets in, boolean isSecured, Network network, long frame) {
    if (!isSecured) {
      if (in.left() >= 20 && in.u8(2) == TRANSPORT_KEY && in.u8(3) == STANDARD_NETWORK_KEY) {
        network.keyInClear(frame);
      }
      return;
    }
    if (in.left() < 7 || ((in.u8(2) >> 3) & 3) != KEY_TRANSPORT_KEY) {
      return;
    }
    boolean hasSender = (in.u8(2) & 0x20) != 0;
    int header = 7 + (hasSender ? 8 : 0);
    if (in.left() < header + ZigbeeCipher.MIC) {
      return;
    }
    long sender = hasSender ? low64(in, 7) : 0;
    byte[] head = Arrays.copyOfRange(in.data, in.at, in.at + header);
    head[2] = (byte) ((head[2] & ~7) | LEVEL);
    byte[] tail = Arrays.copyOfRange(in.data, in.at + 3, in.at + 8);
    tail[4] = head[2];
    byte[] data = Arrays.copyOfRange(in.data, in.at + header, in.end);
    network.sealedKey(frame, sender, tail, head, data);
  }

  private static long low64(Octets in, int from) {
    return (in.low32(from) & 0xffffffffL) | (long) in.low32(from + 4) << 32;
  }
}
