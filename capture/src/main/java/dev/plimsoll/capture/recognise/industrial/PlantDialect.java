package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Control of plants and vehicles: Modbus, DNP3, EtherNet/IP, IEC 104 and their like. */
public final class PlantDialect implements Dialect {
  /** A protocol by the message that it consists of. */
  private record Shape(String name, ToIntFunction<Octets> message) {}

  private static final Shape[] SHAPES = {
    new Shape("EtherNet/IP", PlantDialect::encapsulation),
    new Shape("C37.118", PlantDialect::synchrophasor),
    new Shape("IEC 60870-5-104", PlantDialect::apci),
    new Shape("HART-IP", PlantDialect::hart),
    new Shape("ADS", PlantDialect::ads),
    new Shape("SOME/IP", PlantDialect::someIp),
    new Shape("HiSLIP", PlantDialect::hislip),
    new Shape("FINS", PlantDialect::finsTcp),
    new Shape("Modbus", PlantDialect::modbus),
  };

  private static final Shape[] DATAGRAMS = {
    new Shape("EtherNet/IP", PlantDialect::commonPackets),
    new Shape("Ether-S-Bus", PlantDialect::sBus),
    new Shape("EGD", PlantDialect::globalData),
    new Shape("FINS", PlantDialect::fins),
    new Shape("TRDP", PlantDialect::trdp),
    new Shape("RTPS", o -> o.starts("RTPS") || o.starts("RTPX") ? o.wire() : -1),
    new Shape("PROFINET", PlantDialect::connectionless),
  };

  /** Makes the dialect; it holds nothing. */
  public PlantDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (talk.either(Dnp3::begins)) {
      return Said.clear("DNP3").frames(talk.openingFrames()).build();
    }
    for (Shape shape : SHAPES) {
      if (Framing.either(talk, shape.message())) {
        return Said.clear(shape.name()).frames(talk.openingFrames()).build();
      }
    }
    for (Shape shape : talk.stream() ? new Shape[0] : DATAGRAMS) {
      if (Framing.datagrams(talk, shape.message())) {
        return Said.clear(shape.name()).frames(talk.openingFrames()).build();
      }
    }
    return OpcUa.recognise(talk);
  }

  /** Modbus on TCP: transaction, protocol 0, length, unit, function. */
  private static int modbus(Octets o) {
    int length = o.u16(4);
    int function = o.u8(7) & 0x7f;
    return o.u16(2) == 0 && length >= 2 && length <= 260 && function > 0 && o.has(0, 8)
        ? length + 6
        : -1;
  }

  /** The encapsulation of EtherNet/IP (CIP volume 2, 2-3), least significant byte first. */
  private static int encapsulation(Octets o) {
    boolean command =
        switch (o.le16(0)) {
          case 0x0004, 0x0063, 0x0064, 0x0065, 0x0066, 0x006f, 0x0070, 0x0072, 0x0073 -> true;
          default -> false;
        };
    return command && o.le32(20) == 0 && o.le32(8) < 0x10000 && o.le32(8) >= 0
        ? 24 + o.le16(2)
        : -1;
  }

  /** Items of EtherNet/IP without encapsulation, as cyclic data has them. */
  private static int commonPackets(Octets o) {
    int items = o.le16(0);
    if (items < 1 || items > 4 || o.le16(2) != 0x8002 || o.le16(4) != 8) {
      return -1;
    }
    int at = 2;
    for (int i = 0; i < items; i++) {
      at += 4 + Math.max(o.le16(at + 2), 0);
    }
    return at;
  }

  /** IEEE C37.118: 0xAA, kind and version, size of the frame. */
  private static int synchrophasor(Octets o) {
    int kind = o.u8(1) >> 4;
    int version = o.u8(1) & 15;
    return o.u8(0) == 0xaa && kind <= 5 && version >= 1 && version <= 3 && o.u16(2) >= 16
        ? o.u16(2)
        : -1;
  }

  /** IEC 60870-5-104: 0x68, length, four control octets. */
  private static int apci(Octets o) {
    int length = o.u8(1);
    int kind = o.u8(2) & 3;
    if (o.u8(0) != 0x68 || length < 4) {
      return -1;
    }
    boolean unnumbered = kind == 3 && length == 4 && o.u8(3) == 0;
    boolean supervisory = kind == 1 && length == 4;
    boolean information = (kind & 1) == 0 && length >= 10;
    return unnumbered || supervisory || information ? length + 2 : -1;
  }

  private static int hart(Octets o) {
    return (o.u8(0) == 1 || o.u8(0) == 2)
            && (o.u8(1) & 15) <= 3
            && o.u8(2) <= 5
            && o.u16(6) >= 8
            && o.u16(6) <= 512
        ? o.u16(6)
        : -1;
  }

  /** AMS over TCP: reserved, length; a header of 32 bytes that repeats what is left. */
  private static int ads(Octets o) {
    long length = o.le32(2);
    return o.u16(0) == 0
            && length >= 32
            && length < 1 << 20
            && o.le32(26) == length - 32
            && o.le16(22) <= 9
            && o.le16(22) >= 1
        ? (int) length + 6
        : -1;
  }

  private static int someIp(Octets o) {
    int kind = o.u8(14) & 0xdf;
    long length = o.u32(4);
    return o.u8(12) == 1
            && length >= 8
            && length < 1 << 16
            && (kind <= 2 || kind == 0x40 || kind == 0x41 || kind == 0x80 || kind == 0x81)
            && (o.u8(15) & 0x3f) <= 0x20
            && o.u8(13) < 0x80
        ? (int) length + 8
        : -1;
  }

  private static int hislip(Octets o) {
    return o.starts("HS") && o.u8(2) <= 30 && o.u32(8) == 0 && o.u32(12) < 1 << 20
        ? 16 + (int) o.u32(12)
        : -1;
  }

  private static int finsTcp(Octets o) {
    return o.starts("FINS") && o.u32(4) >= 8 && o.u32(4) < 4096 ? (int) o.u32(4) + 8 : -1;
  }

  private static int fins(Octets o) {
    int control = o.u8(0);
    return (control & 0x3e) == 0
            && control >= 0x80
            && o.u8(1) == 0
            && o.u8(2) <= 8
            && o.wire() >= 12
            && o.u8(10) <= 0x26
            && o.u8(3) <= 0x7f
            && o.u8(6) <= 0x7f
        ? o.wire()
        : -1;
  }

  private static int sBus(Octets o) {
    return o.u32(0) == o.wire() && o.wire() >= 11 && o.u8(4) <= 1 && o.u8(5) == 0 && o.u8(8) <= 2
        ? o.wire()
        : -1;
  }

  private static int globalData(Octets o) {
    return o.u8(0) == 13 && o.u8(1) == 1 && o.wire() >= 32 && o.wire() <= 1432 ? o.wire() : -1;
  }

  private static int trdp(Octets o) {
    int kind = o.u8(7);
    return o.u8(4) == 1
            && (o.u8(6) == 'P' || o.u8(6) == 'M')
            && kind >= 'c'
            && kind <= 'r'
            && o.u32(20) <= o.wire()
        ? o.wire()
        : -1;
  }

  /** DCE remote calls over datagrams (C706 chapter 12), as PROFINET sets up its connections. */
  private static int connectionless(Octets o) {
    boolean little = o.u8(4) >> 4 == 1;
    int length = little ? o.le16(74) : o.u16(74);
    return o.u8(0) == 4 && o.u8(1) <= 10 && length + 80 == o.wire() ? o.wire() : -1;
  }
}
