package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** Building automation: BACnet/IP, KNXnet/IP, LonWorks over IP. */
public final class BuildingDialect implements Dialect {
  private static final int KNX_SECURE_WRAPPER = 0x0950;

  /** Makes the dialect; it holds nothing. */
  public BuildingDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (Framing.either(talk, BuildingDialect::knx)) {
      return knx(talk).frames(talk.openingFrames()).build();
    }
    if (Framing.datagrams(talk, BuildingDialect::bacnet)) {
      return Said.clear("BACnet").frames(talk.openingFrames()).build();
    }
    return Framing.datagrams(talk, BuildingDialect::lon)
        ? Said.clear("CN/IP").frames(talk.openingFrames()).build()
        : null;
  }

  /** Secure sessions wrap everything after their key exchange (AN159). */
  private static Said knx(Talk talk) {
    boolean wrapped =
        talk.stream()
            ? talk.either(o -> o.u16(2) >= 0x0951 && o.u16(2) <= 0x0952)
            : talk.all(o -> o.u16(2) == KNX_SECURE_WRAPPER || o.u16(2) == 0x0955);
    return wrapped ? Said.encrypted("KNXnet/IP").version("Secure") : Said.clear("KNXnet/IP");
  }

  /** Header size 6, version 1.0, service, length of the whole. */
  private static int knx(Octets o) {
    return o.u16(0) == 0x0610 && o.u16(4) >= 6 ? o.u16(4) : -1;
  }

  /** ASHRAE 135 annex J: 0x81, function, length of the whole. */
  private static int bacnet(Octets o) {
    return o.u8(0) == 0x81 && o.u8(1) <= 0x0c && o.u16(2) >= 4 ? o.u16(2) : -1;
  }

  /** EIA-852: length of the whole, version 1, kind of packet. */
  private static int lon(Octets o) {
    return o.u16(0) == o.wire() && o.wire() >= 20 && o.u8(2) == 1 && o.u8(3) <= 0x7f && o.u8(5) == 0
        ? o.wire()
        : -1;
  }
}
