package dev.plimsoll.components.versions;

/** Debian versions: epoch, upstream version and revision (Debian Policy, section 5.6.12). */
final class DebianVersions {
  private DebianVersions() {}

  static int compare(String one, String other) {
    String first = one.strip();
    String second = other.strip();
    int order = Digits.compare(epoch(first), epoch(second));
    order = order != 0 ? order : parts(upstream(first), upstream(second));
    return order != 0 ? order : parts(revision(first), revision(second));
  }

  private static String epoch(String version) {
    int colon = version.indexOf(':');
    return colon < 0 ? "" : version.substring(0, colon);
  }

  private static String upstream(String version) {
    String rest = version.substring(version.indexOf(':') + 1);
    int hyphen = rest.lastIndexOf('-');
    return hyphen < 0 ? rest : rest.substring(0, hyphen);
  }

  private static String revision(String version) {
    String rest = version.substring(version.indexOf(':') + 1);
    int hyphen = rest.lastIndexOf('-');
    return hyphen < 0 ? "" : rest.substring(hyphen + 1);
  }

  /** By turns a run of others and a run of digits. */
  private static int parts(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() || j < other.length()) {
      while ((i < one.length() && !Digits.isDigit(one.charAt(i)))
          || (j < other.length() && !Digits.isDigit(other.charAt(j)))) {
        int order = Integer.compare(weight(one, i), weight(other, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int first = Digits.end(one, Math.min(i, one.length()));
      int second = Digits.end(other, Math.min(j, other.length()));
      int order =
          Digits.compare(
              one.substring(Math.min(i, one.length()), first),
              other.substring(Math.min(j, other.length()), second));
      if (order != 0) {
        return order;
      }
      i = first;
      j = second;
    }
    return 0;
  }

  /** A tilde sorts before the end, letters after it, and all else after the letters. */
  private static int weight(String text, int at) {
    if (at >= text.length() || Digits.isDigit(text.charAt(at))) {
      return 0;
    }
    char c = text.charAt(at);
    return c == '~' ? -1 : Digits.isLetter(c) ? c : c + 256;
  }
}
