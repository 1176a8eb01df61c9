package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import org.jspecify.annotations.Nullable;

/**
 * Text in disguise: every byte turned by the same number of bits, or combined with one and the same
 * byte. Whoever sees it can read it, so it is encryption in name only.
 *
 * <p>Ciphertext of the least length reads as text under one of the few disguises less than once in
 * 10<sup>12</sup> conversations.
 */
public final class DisguisedTextDialect implements Dialect {
  private static final int LEAST = 40;
  private static final int LOOKED_AT = 256;

  /** Bytes that differ: padding and ramps turn into few characters or into a run of them. */
  private static final int LEAST_VALUES = 12;

  /** What the most frequent byte of a text may stand for. */
  private static final int[] FREQUENT = {' ', 'e', '"', '0', '<', 'a'};

  /** Makes the dialect; it holds nothing. */
  public DisguisedTextDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    return talk.either(DisguisedTextDialect::disguised)
        ? Said.broken("").finding("obfuscated").frames(talk.openingFrames()).build()
        : null;
  }

  private static boolean disguised(Octets side) {
    byte[] bytes = side.slice(0, LOOKED_AT).copy();
    if (bytes.length < LEAST) {
      return false;
    }
    int[] counts = new int[256];
    int values = 0;
    int most = 0;
    for (byte each : bytes) {
      int value = each & 0xff;
      values += counts[value]++ == 0 ? 1 : 0;
      most = counts[value] > counts[most] ? value : most;
    }
    // Binary messages are full of padding; a text has no character that makes up a third of it.
    if (values < LEAST_VALUES || counts[most] * 3 > bytes.length) {
      return false;
    }
    for (int turn = 1; turn < 8; turn++) {
      if (words(turned(bytes, turn))) {
        return true;
      }
    }
    for (int frequent : FREQUENT) {
      int key = most ^ frequent;
      if (key != 0 && words(combined(bytes, key))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it reads, and two fifths of it are letters: numbers alone are no words. */
  private static boolean words(Octets text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      int folded = text.u8(i) | 0x20;
      letters += folded >= 'a' && folded <= 'z' ? 1 : 0;
    }
    return letters * 5 >= text.length() * 2 && TextTest.readable(text);
  }

  private static Octets turned(byte[] bytes, int bits) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xff;
      turned[i] = (byte) (value << bits | value >> (8 - bits));
    }
    return Octets.of(turned);
  }

  private static Octets combined(byte[] bytes, int key) {
    byte[] combined = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      combined[i] = (byte) (bytes[i] ^ key);
    }
    return Octets.of(combined);
  }
}
