package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Octets;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a message in the manner of HTTP: of a request or of a response.
 *
 * @param method the method; empty in a response
 * @param target what is asked for; empty in a response
 * @param protocol such as HTTP/1.1, RTSP/1.0 or SIP/2.0
 */
record StartLine(String method, String target, String protocol) {
  private static final int LONGEST_METHOD = 24;
  private static final int LONGEST = 8192;

  boolean response() {
    return method.isEmpty();
  }

  boolean http() {
    return protocol.startsWith("HTTP/1.");
  }

  /** The line at the start of these bytes; null where none stands there. */
  static @Nullable StartLine read(Octets octets) {
    int first = octets.u8(0);
    if (first < 'A' || first > 'z') {
      return null;
    }
    int space = octets.indexOf(' ', 1, LONGEST_METHOD);
    if (space < 2) {
      return null;
    }
    String word = octets.text(0, space);
    if (versioned(word)) {
      return Lines.digit(octets.u8(space + 1)) ? new StartLine("", "", word) : null;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '-' && c != '_') {
        return null;
      }
    }
    int end = octets.indexOf('\n', space, LONGEST);
    int last = end < 0 ? -1 : end - 1;
    while (last > space && octets.u8(last) <= ' ') {
      last--;
    }
    int before = last;
    while (before > space && octets.u8(before) != ' ') {
      before--;
    }
    String protocol = last < 0 ? "" : octets.text(before + 1, last - before);
    if (!versioned(protocol)) {
      return end < 0 && knownMethod(word) && octets.u8(space + 1) == '/'
          ? new StartLine(word, octets.text(space + 1, 200), "HTTP/1.1")
          : null;
    }
    return new StartLine(word, octets.text(space + 1, Math.max(0, before - space - 1)), protocol);
  }

  private static boolean versioned(String word) {
    int slash = word.indexOf('/');
    return slash >= 2
        && slash < 10
        && word.length() > slash + 1
        && word.length() < slash + 6
        && Lines.digit(word.charAt(slash + 1))
        && (word.startsWith("HTTP")
            || word.startsWith("RTSP")
            || word.startsWith("SIP")
            || word.startsWith("ICY")
            || word.startsWith("MRCP"));
  }

  private static boolean knownMethod(String word) {
    return switch (word) {
      case "GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH" -> true;
      default -> false;
    };
  }
}
