package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** Telnet by the options that its ends negotiate (RFC 854). */
public final class TelnetDialect implements Dialect {
  private static final int IAC = 0xff;
  private static final int WILL = 0xfb;
  private static final int DONT = 0xfe;

  /** Makes the dialect; it holds nothing. */
  public TelnetDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.either(TelnetDialect::negotiates)) {
      return null;
    }
    int end = Math.min(talk.server().length(), 4096);
    boolean asked = talk.server().findFolded("password:", 0, end) >= 0;
    return Said.clear("Telnet")
        .findingIf(asked, "credentials")
        .frames(talk.openingFrames())
        .openIf(!asked && !talk.complete())
        .build();
  }

  private static boolean negotiates(Octets o) {
    int second = o.length() > 3 ? o.u8(3) : IAC;
    return o.u8(0) == IAC
        && o.u8(1) >= WILL
        && o.u8(1) <= DONT
        && o.u8(2) >= 0
        && o.u8(2) <= 140
        && (second == IAC || TextTest.printable(second));
  }
}
