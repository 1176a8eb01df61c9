package dev.plimsoll.components.versions;

/** Semantic versions 2.0.0, section 11; missing numbers are 0, and a leading v does not count. */
final class SemanticVersions {
  private SemanticVersions() {}

  static int compare(String one, String other) {
    String first = bare(one);
    String second = bare(other);
    int order = numbers(core(first), core(second));
    return order != 0 ? order : releases(pre(first), pre(second));
  }

  private static String bare(String version) {
    String text = version.strip();
    int plus = text.indexOf('+');
    String without = plus < 0 ? text : text.substring(0, plus);
    return without.startsWith("v") || without.startsWith("V") ? without.substring(1) : without;
  }

  private static String core(String version) {
    int hyphen = version.indexOf('-');
    return hyphen < 0 ? version : version.substring(0, hyphen);
  }

  private static String pre(String version) {
    int hyphen = version.indexOf('-');
    return hyphen < 0 ? "" : version.substring(hyphen + 1);
  }

  private static int numbers(String one, String other) {
    String[] first = one.split("\\.", -1);
    String[] second = other.split("\\.", -1);
    for (int i = 0; i < Math.max(first.length, second.length); i++) {
      int order =
          identifier(i < first.length ? first[i] : "0", i < second.length ? second[i] : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int releases(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? (other.isEmpty() ? 0 : 1) : -1;
    }
    String[] first = one.split("\\.", -1);
    String[] second = other.split("\\.", -1);
    for (int i = 0; i < Math.min(first.length, second.length); i++) {
      int order = identifier(first[i], second[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(first.length, second.length);
  }

  /** Numbers by value, and before words; words by their characters. */
  private static int identifier(String one, String other) {
    boolean first = Digits.areDigits(one);
    boolean second = Digits.areDigits(other);
    if (first && second) {
      return Digits.compare(one, other);
    }
    return first != second ? (first ? -1 : 1) : Integer.signum(one.compareTo(other));
  }
}
