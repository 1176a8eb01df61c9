package dev.plimsoll.standards.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Official languages of countries (ISO 3166-1 to ISO 639-1), of which any one reaches a market. */
final class MarketLanguages {
  private static final Map<String, List<String>> LANGUAGES = parse();

  private MarketLanguages() {}

  /** The languages of a country; none where it is not known here. */
  static List<String> of(String country) {
    return LANGUAGES.getOrDefault(country.toUpperCase(java.util.Locale.ROOT), List.of());
  }

  private static Map<String, List<String>> parse() {
    String table =
        """
        en GB UK US CA AU NZ IE ZA IN SG MT NG KE PH
        fr FR BE CH CA LU MC MA SN
        de DE AT CH LI LU BE
        nl NL BE
        es ES MX AR CO CL PE UY EC
        it IT CH SM
        pt PT BR
        da DK
        sv SE FI
        fi FI
        no NO
        pl PL
        cs CZ
        sk SK
        hu HU
        ro RO
        bg BG
        el GR CY
        hr HR
        sl SI
        et EE
        lv LV
        lt LT
        tr TR
        ru RU
        uk UA
        sr RS
        ja JP
        ko KR
        zh CN TW HK SG
        ar AE SA EG MA QA KW
        he IL
        hi IN
        th TH
        """;
    Map<String, List<String>> all = new HashMap<>();
    for (String line : table.lines().toList()) {
      List<String> words = List.of(line.split(" "));
      for (String country : words.subList(1, words.size())) {
        all.merge(
            country,
            List.of(words.getFirst()),
            (a, b) -> {
              List<String> both = new java.util.ArrayList<>(a);
              both.addAll(b);
              return List.copyOf(both);
            });
      }
    }
    return all;
  }
}
