package dev.plimsoll.documents.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a text by its script and, for Latin script, by its most frequent small
 * words.
 */
public final class Language {
  /** The code where the language cannot be told (ISO 639-2). */
  public static final String UNKNOWN = "und";

  private static final int LOOKED_AT = 5000;
  private static final int FEWEST_WORDS = 20;
  private static final double FEWEST_SHARE = 0.08;
  private static final double MARGIN = 1.25;
  private static final double OTHER_SCRIPT_SHARE = 0.3;

  private static final Map<String, Set<String>> SMALL_WORDS = smallWords();

  private Language() {}

  /** ISO 639-1 code of the language of the words; {@link #UNKNOWN} where it cannot be told. */
  public static String of(List<String> words) {
    List<String> some = words.subList(0, Math.min(words.size(), LOOKED_AT));
    String script = byScript(some);
    return !script.isEmpty() ? script : some.size() < FEWEST_WORDS ? UNKNOWN : bySmallWords(some);
  }

  private static String bySmallWords(List<String> words) {
    Map<String, Integer> hits = new HashMap<>();
    for (String word : words) {
      SMALL_WORDS.forEach((language, small) -> {
        if (small.contains(word)) {
          hits.merge(language, 1, Integer::sum);
        }
      });
    }
    String best = UNKNOWN;
    int most = 0;
    int second = 0;
    for (String language : SMALL_WORDS.keySet()) {
      int n = hits.getOrDefault(language, 0);
      if (n > most) {
        second = most;
        most = n;
        best = language;
      } else {
        second = Math.max(second, n);
      }
    }
    return most >= words.size() * FEWEST_SHARE && most >= second * MARGIN ? best : UNKNOWN;
  }

  private static String byScript(List<String> words) {
    Map<Character.UnicodeScript, Integer> letters = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    int all = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        int c = word.codePointAt(i);
        if (Character.isLetter(c)) {
          letters.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
          seen.add(c);
          all++;
        }
      }
    }
    int least = Math.max(5, (int) (all * OTHER_SCRIPT_SHARE));
    if (count(letters, Character.UnicodeScript.HIRAGANA)
            + count(letters, Character.UnicodeScript.KATAKANA)
        >= Math.max(5, all / 10)) {
      return "ja";
    }
    if (count(letters, Character.UnicodeScript.CYRILLIC) >= least) {
      return cyrillic(seen);
    }
    if (count(letters, Character.UnicodeScript.ARABIC) >= least) {
      return seen.contains((int) '\u06CC') || seen.contains((int) '\u067E') ? "fa" : "ar";
    }
    for (Map.Entry<Character.UnicodeScript, String> each : ONE_LANGUAGE.entrySet()) {
      if (count(letters, each.getKey()) >= least) {
        return each.getValue();
      }
    }
    return "";
  }

  private static String cyrillic(Set<Integer> seen) {
    if (seen.contains((int) '\u0456') || seen.contains((int) '\u0457')) {
      return "uk";
    }
    if (seen.contains((int) '\u0458') || seen.contains((int) '\u0452')) {
      return "sr";
    }
    return seen.contains((int) '\u044B') || seen.contains((int) '\u044D') ? "ru" : "bg";
  }

  private static int count(
      Map<Character.UnicodeScript, Integer> letters, Character.UnicodeScript script) {
    return letters.getOrDefault(script, 0);
  }

  private static final Map<Character.UnicodeScript, String> ONE_LANGUAGE =
      Map.of(
          Character.UnicodeScript.HAN, "zh",
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.DEVANAGARI, "hi",
          Character.UnicodeScript.GEORGIAN, "ka",
          Character.UnicodeScript.ARMENIAN, "hy");

  private static Map<String, Set<String>> smallWords() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    put(
        all,
        "en",
        "the of and to in we you your our that for is this with or may by as are not from be on will us which any have it");
    put(
        all,
        "de",
        "der die und das von den zu mit sich des auf für ist im dem nicht ein eine werden wir sie ihre ihrer oder durch bei zur auch als wird sind");
    put(
        all,
        "fr",
        "le la les et des du de un une nous vous votre vos est pour que dans sur avec ou par au aux ces cette qui ne pas données être");
    put(
        all,
        "es",
        "el los las y de del que en un una por para con su sus se nos usted como o al nuestra nuestro datos puede más es son esta");
    put(
        all,
        "it",
        "il lo gli e di che del della dei delle per un una con non si nel alla dati sono o ai è nostri vostri come anche questo essere");
    put(
        all,
        "nl",
        "de het een en van wij we u uw dat te voor met op is niet zijn of aan door die bij worden kunnen om ook deze onze als naar");
    put(
        all,
        "pt",
        "o os as e de do da dos das que em um uma para por com não se nos você ao seu sua seus dados ou pela pelo mais são nossa");
    put(
        all,
        "sv",
        "och att det som en på är av för med till den har inte om ett vi du din dina eller kan från våra ditt när dig oss personuppgifter");
    put(
        all,
        "da",
        "og at det som en på er af for med til den har ikke om et vi du din dine eller kan fra vores dit når dig os de personoplysninger");
    put(
        all,
        "no",
        "og at det som en på er av for med til den har ikke om et vi du din dine eller kan fra våre ditt når deg oss de personopplysninger");
    put(
        all,
        "fi",
        "ja on ei se että tai voi ovat kun voimme me sinun myös joka jos tietoja jotka sekä kanssa käytämme henkilötietoja tämä mukaan emme");
    put(
        all,
        "pl",
        "i w z na do się nie że o dla przez lub jest oraz od po jak są może danych państwa które który ich tym przy jego osobowych dane");
    put(
        all,
        "cs",
        "a v se na je že o s z do pro které jsou nebo jako k vaše údajů údaje můžeme podle při od které osobních za tak která jsme být");
    put(
        all,
        "sk",
        "a v sa na je že o s z do pre ktoré sú alebo ako k vaše údajov údaje môžeme podľa pri od osobných za tak ktorá sme byť");
    put(
        all,
        "hu",
        "a az és hogy nem is egy vagy meg ha ez ön adatok által mint személyes adatokat amely valamint során lehet illetve szerint");
    put(
        all,
        "ro",
        "și de în la a pe cu pentru sau din nu care că este să se dumneavoastră noastre date datelor prin sunt am ale acest această");
    put(
        all,
        "tr",
        "ve bir bu için ile veya da de olarak kişisel verilerin olan gibi daha sizin tarafından verileri kadar bilgi bizim çok ya");
    put(
        all,
        "hr",
        "i u na je za da se od s koje ili su kako biti podataka podatke vaše možemo koji prema kao ne o sa naše osobnih ako");
    put(
        all,
        "sl",
        "in v na je za da se od z ki ali so kot biti podatkov podatke vaše lahko po pri o naše osebnih če tudi ne smo");
    put(
        all,
        "et",
        "ja on ei et või kui me teie oma mis isikuandmeid võib selle ning kes ka meie andmeid saab nende poolt");
    put(
        all,
        "lv",
        "un ir uz par ar no vai kas jūsu mēs lai ka datus to pie personas datu var mūsu kā šo tiek");
    put(
        all,
        "lt",
        "ir į kad yra su iš ar mes jūsų arba gali duomenis duomenų asmens tai už apie pagal kaip mūsų kurie bei");
    return all;
  }

  private static void put(Map<String, Set<String>> all, String language, String words) {
    all.put(language, Set.of(new HashSet<>(List.of(words.split(" "))).toArray(String[]::new)));
  }
}
