package dev.plimsoll.documents.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a text and decodes it: byte order mark, then UTF-8 where the bytes are
 * valid UTF-8, then the HTTP header, then the declaration in the page, else windows-1252 (the order
 * of the HTML standard, but valid UTF-8 wins over a wrong declaration).
 */
final class Charsets {
  private static final int DECLARATION_WITHIN = 4096;

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    String utf8 = strict(bytes);
    if (utf8 != null) {
      return utf8;
    }
    Charset declared = named(contentType == null ? "" : contentType);
    if (declared == null) {
      declared = named(head(bytes));
    }
    if (declared == null) {
      declared = mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
    return new String(bytes, declared);
  }

  private static @Nullable String strict(byte[] bytes) {
    // The last character may be cut where the text was.
    for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
            .toString();
      } catch (CharacterCodingException e) {
        if (cut == 0 && !lastIsPartial(bytes)) {
          return null;
        }
      }
    }
    return null;
  }

  private static boolean lastIsPartial(byte[] bytes) {
    for (int back = 1; back <= 3 && back <= bytes.length; back++) {
      if ((bytes[bytes.length - back] & 0xC0) == 0xC0) {
        return true;
      }
    }
    return false;
  }

  /** Whether multi-byte UTF-8 sequences outnumber the high bytes that fit in none. */
  private static boolean mostlyUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        continue;
      }
      int more =
          b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
      boolean fits = more > 0 && i + more < bytes.length;
      for (int k = 1; fits && k <= more; k++) {
        fits = (bytes[i + k] & 0xC0) == 0x80;
      }
      if (fits) {
        good++;
        i += more;
      } else {
        bad++;
      }
    }
    return good > bad * 2;
  }

  private static String head(byte[] bytes) {
    return new String(
        bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Charset named(String text) {
    int at = text.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    int start = at + "charset=".length();
    while (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      start++;
    }
    int end = start;
    while (end < text.length()
        && end - start < 40
        && (Character.isLetterOrDigit(text.charAt(end)) || "-_:".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    try {
      Charset found = Charset.forName(text.substring(start, end));
      // The HTML standard reads Latin 1 as its superset; UTF-16 in a declaration cannot be true.
      return found.equals(StandardCharsets.ISO_8859_1) || found.equals(StandardCharsets.US_ASCII)
          ? Charset.forName("windows-1252")
          : found.name().startsWith("UTF-16") ? null : found;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
