package dev.plimsoll.capture.recognise.tunnel;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** WireGuard and IPsec: the key exchange of each and the packets that follow it. */
public final class VpnDialect implements Dialect {
  private static final int IKE_HEADER = 28;

  /** Makes the dialect; it holds nothing. */
  public VpnDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.stream()) {
      return null;
    }
    if (talk.all(VpnDialect::wireGuard) && (talk.size() > 1 || handshake(talk.first()))) {
      return Said.encrypted("WireGuard")
          .frames(talk.openingFrames())
          .openIf(!handshake(talk.first()))
          .build();
    }
    if (talk.count(o -> ike(o, 0) || ike(o, 4)) > 0 && talk.all(VpnDialect::ipsec)) {
      return exchange(talk);
    }
    return null;
  }

  /** Whitepaper section 5.4: type, three empty bytes, fixed lengths; data in blocks of 16. */
  private static boolean wireGuard(Octets o) {
    if (o.is(1, 0, 0, 0)) {
      return switch (o.u8(0)) {
        case 1 -> o.wire() == 148;
        case 2 -> o.wire() == 92;
        case 3 -> o.wire() == 64;
        case 4 -> o.wire() >= 32 && o.wire() % 16 == 0 && o.le32(12) == 0;
        default -> false;
      };
    }
    return reserved(o);
  }

  /** Some services put a number of their own into the three bytes; the rest is the same. */
  private static boolean reserved(Octets o) {
    return (o.u8(0) == 1 && o.wire() == 148)
        || (o.u8(0) == 2 && o.wire() == 92)
        || (o.u8(0) == 4 && o.wire() >= 32 && o.wire() % 16 == 0 && o.le32(12) == 0);
  }

  private static boolean handshake(Octets o) {
    return (o.u8(0) == 1 && o.wire() == 148) || (o.u8(0) == 2 && o.wire() == 92);
  }

  private static boolean ipsec(Octets o) {
    return ike(o, 0) || ike(o, 4) || o.wire() == 1 || (o.wire() >= 24 && o.u32(0) > 255);
  }

  /** RFC 7296 section 3.1 and RFC 2408 section 3.1: cookies, payload, version, length. */
  private static boolean ike(Octets o, int at) {
    int version = o.u8(at + 17);
    int exchange = o.u8(at + 18);
    int payload = o.u8(at + 16);
    return (at == 0 || o.u32(0) == 0)
        && o.u32(at) > 0
        && o.wire() >= at + IKE_HEADER
        && (version >> 4 == 1 || version >> 4 == 2)
        && (version & 15) == 0
        && (version >> 4 == 1
            ? (exchange >= 1 && exchange <= 6) || exchange == 32 || exchange == 33
            : exchange >= 34 && exchange <= 44)
        && payload <= 135
        && o.u32(at + 24) + at == o.wire();
  }

  private static Recognition exchange(Talk talk) {
    Octets first = talk.first();
    int at = ike(first, 0) ? 0 : 4;
    boolean one = first.u8(at + 17) >> 4 == 1;
    return Said.encrypted("IPsec")
        .version(one ? "IKE 1" : "IKE 2")
        .findingIf(one, "ike1")
        .findingIf(one && first.u8(at + 18) == 4, "ike_aggressive")
        .frames(talk.openingFrames())
        .build();
  }
}
