package dev.plimsoll.components.versions;

/** Versions of OpenSSL: 1.0.2k comes before 1.0.2za, and from 3.0 on they are semantic. */
final class OpensslVersions {
  private OpensslVersions() {}

  static int compare(String one, String other) {
    String first = one.strip();
    String second = other.strip();
    int order = SemanticVersions.compare(numbers(first), numbers(second));
    if (order != 0) {
      return order;
    }
    String firstRest = first.substring(numbers(first).length());
    String secondRest = second.substring(numbers(second).length());
    order = letters(letterRun(firstRest), letterRun(secondRest));
    if (order != 0) {
      return order;
    }
    return SemanticVersions.compare(
        "0" + firstRest.substring(letterRun(firstRest).length()),
        "0" + secondRest.substring(letterRun(secondRest).length()));
  }

  private static String numbers(String version) {
    int at = 0;
    while (at < version.length()
        && (Digits.isDigit(version.charAt(at)) || version.charAt(at) == '.')) {
      at++;
    }
    return version.substring(0, at);
  }

  private static String letterRun(String rest) {
    int at = 0;
    while (at < rest.length() && Digits.isLetter(rest.charAt(at))) {
      at++;
    }
    return rest.substring(0, at);
  }

  /** No letter before a, z before za. */
  private static int letters(String one, String other) {
    int order = Integer.compare(one.length(), other.length());
    return order != 0 ? order : Integer.signum(one.compareTo(other));
  }
}
