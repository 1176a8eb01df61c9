package dev.plimsoll.disclosure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A message in the cleartext signature framework of OpenPGP (RFC 9580, section 7), taken apart.
 * What stands outside the signed part is given to nobody.
 */
final class ClearSigned {
  private static final String HEAD = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String TAIL = "-----END PGP SIGNATURE-----";

  private final String text;
  private final Rules rules;
  private final StringBuilder body = new StringBuilder();
  private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
  private final StringBuilder armor = new StringBuilder();
  private int at;
  private int line = 1;
  private int firstLine = 1;
  private byte @Nullable [] signature;

  private ClearSigned(String text, Rules rules) {
    this.text = text;
    this.rules = rules;
  }

  /**
   * Takes a message apart.
   *
   * @param text the bytes as Latin-1, so that each is one character
   * @return null where no part of the text claims to be signed
   */
  static @Nullable ClearSigned of(String text, Rules rules) {
    if (!text.contains("-----BEGIN PGP SIG")) {
      return null;
    }
    ClearSigned message = new ClearSigned(text, rules);
    return message.split() ? message : null;
  }

  /** The signed text as it is to be read, in UTF-8 with its line ends. */
  String body() {
    String bytes = body.toString();
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The number of the line that the signed text begins at, from 1. */
  int firstLine() {
    return firstLine;
  }

  /** The bytes that the signature is made over. */
  byte[] signed() {
    return signed.toByteArray();
  }

  /** The signature packets; null where they cannot be read. */
  byte @Nullable [] signature() {
    return signature;
  }

  private boolean split() {
    int before = line;
    String each = next();
    boolean found = false;
    while (each != null) {
      if (trimmed(each).equals(HEAD)) {
        found = true;
        break;
      }
      if (trimmed(each).equals(SIGNATURE)) {
        break;
      }
      body.append(each);
      before = line;
      each = next();
    }
    if (each == null) {
      return false;
    }
    if (!found) {
      // A signature without the head: nothing says what it covers.
      rules.add("E-signed-format", before);
      return true;
    }
    if (before > 1) {
      rules.add("E-signed-format", 1);
      rules.add("W-unauthenticated-content", 1);
    }
    body.setLength(0);
    heads();
    if (cleartext()) {
      armor();
    } else {
      rules.add("E-signature-armor", line);
    }
    after();
    return true;
  }

  /** Nothing but "Hash" may stand there: it is not signed, and readers would show it. */
  private void heads() {
    int hashes = 0;
    String each = next();
    while (each != null && !trimmed(each).isEmpty()) {
      if (!each.startsWith("Hash: ")) {
        rules.add("E-signed-format", line - 1);
      }
      hashes++;
      each = next();
    }
    if (hashes == 0 || each == null) {
      rules.add("E-signed-format", line - 1);
    }
    firstLine = line;
  }

  private boolean cleartext() {
    boolean more = false;
    for (String each = next(); each != null; each = next()) {
      if (trimmed(each).equals(SIGNATURE)) {
        return true;
      }
      String plain = each;
      if (each.startsWith("- ")) {
        plain = each.substring(2);
      } else if (each.startsWith("-")) {
        rules.add("E-signed-format", line - 1);
      }
      body.append(plain);
      if (more) {
        signed.write('\r');
        signed.write('\n');
      }
      more = true;
      signed.writeBytes(trimmed(plain).getBytes(StandardCharsets.ISO_8859_1));
    }
    return false;
  }

  private void armor() {
    String each = next();
    while (each != null && !trimmed(each).isEmpty() && each.indexOf(": ") > 0) {
      each = next();
    }
    boolean blank = each != null && trimmed(each).isEmpty();
    boolean ended = false;
    for (each = blank ? next() : each; each != null; each = next()) {
      String bare = trimmed(each);
      ended = bare.equals(TAIL);
      if (ended) {
        break;
      }
      // The checksum line is no security measure, and is not looked at (RFC 9580, section 6.1).
      if (!(bare.startsWith("=") && bare.length() == 5)) {
        armor.append(bare);
      }
    }
    byte[] packets = null;
    try {
      packets = Base64.getDecoder().decode(armor.toString());
    } catch (IllegalArgumentException e) {
      blank = false;
    }
    if (blank && ended && packets != null && packets.length > 0) {
      signature = packets;
    } else {
      rules.add("E-signature-armor", line - 1);
    }
    if (ended && at > 0 && text.charAt(at - 1) != '\n') {
      rules.add("E-eol-missing", line - 1);
    }
  }

  private void after() {
    for (String each = next(); each != null; each = next()) {
      if (!trimmed(each).isEmpty()) {
        rules.add("E-data-after-signature", line - 1);
        rules.add("W-unauthenticated-content", line - 1);
        return;
      }
    }
  }

  /** The next line with its end; null at the end of the text. */
  private @Nullable String next() {
    if (at >= text.length()) {
      return null;
    }
    int feed = text.indexOf('\n', at);
    int end = feed < 0 ? text.length() : feed + 1;
    String each = text.substring(at, end);
    at = end;
    line++;
    return each;
  }

  private static String trimmed(String line) {
    int end = line.length();
    while (end > 0 && " \t\r\n".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }
}
