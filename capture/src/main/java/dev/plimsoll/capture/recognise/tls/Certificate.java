package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an X.509 certificate says of itself (RFC 5280 section 4.1), without judging its chain.
 *
 * @param selfIssued whether issuer and subject are the same name
 * @param from start of validity, seconds since 1970
 * @param until end of validity, seconds since 1970
 * @param names host names: of the extension for them, or the common name where that is missing
 * @param keyBits size of an RSA key; 0 for other keys
 * @param digest hash of the signature: SHA-1, MD5 or empty for another
 */
record Certificate(
    boolean selfIssued, long from, long until, List<String> names, int keyBits, String digest) {

  Certificate {
    names = List.copyOf(names);
  }

  /** Reads a certificate; null where the bytes are none. */
  static @Nullable Certificate read(Octets octets) {
    Der outer = Der.read(octets);
    List<Der> parts = outer == null ? List.of() : outer.inside();
    if (parts.size() < 3) {
      return null;
    }
    List<Der> fields = parts.getFirst().inside();
    int at = !fields.isEmpty() && fields.getFirst().tag() == 0xa0 ? 1 : 0;
    if (fields.size() < at + 6) {
      return null;
    }
    Der issuer = fields.get(at + 2);
    List<Der> validity = fields.get(at + 3).inside();
    Der subject = fields.get(at + 4);
    if (validity.size() != 2) {
      return null;
    }
    return new Certificate(
        Arrays.equals(issuer.whole().copy(), subject.whole().copy()),
        time(validity.get(0)),
        time(validity.get(1)),
        names(subject, fields.getLast()),
        rsaBits(fields.get(at + 5)),
        digest(parts.get(1)));
  }

  private static String digest(Der algorithm) {
    List<Der> inside = algorithm.inside();
    if (inside.isEmpty()) {
      return "";
    }
    Der object = inside.getFirst();
    if (object.object(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4)) {
      return "MD5";
    }
    return object.object(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5)
            || object.object(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1)
            || object.object(0x2a, 0x86, 0x48, 0xce, 0x38, 4, 3)
        ? "SHA-1"
        : "";
  }

  private static int rsaBits(Der keyInfo) {
    List<Der> parts = keyInfo.inside();
    if (parts.size() < 2) {
      return 0;
    }
    List<Der> algorithm = parts.getFirst().inside();
    if (algorithm.isEmpty()
        || !algorithm.getFirst().object(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1)) {
      return 0;
    }
    Der key = Der.read(parts.get(1).value().from(1));
    List<Der> numbers = key == null ? List.of() : key.inside();
    if (numbers.isEmpty()) {
      return 0;
    }
    Octets modulus = numbers.getFirst().value();
    int zeros = modulus.u8(0) == 0 ? 1 : 0;
    int top = Math.max(modulus.u8(zeros), 0);
    return Math.max(0, (modulus.length() - zeros - 1) * 8 + 32 - Integer.numberOfLeadingZeros(top));
  }

  private static List<String> names(Der subject, Der extensions) {
    List<String> names = new ArrayList<>();
    if (extensions.tag() == 0xa3) {
      for (Der list : extensions.inside()) {
        for (Der extension : list.inside()) {
          alternative(extension.inside(), names);
        }
      }
    }
    return names.isEmpty() ? commonNames(subject) : names;
  }

  private static void alternative(List<Der> extension, List<String> into) {
    if (extension.size() < 2 || !extension.getFirst().object(0x55, 0x1d, 0x11)) {
      return;
    }
    Der sequence = Der.read(extension.getLast().value());
    for (Der name : sequence == null ? List.<Der>of() : sequence.inside()) {
      if (name.tag() == 0x82) {
        into.add(name.value().text(0, 255).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static List<String> commonNames(Der subject) {
    List<String> names = new ArrayList<>();
    for (Der set : subject.inside()) {
      for (Der pair : set.inside()) {
        List<Der> parts = pair.inside();
        if (parts.size() == 2 && parts.getFirst().object(0x55, 4, 3)) {
          names.add(parts.get(1).value().text(0, 255).toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private static long time(Der time) {
    String digits = time.value().text(0, 15);
    int year = time.tag() == Der.UTC_TIME ? 2 : 4;
    if (digits.length() < year + 10) {
      return 0;
    }
    try {
      int y = Integer.parseInt(digits, 0, year, 10);
      if (year == 2) {
        y += y < 50 ? 2000 : 1900; // RFC 5280 section 4.1.2.5.1
      }
      return LocalDateTime.of(
              y,
              Integer.parseInt(digits, year, year + 2, 10),
              Integer.parseInt(digits, year + 2, year + 4, 10),
              Integer.parseInt(digits, year + 4, year + 6, 10),
              Integer.parseInt(digits, year + 6, year + 8, 10),
              Integer.parseInt(digits, year + 8, year + 10, 10))
          .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException | NumberFormatException e) {
      return 0;
    }
  }

  /** Whether one of its names covers a host name; a star stands for one label (RFC 9525). */
  boolean covers(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    for (String name : names) {
      int dot = lower.indexOf('.');
      if (name.equals(lower)
          || (name.startsWith("*.") && dot > 0 && lower.substring(dot).equals(name.substring(1)))) {
        return true;
      }
    }
    return false;
  }
}
