package dev.plimsoll.capture.recognise.industrial;

import dev.plimsoll.capture.recognise.Framing;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/** OPC UA over TCP (part 6, section 7.1), whose security policy stands in the opening message. */
final class OpcUa {
  private static final String POLICY = "http://opcfoundation.org/UA/SecurityPolicy#";
  private static final int SEARCHED = 512;

  private OpcUa() {}

  static @Nullable Recognition recognise(Talk talk) {
    if (!Framing.stream(talk, OpcUa::message)) {
      return null;
    }
    int at = talk.client().find(POLICY, 0, SEARCHED);
    if (at < 0) {
      return Said.clear("OPC UA").frames(talk.openingFrames()).openIf(!talk.both()).build();
    }
    Octets name = talk.client().from(at + POLICY.length());
    boolean none = name.starts("None");
    // Whether messages are only signed or encrypted too stands in the part that is encrypted
    Said said = none ? Said.clear("OPC UA") : Said.named("OPC UA");
    return said.findingIf(name.starts("Basic128Rsa15") || name.starts("Basic256\0"), "old_version")
        .frames(talk.openingFrames())
        .build();
  }

  private static int message(Octets o) {
    boolean kind =
        switch (o.text(0, 3)) {
          case "HEL", "ACK", "OPN", "MSG", "CLO", "ERR", "RHE" -> true;
          default -> false;
        };
    int chunk = o.u8(3);
    long length = o.le32(4);
    return kind && (chunk == 'F' || chunk == 'C' || chunk == 'A') && length >= 8 && length < 1 << 24
        ? (int) length
        : -1;
  }
}
