package dev.plimsoll.documents.text;

import java.util.Map;

/**
 * Syllables of English words from their spelling: vowel groups, silent endings, and the vowel pairs
 * that are spoken apart.
 */
final class English {
  private static final Map<String, Integer> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("business", 2),
          Map.entry("businesses", 3),
          Map.entry("every", 2),
          Map.entry("everything", 3),
          Map.entry("everyone", 3),
          Map.entry("different", 3),
          Map.entry("being", 2),
          Map.entry("doing", 2),
          Map.entry("going", 2),
          Map.entry("seeing", 2),
          Map.entry("area", 3),
          Map.entry("areas", 3),
          Map.entry("idea", 3),
          Map.entry("ideas", 3),
          Map.entry("create", 2),
          Map.entry("created", 3),
          Map.entry("creates", 2),
          Map.entry("creating", 3),
          Map.entry("creation", 3),
          Map.entry("people", 2),
          Map.entry("someone", 2),
          Map.entry("sometimes", 2),
          Map.entry("something", 2),
          Map.entry("somewhere", 2),
          Map.entry("therefore", 2),
          Map.entry("whereas", 2),
          Map.entry("hereby", 2),
          Map.entry("thereof", 2),
          Map.entry("herein", 2),
          Map.entry("hereof", 2),
          Map.entry("website", 2),
          Map.entry("websites", 2),
          Map.entry("homepage", 2),
          Map.entry("software", 2),
          Map.entry("hardware", 2),
          Map.entry("firmware", 2),
          Map.entry("safeguard", 2),
          Map.entry("safeguards", 2),
          Map.entry("likewise", 2),
          Map.entry("maybe", 2),
          Map.entry("clothes", 1),
          Map.entry("queue", 1),
          Map.entry("cookie", 2),
          Map.entry("cookies", 2),
          Map.entry("device", 2),
          Map.entry("devices", 3),
          Map.entry("europe", 2),
          Map.entry("european", 4),
          Map.entry("realtime", 3),
          Map.entry("via", 2),
          Map.entry("quiet", 2),
          Map.entry("science", 2),
          Map.entry("client", 2),
          Map.entry("clients", 2),
          Map.entry("society", 4),
          Map.entry("variety", 4),
          Map.entry("poem", 2),
          Map.entry("poet", 2),
          Map.entry("video", 3),
          Map.entry("videos", 3),
          Map.entry("audio", 3),
          Map.entry("radio", 3),
          Map.entry("patient", 2),
          Map.entry("patients", 2),
          Map.entry("efficient", 3),
          Map.entry("sufficient", 3),
          Map.entry("ancient", 2),
          Map.entry("friend", 1),
          Map.entry("friends", 1),
          Map.entry("evening", 2),
          Map.entry("interest", 3),
          Map.entry("interests", 3),
          Map.entry("wednesday", 2),
          Map.entry("february", 4),
          Map.entry("usually", 4),
          Map.entry("actually", 4),
          Map.entry("usual", 3),
          Map.entry("actual", 3),
          Map.entry("mobile", 2),
          Map.entry("hour", 1),
          Map.entry("hours", 1),
          Map.entry("the", 1),
          Map.entry("are", 1),
          Map.entry("one", 1),
          Map.entry("once", 1),
          Map.entry("colleague", 2),
          Map.entry("league", 1),
          Map.entry("isnt", 2),
          Map.entry("doesnt", 2),
          Map.entry("wasnt", 2),
          Map.entry("didnt", 2),
          Map.entry("couldnt", 2),
          Map.entry("wouldnt", 2),
          Map.entry("shouldnt", 2),
          Map.entry("hasnt", 2),
          Map.entry("havent", 2),
          Map.entry("arent", 1));

  private English() {}

  static int syllables(String word) {
    Integer known = EXCEPTIONS.get(word);
    if (known != null) {
      return known;
    }
    String stem = word;
    int count = 0;
    // Endings that carry their own silent e before them: state-ment, use-ful, safe-ly.
    for (String ending : new String[] {"ments", "ment", "less", "ness", "fully", "ful", "ly"}) {
      if (stem.endsWith("e" + ending) && stem.length() > ending.length() + 3) {
        stem = stem.substring(0, stem.length() - ending.length());
        count += ending.equals("fully") ? 2 : 1;
        break;
      }
    }
    count += groups(stem) - silent(stem) + apart(stem);
    return Math.max(1, count);
  }

  private static int groups(String word) {
    int count = 0;
    boolean before = false;
    for (int i = 0; i < word.length(); i++) {
      boolean vowel = isVowel(word, i);
      count += vowel && !before ? 1 : 0;
      before = vowel;
    }
    return count;
  }

  private static boolean isVowel(String word, int i) {
    char c = word.charAt(i);
    if (c == 'y') {
      return i > 0 && !(i + 1 < word.length() && isPlain(word.charAt(i + 1)));
    }
    return isPlain(c) && !(c == 'u' && i > 0 && word.charAt(i - 1) == 'q');
  }

  private static boolean isPlain(char c) {
    return "aeiouàáâäèéêëìíîïòóôöùúûü".indexOf(c) >= 0;
  }

  private static int silent(String word) {
    int n = word.length();
    if (n < 3) {
      return 0;
    }
    if (word.endsWith("e")) {
      boolean spoken =
          word.endsWith("le") && !isPlain(word.charAt(n - 3)) && word.charAt(n - 3) != 'y';
      return isPlain(word.charAt(n - 2)) || spoken ? 0 : 1;
    }
    if (word.endsWith("es")) {
      return silentPlural(word, n) ? 1 : 0;
    }
    if (word.endsWith("ed")) {
      char before = word.charAt(n - 3);
      boolean afterLe =
          before == 'l'
              && n > 4
              && !isPlain(word.charAt(n - 4))
              && "bcdfgkptz".indexOf(word.charAt(n - 4)) >= 0;
      return before == 't' || before == 'd' || isPlain(before) || afterLe ? 0 : 1;
    }
    return 0;
  }

  private static boolean silentPlural(String word, int n) {
    char before = word.charAt(n - 3);
    if (isPlain(before)) {
      return false;
    }
    boolean hissing =
        "scgzx".indexOf(before) >= 0 || word.endsWith("ches") || word.endsWith("shes");
    boolean afterLe =
        before == 'l' && n > 3 && !isPlain(word.charAt(n - 4)) && word.charAt(n - 4) != 'l';
    return !hissing && !afterLe;
  }

  /** Vowels that stand together and are spoken apart. */
  private static int apart(String word) {
    int count = 0;
    int n = word.length();
    for (int i = 0; i + 1 < n; i++) {
      char a = word.charAt(i);
      char b = word.charAt(i + 1);
      if (a == 'i') {
        count += iApart(word, i, b) ? 1 : 0;
      } else if (a == 'u' && (i == 0 || (word.charAt(i - 1) != 'q' && word.charAt(i - 1) != 'g'))) {
        count +=
            b == 'a'
                    || b == 'o'
                    || (b == 'i' && word.startsWith("ity", i + 1))
                    || (b == 'i' && word.startsWith("ing", i + 1))
                ? 1
                : 0;
      } else if (a == 'e' && (b == 'o' || (b == 'u' && word.startsWith("um", i + 1)))) {
        count += word.startsWith("eous", i) || word.startsWith("eop", i) ? 0 : 1;
      } else if ((a == 'y' || a == 'o' || a == 'a') && word.startsWith("ing", i + 1) && i > 0) {
        count += a == 'y' ? 0 : 1;
      } else if (a == 'o' && b == 'e' && i + 3 < n && word.startsWith("oeff", i)) {
        count++;
      } else if (a == 'o' && b == 'o' && word.startsWith("cooper", i - 1 < 0 ? 0 : i - 1)) {
        count++;
      }
    }
    if (word.startsWith("real") && n > 4 && word.charAt(4) == 'i') {
      count++;
    }
    if (word.startsWith("react")
        || word.startsWith("reass")
        || word.startsWith("reapp")
        || word.startsWith("preem")) {
      count++;
    }
    if (n > 3 && word.endsWith("sm")) {
      count++;
    }
    return count;
  }

  private static boolean iApart(String word, int i, char next) {
    boolean hushed = i > 0 && "tcsgx".indexOf(word.charAt(i - 1)) >= 0;
    boolean last = i + 2 == word.length();
    if (next == 'a') {
      // Italian, Californian: spoken as one.
      if (i > 1 && "ln".indexOf(word.charAt(i - 1)) >= 0 && word.startsWith("ian", i)) {
        return false;
      }
      boolean pair = word.startsWith("iat", i) || word.startsWith("iab", i);
      return !hushed || pair;
    }
    if (next == 'o') {
      return !hushed || last;
    }
    if (next == 'u') {
      return !hushed;
    }
    if (next != 'e' || hushed) {
      return word.startsWith("iety", i);
    }
    boolean stem =
        word.startsWith("ient", i) || word.startsWith("ienc", i) || word.startsWith("iet", i);
    return stem || (word.endsWith("ier") && i + 3 == word.length() && i > 2);
  }
}
