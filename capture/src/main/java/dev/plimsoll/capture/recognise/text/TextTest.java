package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Octets;

/** Measures how far bytes read as text. */
public final class TextTest {
  private static final int RUN = 8;

  private TextTest() {}

  static boolean printable(int c) {
    return (c >= 0x20 && c < 0x7f) || c == '\r' || c == '\n' || c == '\t';
  }

  /** Whether bytes read as ASCII or UTF-8 from their first to their last, but for one in twenty. */
  public static boolean readable(Octets octets) {
    int good = 0;
    int letters = 0;
    int length = octets.length();
    for (int i = 0; i < length; ) {
      int c = octets.u8(i);
      if (printable(c)) {
        good++;
        letters += c > ' ' ? 1 : 0;
        i++;
      } else {
        int wide = sequence(octets, i);
        good += wide;
        i += Math.max(wide, 1);
      }
    }
    return length >= 4 && good * 20 >= length * 19 && letters * 3 >= length;
  }

  /** Length of the UTF-8 sequence at an offset (RFC 3629), 0 where there is none. */
  private static int sequence(Octets octets, int at) {
    int lead = octets.u8(at);
    int width =
        lead >= 0xc2 && lead <= 0xdf
            ? 2
            : lead >> 4 == 0xe ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    for (int i = 1; i < width; i++) {
      int next = octets.u8(at + i);
      if (next < 0) {
        return octets.length() - at; // cut within a character
      }
      if (next >> 6 != 2) {
        return 0;
      }
    }
    return width;
  }

  /** How many bytes stand in runs of at least {@value #RUN} printable ones. */
  public static int inRuns(Octets octets) {
    int total = 0;
    int run = 0;
    for (int i = 0; i <= octets.length(); i++) {
      if (i < octets.length() && printable(octets.u8(i))) {
        run++;
      } else {
        total += run >= RUN ? run : 0;
        run = 0;
      }
    }
    return total;
  }
}
