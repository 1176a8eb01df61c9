package dev.plimsoll.capture.recognise.text;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Talk;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows what of a conversation reads, without its secrets. */
public final class Excerpt {
  private static final int SHOWN = 200;
  private static final int TAKEN = 240;
  private static final String HIDDEN = "***";

  /** Parts of words after which a value stands that opens something or tells who somebody is. */
  private static final String[] STEMS = {
    "auth", "pass", "pwd", "secret", "token", "cookie", "session", "psk", "login", "sign", "cred",
    "jwt", "key", "mail", "name", "child", "serial", "phone", "ssid", "imei"
  };

  private static final int SHORTEST = 3;
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** The beginning of what either end said where it reads as text; null where neither does. */
  public static @Nullable String of(Talk talk) {
    StringBuilder shown = new StringBuilder();
    append(shown, talk.client());
    append(shown, talk.server());
    if (shown.isEmpty()) {
      return null;
    }
    shown.setLength(Math.min(shown.length(), SHOWN));
    return shown.toString();
  }

  private static void append(StringBuilder shown, Octets side) {
    Octets head = side.slice(0, TAKEN);
    if (shown.length() < SHOWN && TextTest.readable(head)) {
      shown.append(shown.isEmpty() ? "" : " | ").append(redact(head.text(0, TAKEN)));
    }
  }

  /** The text with every value hidden that follows a word for a secret. */
  static String redact(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && wordly(text.charAt(end))) {
        end++;
      }
      if (end > at && mailbox(text, end)) {
        dropLocalPart(out);
        out.append(HIDDEN);
        at = end;
        continue;
      }
      int value = end > at ? valueOfSecret(text, at, end) : -1;
      int shown = value > 0 ? value : Math.max(end, at + 1);
      for (; at < shown; at++) {
        out.append(visible(text.charAt(at)));
      }
      if (value > 0) {
        out.append(HIDDEN);
        at = endOfValue(text, value);
      }
    }
    return out.toString();
  }

  /** Whether the word that ends here is the last of a mailbox: an at sign and a host follow. */
  private static boolean mailbox(String text, int end) {
    boolean percent = text.startsWith("%40", end);
    int host = percent ? end + 3 : end + 1;
    return (percent || text.startsWith("@", end))
        && host < text.length()
        && wordly(text.charAt(host));
  }

  /**
   * Takes back what was shown of the part before the at sign: words joined by dots and the like.
   */
  private static void dropLocalPart(StringBuilder out) {
    int length = out.length();
    while (length > 0
        && (wordly(out.charAt(length - 1)) || ".+%".indexOf(out.charAt(length - 1)) >= 0)) {
      length--;
    }
    out.setLength(length);
  }

  private static char visible(char c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) ? '.' : c;
  }

  /** Offset of the value where this word means a secret and a value follows it; else -1. */
  private static int valueOfSecret(String text, int from, int to) {
    if (!secret(text, from, to)) {
      return -1;
    }
    int value = to;
    while (value < text.length() && " :=\"'\\>\t".indexOf(text.charAt(value)) >= 0) {
      value++;
    }
    return value > to && value < text.length() ? value : -1;
  }

  private static boolean wordly(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private static boolean secret(String text, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return false;
    }
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    for (String stem : STEMS) {
      if (word.contains(stem)) {
        return true;
      }
    }
    return word.equals("pin") || word.equals("sid");
  }

  private static int endOfValue(String text, int from) {
    int at = from;
    while (at < text.length() && "\r\n\"'&<,;}|".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
