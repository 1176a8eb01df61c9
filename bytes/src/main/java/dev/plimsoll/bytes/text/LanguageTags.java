package dev.plimsoll.bytes.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Language tags by RFC 5646, as a list by RFC 9116, section 2.5.8. Languages of two letters and
 * regions are looked up; longer ones are held to their form, as their registry has thousands.
 */
public final class LanguageTags {
  private static final Set<String> LANGUAGES = languages();
  private static final Set<String> LONG_FORMS = longForms();
  private static final Set<String> REGIONS = regions();
  private static final Set<String> IRREGULAR =
      Set.of(
          "en-gb-oed",
          "i-ami",
          "i-bnn",
          "i-default",
          "i-enochian",
          "i-hak",
          "i-klingon",
          "i-lux",
          "i-mingo",
          "i-navajo",
          "i-pwn",
          "i-tao",
          "i-tay",
          "i-tsu",
          "sgn-be-fr",
          "sgn-be-nl",
          "sgn-ch-de");

  /** What is wrong with a list. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** Something else than a comma parts the tags. */
    SEPARATOR,
    /** A tag is no language tag. */
    TAG
  }

  private LanguageTags() {}

  /** What is wrong with a comma list of tags. */
  public static Fault check(String list) {
    Fault worst = Fault.NONE;
    int from = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i < list.length() && list.charAt(i) != ',') {
        continue;
      }
      String item = list.substring(from, i).strip();
      from = i + 1;
      if (item.isEmpty() || !isWord(item)) {
        return Fault.SEPARATOR;
      }
      worst = isTag(item.toLowerCase(Locale.ROOT)) ? worst : Fault.TAG;
    }
    return worst;
  }

  /** Whether a text is one language tag. */
  public static boolean isLanguageTag(String text) {
    return text.indexOf(',') < 0 && check(text) == Fault.NONE;
  }

  private static boolean isWord(String item) {
    for (int i = 0; i < item.length(); i++) {
      char c = item.charAt(i);
      if (!alnum(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isTag(String tag) {
    if (LANGUAGES.contains(tag) || IRREGULAR.contains(tag)) {
      return true;
    }
    if (tag.indexOf('_') >= 0) {
      return false;
    }
    String[] parts = tag.split("-", -1);
    if (!Arrays.stream(parts).allMatch(part -> !part.isEmpty() && part.length() <= 8)) {
      return false;
    }
    return parts[0].equals("x") ? parts.length > 1 : isLanguage(parts[0]) && holds(parts);
  }

  private static boolean isLanguage(String part) {
    return LANGUAGES.contains(part)
        || (part.length() == 3 && letters(part) && !LONG_FORMS.contains(part));
  }

  /** Whether what follows the language is in its order: script, region, variants, extensions. */
  private static boolean holds(String[] parts) {
    int i = 1;
    for (int more = 0; more < 3 && i < parts.length && isThreeLetters(parts[i]); more++) {
      i++;
    }
    if (i < parts.length && parts[i].length() == 4 && letters(parts[i])) {
      i++;
    }
    if (i < parts.length && isRegion(parts[i])) {
      i++;
    }
    while (i < parts.length && isVariant(parts[i])) {
      i++;
    }
    while (i < parts.length && parts[i].length() == 1) {
      boolean own = parts[i].equals("x");
      int first = ++i;
      while (i < parts.length && (own || parts[i].length() > 1)) {
        i++;
      }
      if (i == first) {
        return false;
      }
    }
    return i == parts.length;
  }

  private static boolean isThreeLetters(String part) {
    return part.length() == 3 && letters(part);
  }

  private static boolean isRegion(String part) {
    return part.length() == 2
        ? REGIONS.contains(part) || isPrivateRegion(part)
        : part.length() == 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPrivateRegion(String part) {
    char first = part.charAt(0);
    char second = part.charAt(1);
    return (first == 'q' && second >= 'm' && second <= 'z')
        || (first == 'x' && second >= 'a' && second <= 'z');
  }

  private static boolean isVariant(String part) {
    char first = part.charAt(0);
    return part.length() >= 5 || (part.length() == 4 && first >= '0' && first <= '9');
  }

  private static boolean letters(String part) {
    return part.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean alnum(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  private static Set<String> languages() {
    Set<String> known = new HashSet<>(Set.of(Locale.getISOLanguages()));
    // Withdrawn, but still registered as subtags.
    known.addAll(Set.of("in", "iw", "ji", "jw", "mo", "sh", "bh"));
    return known;
  }

  /** Where ISO 639 has two letters, the registry leaves the three letters out. */
  private static Set<String> longForms() {
    Set<String> known = new HashSet<>();
    for (String language : Locale.getISOLanguages()) {
      known.add(Locale.of(language).getISO3Language());
    }
    return known;
  }

  private static Set<String> regions() {
    Set<String> known = new HashSet<>();
    for (String region : Locale.getISOCountries()) {
      known.add(region.toLowerCase(Locale.ROOT));
    }
    known.addAll(
        Set.of(
            "aa", "ac", "an", "bu", "cp", "cq", "cs", "dd", "dg", "ea", "eu", "ez", "fx", "ic",
            "nt", "su", "ta", "tp", "un", "yd", "yu", "zr", "zz"));
    return known;
  }
}
