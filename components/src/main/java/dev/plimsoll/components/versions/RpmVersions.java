package dev.plimsoll.components.versions;

/** RPM versions: epoch:version-release, each part by rpmvercmp (rpm-version(7)). */
final class RpmVersions {
  private RpmVersions() {}

  static int compare(String one, String other) {
    String first = one.strip();
    String second = other.strip();
    int order = parts(epoch(first), epoch(second));
    order = order != 0 ? order : parts(version(first), version(second));
    boolean released = hasRelease(first);
    if (order != 0 || released != hasRelease(second)) {
      return order != 0 ? order : released ? 1 : -1;
    }
    return parts(release(first), release(second));
  }

  private static String epoch(String text) {
    int colon = text.indexOf(':');
    return colon <= 0 ? "0" : text.substring(0, colon);
  }

  private static String version(String text) {
    String rest = text.substring(text.indexOf(':') + 1);
    int hyphen = rest.indexOf('-');
    return hyphen < 0 ? rest : rest.substring(0, hyphen);
  }

  /** One that names no release comes before all that do. */
  private static boolean hasRelease(String text) {
    return text.indexOf('-') >= 0;
  }

  private static String release(String text) {
    int hyphen = text.indexOf('-');
    return hyphen < 0 ? "" : text.substring(hyphen + 1);
  }

  private static int parts(String one, String other) {
    int i = 0;
    int j = 0;
    while (true) {
      i = separators(one, i);
      j = separators(other, j);
      char first = i < one.length() ? one.charAt(i) : 0;
      char second = j < other.length() ? other.charAt(j) : 0;
      if (first == '~' || second == '~') {
        if (first != second) {
          return first == '~' ? -1 : 1;
        }
        i++;
        j++;
      } else if (first == '^' || second == '^') {
        if (first != second) {
          // A caret sorts after the end, and before all that may follow instead.
          return first == '^' ? (second == 0 ? 1 : -1) : first == 0 ? -1 : 1;
        }
        i++;
        j++;
      } else if (first == 0 || second == 0) {
        return first == second ? 0 : first == 0 ? -1 : 1;
      } else {
        int firstEnd = end(one, i);
        int secondEnd = end(other, j);
        int order = segment(one.substring(i, firstEnd), other.substring(j, secondEnd));
        if (order != 0) {
          return order;
        }
        i = firstEnd;
        j = secondEnd;
      }
    }
  }

  private static int segment(String one, String other) {
    boolean first = Digits.isDigit(one.charAt(0));
    boolean second = Digits.isDigit(other.charAt(0));
    if (first != second) {
      return first ? 1 : -1;
    }
    return first ? Digits.compare(one, other) : Integer.signum(one.compareTo(other));
  }

  private static int separators(String text, int from) {
    int at = from;
    while (at < text.length() && !counts(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean counts(char c) {
    return Digits.isDigit(c) || Digits.isLetter(c) || c == '~' || c == '^';
  }

  private static int end(String text, int from) {
    if (Digits.isDigit(text.charAt(from))) {
      return Digits.end(text, from);
    }
    int at = from;
    while (at < text.length() && Digits.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
