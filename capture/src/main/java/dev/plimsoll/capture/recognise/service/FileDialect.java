package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import org.jspecify.annotations.Nullable;

/** Files over the network: TFTP, SMB, NFS and other remote calls, peer-to-peer. */
public final class FileDialect implements Dialect {
  private static final int GNUTELLA_HEADER = 23;

  /** Makes the dialect; it holds nothing. */
  public FileDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    return talk.stream() ? stream(talk) : datagram(talk);
  }

  private static @Nullable Recognition stream(Talk talk) {
    if (Framing.stream(talk, FileDialect::session)) {
      boolean sealed = talk.sides(FileDialect::transformed);
      return sealed
          ? Said.encrypted("SMB").version("SMB 3").frames(talk.openingFrames()).open().build()
          : Said.clear(smb(talk) ? "SMB" : "NetBIOS").frames(talk.openingFrames()).build();
    }
    if (talk.sides(o -> (o.u32(0) & 0x80000000L) != 0 && rpc(o.from(4)))) {
      return Said.clear("RPC").frames(talk.openingFrames()).build();
    }
    return Framing.stream(talk, FileDialect::dce)
        ? Said.clear("DCE/RPC").frames(talk.openingFrames()).build()
        : null;
  }

  private static @Nullable Recognition datagram(Talk talk) {
    if (talk.all(FileDialect::tftp) && transfer(talk)) {
      return Said.clear("TFTP").frames(talk.openingFrames()).build();
    }
    if (talk.sides(FileDialect::rpc)) {
      return Said.clear("RPC").frames(talk.openingFrames()).build();
    }
    if (talk.all(FileDialect::gnutella)) {
      boolean proven = talk.size() > 1 || talk.first().wire() > GNUTELLA_HEADER;
      return Said.clear("Gnutella")
          .basis(proven ? Basis.PROVEN : Basis.INFERRED)
          .frames(talk.openingFrames())
          .openIf(!proven)
          .build();
    }
    return talk.all(FileDialect::afs)
        ? Said.clear("RX").basis(Basis.INFERRED).frames(talk.openingFrames()).build()
        : null;
  }

  private static boolean smb(Talk talk) {
    return talk.either(o -> o.at(5, "SMB"));
  }

  /** SMB 3 with everything in transform headers (MS-SMB2 2.2.41). */
  private static boolean transformed(Octets o) {
    return o.u8(4) == 0xfd && o.at(5, "SMB");
  }

  /**
   * RFC 1002 section 4.3: kind, flags, length; a message begins with SMB or is about the session.
   */
  private static int session(Octets o) {
    int length = o.u24(1);
    boolean message = o.u8(0) == 0 && o.at(5, "SMB") && o.u8(4) >= 0xfc;
    boolean request = o.u8(0) == 0x81 && length == 68 && o.u8(4) == 32;
    boolean answer =
        (o.u8(0) == 0x82 && length == 0)
            || (o.u8(0) == 0x83 && length == 1)
            || (o.u8(0) == 0x85 && length == 0);
    return message || request || answer ? length + 4 : -1;
  }

  /** RFC 5531 section 9: a call of version 2, or a reply. */
  private static boolean rpc(Octets o) {
    boolean call =
        o.u32(4) == 0 && o.u32(8) == 2 && o.u32(12) >= 100000 && o.u32(16) < 256 && o.u32(20) < 512;
    boolean reply =
        o.u32(4) == 1 && o.u32(8) <= 1 && o.u32(8) >= 0 && o.u32(12) <= 6 && o.u32(16) <= 400;
    return o.wire() >= 24 && o.wire() % 4 == 0 && (call || reply);
  }

  private static int dce(Octets o) {
    int length = o.u8(4) >> 4 == 1 ? o.le16(8) : o.u16(8);
    return o.u8(0) == 5 && o.u8(1) <= 1 && o.u8(2) <= 20 && o.u16(6) == 0 && length >= 16
        ? length
        : -1;
  }

  /** RFC 1350 section 5 and RFC 2347. */
  private static boolean tftp(Octets o) {
    int wire = o.wire();
    return switch (o.u16(0)) {
      case 1, 2 -> request(o);
      case 3 -> wire >= 4 && wire <= 1472;
      case 4 -> wire == 4;
      case 5 -> o.u16(2) <= 8 && wire >= 5;
      case 6 -> wire >= 4 && TextLike.begins(o.from(2));
      default -> false;
    };
  }

  private static boolean request(Octets o) {
    int name = o.indexOf(0, 2, 512);
    return name > 2
        && (o.atFolded(name + 1, "octet\0")
            || o.atFolded(name + 1, "netascii\0")
            || o.atFolded(name + 1, "mail\0"));
  }

  /** A request, an error in words, or the options that a request was answered with. */
  private static boolean telling(Octets o) {
    return switch (o.u16(0)) {
      case 1, 2 -> request(o);
      case 5 -> TextLike.begins(o.from(4));
      default -> o.u16(0) == 6;
    };
  }

  /** A transfer is asked for, or its blocks are answered. */
  private static boolean transfer(Talk talk) {
    return talk.count(FileDialect::telling) > 0
        || (talk.count(FileDialect::block) > 0
            && (talk.count(FileDialect::acknowledgement) > 0 || talk.size() > 2));
  }

  private static boolean block(Octets o) {
    return o.u16(0) == 3 && (o.wire() <= 516 && o.u16(2) > 0);
  }

  private static boolean acknowledgement(Octets o) {
    return o.u16(0) == 4;
  }

  /** Identifier, kind, lifetimes, and the length of the rest. */
  private static boolean gnutella(Octets o) {
    boolean kind =
        switch (o.u8(16)) {
          case 0x00, 0x01, 0x02, 0x30, 0x31, 0x32, 0x40, 0x44, 0x80, 0x81 -> true;
          default -> false;
        };
    return (kind && o.le32(19) == o.wire() - GNUTELLA_HEADER && o.u8(17) <= 16)
        || (o.starts("GND") && o.wire() >= 8);
  }

  /** Epoch, connection, call, sequence, serial, kind, flags. */
  private static boolean afs(Octets o) {
    int kind = o.u8(20);
    return o.wire() >= 28
        && kind >= 1
        && kind <= 13
        && (o.u8(21) & 0xc0) == 0
        && o.u8(23) <= 6
        && o.u32(8) < 0x10000
        && o.u32(12) < 0x10000
        && o.u32(16) < 0x10000
        && o.u32(0) > 0x10000000L;
  }
}
