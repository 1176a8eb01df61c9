package dev.plimsoll.documents.policy;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.text.Document;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.observation.Policy.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a policy from what is served in its place. */
final class PolicyLook {
  private static final int HARDLY_ANY_WORDS = 25;
  private static final int SHORT = 350;
  private static final int COOKIE_NOTICE_WORDS = 400;
  private static final double POLICY_SHARE = 0.008;
  private static final int POLICY_TERMS = 4;

  private static final List<String> BOT_WALLS =
      List.of(
          "checking your browser",
          "verify you are human",
          "verify that you are human",
          "are you a robot",
          "not a robot",
          "unusual traffic",
          "complete the captcha",
          "enable javascript and cookies to continue",
          "please enable javascript",
          "please enable cookies",
          "access denied",
          "access to this page has been denied",
          "request blocked",
          "attention required",
          "just a moment",
          "security check",
          "pardon our interruption",
          "ddos protection");
  private static final List<String> ERRORS =
      List.of(
          "page not found",
          "page cannot be found",
          "page can not be found",
          "page could not be found",
          "page you requested",
          "page you are looking for",
          "page you were looking for",
          "page doesn't exist",
          "page does not exist",
          "page isn't available",
          "no longer available",
          "404 not found",
          "error 404",
          "404 error",
          "internal server error",
          "bad gateway",
          "service unavailable",
          "temporarily unavailable",
          "something went wrong",
          "domain is for sale",
          "seite nicht gefunden",
          "page introuvable",
          "página no encontrada",
          "pagina non trovata",
          "pagina niet gevonden");
  private static final List<String> LOGINS =
      List.of(
          "log in to continue",
          "login to continue",
          "sign in to continue",
          "please log in",
          "please sign in",
          "forgot your password",
          "forgot password",
          "sign in to your account",
          "log in to your account");
  private static final List<String> COOKIE_BUTTONS =
      List.of(
          "accept all",
          "accept cookies",
          "reject all",
          "cookie settings",
          "manage cookies",
          "necessary cookies",
          "cookie preferences",
          "alle akzeptieren",
          "tout accepter",
          "aceptar todas",
          "accetta tutti",
          "alles accepteren");

  /** Terms that are frequent in policies and rare elsewhere, in the languages told apart here. */
  private static final Set<String> TERMS =
      Set.of(
          "privacy",
          "personal",
          "personally",
          "cookies",
          "collect",
          "collected",
          "collection",
          "disclose",
          "disclosure",
          "consent",
          "gdpr",
          "ccpa",
          "datenschutz",
          "datenschutzerklärung",
          "personenbezogene",
          "personenbezogenen",
          "daten",
          "dsgvo",
          "einwilligung",
          "confidentialité",
          "données",
          "rgpd",
          "consentement",
          "privacidad",
          "datos",
          "personales",
          "consentimiento",
          "dati",
          "personali",
          "informativa",
          "trattamento",
          "consenso",
          "privacybeleid",
          "persoonsgegevens",
          "gegevens",
          "toestemming",
          "privacidade",
          "dados",
          "pessoais",
          "personuppgifter",
          "personoplysninger",
          "personopplysninger",
          "henkilötietoja",
          "osobowych",
          "danych",
          "osobních",
          "údajů",
          "személyes",
          "adatok",
          "kişisel",
          "verilerin",
          "персональных",
          "данных",
          "персональні",
          "δεδομένα",
          "προσωπικά");

  /** The same, for languages that words do not part or that join small words to others. */
  private static final List<String> EASTERN_TERMS =
      List.of("隐私", "隱私", "个人信息", "個人情報", "プライバシー", "개인정보", "الخصوصية", "פרטיות");

  private PolicyLook() {}

  static boolean recognises(Source source) {
    if (source.isFolder()) {
      return false;
    }
    byte[] head = source.head();
    if (head.length == 0 || !isText(head)) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    boolean named =
        text.contains("privacy policy")
            || text.contains("privacy notice")
            || text.contains("privacy statement")
            || text.contains("datenschutzerkl")
            || text.contains("politique de confidentialit")
            || text.contains("política de privacidad")
            || text.contains("informativa sulla privacy")
            || text.contains("privacyverklaring")
            || text.contains("privacybeleid")
            || text.contains("隐私政策")
            || text.contains("プライバシー");
    String name = source.shortName().toLowerCase(Locale.ROOT);
    return named
        ? count(text, "personal") + count(text, "daten") + count(text, "donn") + count(text, "dat")
            > 5
        : name.contains("privacy") && count(text, "personal") > 1;
  }

  private static int count(String text, String part) {
    int n = 0;
    for (int at = text.indexOf(part); at >= 0 && n < 10; at = text.indexOf(part, at + 1)) {
      n++;
    }
    return n;
  }

  private static boolean isText(byte[] head) {
    int control = 0;
    for (byte b : head) {
      if (b == 0) {
        control++;
      }
    }
    return control == 0;
  }

  static State state(Document document, List<String> words, String language) {
    if (words.size() < HARDLY_ANY_WORDS && !isSigned(document)) {
      return words.isEmpty() || !document.html() ? State.EMPTY : shortState(document, words);
    }
    String all = text(document);
    if (words.size() <= SHORT) {
      State other = impostor(document, all, words);
      if (other != State.POLICY) {
        return other;
      }
    }
    if (words.size() <= COOKIE_NOTICE_WORDS && isCookieNotice(all, words)) {
      return State.COOKIE_NOTICE;
    }
    long terms = terms(words);
    boolean frequent = terms >= POLICY_TERMS && terms >= words.size() * POLICY_SHARE;
    boolean eastern = isEastern(language) && holds(all, EASTERN_TERMS);
    return frequent || eastern ? State.POLICY : State.NOT_A_POLICY;
  }

  private static boolean isEastern(String language) {
    return Set.of("zh", "ja", "ko", "ar", "he").contains(language);
  }

  private static boolean isSigned(Document document) {
    return !document.title().isEmpty();
  }

  private static State shortState(Document document, List<String> words) {
    State other = impostor(document, text(document), words);
    return other == State.POLICY ? State.EMPTY : other;
  }

  private static State impostor(Document document, String all, List<String> words) {
    boolean policyTerms = terms(words) >= POLICY_TERMS * 2;
    if (holds(all, ERRORS) || document.title().startsWith("404")) {
      return policyTerms ? State.POLICY : State.ERROR_PAGE;
    }
    if (holds(all, BOT_WALLS)) {
      return policyTerms ? State.POLICY : State.BOT_WALL;
    }
    if (document.signs().passwordFields() > 0 || holds(all, LOGINS)) {
      return policyTerms ? State.POLICY : State.LOGIN;
    }
    return words.size() < HARDLY_ANY_WORDS ? State.EMPTY : State.POLICY;
  }

  private static boolean isCookieNotice(String all, List<String> words) {
    long cookies = words.stream().filter(word -> word.startsWith("cookie")).count();
    return holds(all, COOKIE_BUTTONS) && cookies >= 2 && cookies * 25 >= words.size();
  }

  private static boolean holds(String text, List<String> phrases) {
    return phrases.stream().anyMatch(text::contains);
  }

  private static long terms(List<String> words) {
    return words.stream().filter(TERMS::contains).count();
  }

  private static String text(Document document) {
    StringBuilder all = new StringBuilder(document.title()).append('\n');
    for (Passage passage : document.passages()) {
      all.append(passage.text()).append('\n');
      if (all.length() > 50_000) {
        break;
      }
    }
    return all.toString().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }

  static Problem problem(String file, State state) {
    String what =
        switch (state) {
          case BOT_WALL -> "is a page that checks for robots, not the policy";
          case ERROR_PAGE -> "is an error page, not the policy";
          case COOKIE_NOTICE -> "is a notice about cookies, not the policy";
          case LOGIN -> "is a page that asks to log in, not the policy";
          case EMPTY -> "holds hardly any words";
          default -> "does not read like a privacy policy";
        };
    String mend =
        switch (state) {
          case BOT_WALL -> "open the page in a browser and save it from there";
          case EMPTY -> "save the page from a browser after it has loaded, or give its text";
          case LOGIN -> "find the page that can be read without an account";
          default -> "fetch the policy again and look at it before you add it";
        };
    return new Problem(Place.whole(file), what, mend);
  }
}
