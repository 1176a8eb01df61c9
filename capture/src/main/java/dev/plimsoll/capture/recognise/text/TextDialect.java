package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Basis;
import org.jspecify.annotations.Nullable;

/** Bytes that read as text, whatever protocol they belong to. */
public final class TextDialect implements Dialect {
  private static final int LOOKED_AT = 4096;
  private static final int LONG_ENOUGH = 32;
  private static final int LEAST = 6;

  /** Makes the dialect; it holds nothing. */
  public TextDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    Octets client = begun(talk.client()).slice(0, LOOKED_AT);
    Octets server = begun(talk.server()).slice(0, LOOKED_AT);
    boolean up = client.length() >= LEAST && TextTest.readable(client);
    boolean down = server.length() >= LEAST && TextTest.readable(server);
    if (!up && !down) {
      return null;
    }
    int read = (up ? client.length() : 0) + (down ? server.length() : 0);
    boolean whole = (up || client.isEmpty()) && (down || server.isEmpty());
    boolean repeated = !talk.stream() && talk.size() > 2 && talk.all(TextTest::readable);
    boolean proven = (read >= LONG_ENOUGH && whole) || repeated;
    return Said.clear(name(up ? client : server))
        .basis(proven ? Basis.PROVEN : Basis.INFERRED)
        .frames(talk.openingFrames())
        .openIf(!proven)
        .build();
  }

  /** Skips the one control character with which some protocols begin a text. */
  private static Octets begun(Octets side) {
    return side.u8(0) >= 1 && side.u8(0) <= 6 ? side.from(1) : side;
  }

  private static String name(Octets text) {
    int at = 0;
    while (at < text.length() && text.u8(at) <= ' ') {
      at++;
    }
    int first = text.u8(at);
    if (first == '{' || (first == '[' && (text.u8(at + 1) == '{' || text.u8(at + 1) == '"'))) {
      return "JSON";
    }
    if (first == '<' && LineDialect.priority(text.from(at))) {
      return "syslog";
    }
    return first == '<' ? "XML" : "text";
  }
}
