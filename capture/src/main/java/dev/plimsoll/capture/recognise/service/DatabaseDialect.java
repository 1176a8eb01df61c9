package dev.plimsoll.capture.recognise.service;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import org.jspecify.annotations.Nullable;

/** Databases and caches, and the TLS that some of them go over to. */
public final class DatabaseDialect implements Dialect {
  private static final long SSL_REQUEST = 80877103L;
  private static final long POSTGRES_3 = 196608L;

  /** Makes the dialect; it holds nothing. */
  public DatabaseDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    String name = name(talk);
    if (name == null) {
      return null;
    }
    Said inside = TlsDialect.within(talk, name);
    if (inside != null) {
      return inside.finding("starttls").build();
    }
    boolean asked = talk.client().u32(4) == SSL_REQUEST && name.equals("PostgreSQL");
    return Said.clear(name)
        .frames(talk.openingFrames())
        .openIf(asked || name.equals("MySQL") || name.equals("TDS"))
        .build();
  }

  private static @Nullable String name(Talk talk) {
    if (talk.both() && mySql(talk.server())) {
      return "MySQL";
    }
    if (postgresStart(talk.client()) || postgresMidway(talk)) {
      return "PostgreSQL";
    }
    if (Framing.stream(talk, DatabaseDialect::tds) || afterTds(talk)) {
      return "TDS";
    }
    if (Framing.stream(talk, DatabaseDialect::tns)) {
      return "Oracle TNS";
    }
    if (Framing.stream(talk, DatabaseDialect::mongo)) {
      return "MongoDB";
    }
    if (Framing.stream(talk, DatabaseDialect::cassandra)) {
      return "Cassandra";
    }
    if (Framing.stream(talk, DatabaseDialect::drda)) {
      return "DRDA";
    }
    return mySql(talk.server()) || mySql(talk.client()) ? "MySQL" : null;
  }

  private static boolean postgresStart(Octets o) {
    long length = o.u32(0);
    return (length == 8 && (o.u32(4) == SSL_REQUEST || o.u32(4) == SSL_REQUEST + 1))
        || (length == 16 && o.u32(4) == SSL_REQUEST - 1)
        || (length > 8 && length < 4096 && o.u32(4) == POSTGRES_3);
  }

  /** A letter and a length (PostgreSQL documentation, message formats). */
  private static int postgres(Octets o) {
    long length = o.u32(1);
    boolean letter = "123ABCDEFGHIKNPQRSTVWXZcdfnpstv".indexOf(o.u8(0)) >= 0;
    return letter && length >= 4 && length < 1 << 24 && o.has(0, 5) ? (int) length + 1 : -1;
  }

  /** Messages of both ends or several of one, without the start of the connection. */
  private static boolean postgresMidway(Talk talk) {
    boolean several = talk.sides(o -> o.length() > postgres(o) && postgres(o) > 0);
    return Framing.stream(talk, DatabaseDialect::postgres)
        && (several || talk.client().u8(0) == 'Q' || talk.client().u8(0) == 'P');
  }

  private static boolean mySql(Octets server) {
    int length = (int) (server.le32(0) & 0xffffff);
    int version = server.indexOf(0, 5, 80);
    return server.u8(3) == 0
        && server.u8(4) == 10
        && length >= 40
        && length < 512
        && version > 8
        && server.u8(5) >= '3'
        && server.u8(5) <= '9'
        && server.u8(6) != 0;
  }

  /** MS-TDS 2.2.3.1: kind, status, length, process, packet, window. */
  private static int tds(Octets o) {
    int kind = o.u8(0);
    boolean known =
        (kind >= 1 && kind <= 8) || kind == 14 || kind == 16 || kind == 17 || kind == 18;
    return known && (o.u8(1) & 0xe0) == 0 && o.u16(2) >= 8 && o.u8(7) == 0 ? o.u16(2) : -1;
  }

  /** A pre-login packet whose stream goes on in another way, as it does with TLS. */
  private static boolean afterTds(Talk talk) {
    return talk.client().u8(0) == 18
        && tds(talk.client()) > 0
        && (talk.server().isEmpty() || talk.server().u8(0) == 4);
  }

  private static int tns(Octets o) {
    int kind = o.u8(4);
    return o.u16(0) >= 8
            && o.u16(2) == 0
            && kind >= 1
            && kind <= 19
            && o.u8(5) <= 0x20
            && o.u16(6) == 0
        ? o.u16(0)
        : -1;
  }

  private static int mongo(Octets o) {
    long length = o.le32(0);
    long operation = o.le32(12);
    boolean known = operation == 1 || operation == 1000 || (operation >= 2001 && operation <= 2013);
    return known && length >= 16 && length < 1 << 26 ? (int) length : -1;
  }

  private static int cassandra(Octets o) {
    int version = o.u8(0) & 0x7f;
    long length = o.u32(5);
    return version >= 1
            && version <= 5
            && o.u8(1) <= 0x1f
            && o.u8(4) <= 0x10
            && length >= 0
            && length < 1 << 28
            && (version > 2 || o.u8(0) < 0x80 || o.u8(0) > 0x80)
        ? (int) length + 9
        : -1;
  }

  private static int drda(Octets o) {
    return o.u8(2) == 0xd0 && o.u16(0) >= 10 && o.u16(6) == o.u16(0) - 6 ? o.u16(0) : -1;
  }
}
