package dev.plimsoll.disclosure;

import java.util.Locale;

/**
 * The syntax of a URI by RFC 3986, and of the schemes that a contact comes in: https (RFC 9110),
 * mailto (RFC 6068), tel (RFC 3966) and openpgp4fpr.
 */
final class UriSyntax {
  private static final String MARKS = "-._~:/?#[]@!$&'()*+,;=";

  /** What is wrong with a URI. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** It has no scheme, so that it is no URI. */
    SCHEME,
    /** A character or a part is not as the scheme wants it. */
    SYNTAX
  }

  private UriSyntax() {}

  /** The scheme in lower case; empty where there is none. */
  static String scheme(String uri) {
    int end = schemeEnd(uri);
    return end < 0 ? "" : uri.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** What is wrong with it. */
  static Fault check(String uri) {
    if (uri.startsWith(" ") || uri.startsWith("\t")) {
      return Fault.SYNTAX;
    }
    int end = schemeEnd(uri);
    if (end < 0) {
      return Fault.SCHEME;
    }
    if (!legalCharacters(uri)) {
      return Fault.SYNTAX;
    }
    String rest = uri.substring(end + 1);
    boolean sound =
        switch (scheme(uri)) {
          case "https", "http" -> hasHost(rest);
          case "mailto" -> hasAddress(rest);
          case "tel" -> isNumber(rest);
          case "openpgp4fpr" -> isFingerprint(rest);
          default -> !rest.isEmpty() && rest.indexOf('[') < 0 && rest.indexOf(']') < 0;
        };
    return sound ? Fault.NONE : Fault.SYNTAX;
  }

  private static int schemeEnd(String uri) {
    int colon = uri.indexOf(':');
    if (colon <= 0 || !isLetter(uri.charAt(0))) {
      return -1;
    }
    for (int i = 1; i < colon; i++) {
      char c = uri.charAt(i);
      // A dot is legal, but what stands there in truth is a host and a port.
      if (!isLetter(c) && !isDigit(c) && c != '+' && c != '-') {
        return -1;
      }
    }
    return colon;
  }

  private static boolean legalCharacters(String uri) {
    boolean fragment = false;
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (isLetter(c) || isDigit(c)) {
        continue;
      }
      if (c == '%') {
        if (i + 2 >= uri.length() || !isHex(uri.charAt(i + 1)) || !isHex(uri.charAt(i + 2))) {
          return false;
        }
      } else if (MARKS.indexOf(c) < 0 || (c == '#' && fragment)) {
        return false;
      }
      fragment |= c == '#';
    }
    return true;
  }

  private static boolean hasHost(String rest) {
    if (!rest.startsWith("//")) {
      return false;
    }
    int end = 2;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(2, end);
    if (rest.indexOf('[', end) >= 0 || rest.indexOf(']', end) >= 0) {
      return false;
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (authority.indexOf('@') != authority.lastIndexOf('@')) {
      return false;
    }
    int colon = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return (colon < 0 || isPort(host.substring(colon + 1))) && isHost(name);
  }

  private static boolean isHost(String name) {
    if (name.startsWith("[")) {
      return name.length() > 3 && name.endsWith("]") && name.indexOf('[', 1) < 0;
    }
    boolean word = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '[' || c == ']' || (c == '.' && (i == 0 || name.charAt(i - 1) == '.'))) {
        return false;
      }
      word |= isLetter(c) || isDigit(c);
    }
    return word;
  }

  private static boolean isPort(String port) {
    return port.length() <= 5 && port.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean hasAddress(String rest) {
    int query = rest.indexOf('?');
    String to = query < 0 ? rest : rest.substring(0, query);
    if (to.isEmpty()) {
      return query >= 0 && addressInQuery(rest.substring(query + 1));
    }
    int from = 0;
    for (int i = 0; i <= to.length(); i++) {
      if (i == to.length() || to.charAt(i) == ',') {
        if (!isAddress(to.substring(from, i))) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static boolean addressInQuery(String query) {
    int at = query.regionMatches(true, 0, "to=", 0, 3) ? 3 : -1;
    int later = query.toLowerCase(Locale.ROOT).indexOf("&to=");
    at = at < 0 && later >= 0 ? later + 4 : at;
    if (at < 0) {
      return false;
    }
    int end = query.indexOf('&', at);
    return isAddress(query.substring(at, end < 0 ? query.length() : end).replace("%40", "@"));
  }

  /** One local part, one "@", a domain with a letter or digit. */
  static boolean isAddress(String address) {
    int at = address.indexOf('@');
    if (at <= 0 || address.indexOf('@', at + 1) >= 0) {
      return false;
    }
    for (int i = 0; i < at; i++) {
      char c = address.charAt(i);
      if (c <= ' ' || "/:[]#?<>()".indexOf(c) >= 0) {
        return false;
      }
    }
    String domain = address.substring(at + 1);
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      boolean literal = domain.startsWith("[") && domain.endsWith("]") && "[]:".indexOf(c) >= 0;
      if (!isLetter(c) && !isDigit(c) && c != '.' && c != '-' && c != '%' && !literal) {
        return false;
      }
    }
    return isHost(domain);
  }

  private static boolean isNumber(String rest) {
    int end = rest.indexOf(';');
    String number = end < 0 ? rest : rest.substring(0, end);
    int digits = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if ("-.()*#".indexOf(c) < 0 && !(c == '+' && i == 0)) {
        return false;
      }
    }
    return digits > 1;
  }

  private static boolean isFingerprint(String rest) {
    int length = rest.length();
    return (length == 32 || length == 40 || length == 64)
        && rest.chars().allMatch(c -> isHex((char) c));
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }
}
