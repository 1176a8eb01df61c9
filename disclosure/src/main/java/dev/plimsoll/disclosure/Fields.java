package dev.plimsoll.disclosure;

import dev.plimsoll.bytes.text.LanguageTags;
import dev.plimsoll.model.observation.SecurityTxt.Usability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of a security.txt say, gathered line by line (RFC 9116, section 2.5). */
final class Fields {
  private static final int MOST = 1000;
  private static final long WEEK = 7 * 86_400L;
  private static final long YEAR = 366 * 86_400L;
  private static final Set<String> REACHABLE =
      Set.of("https", "http", "mailto", "tel", "sms", "sip", "sips", "xmpp", "matrix", "ircs");

  /** Misspellings of known names that are seen in the wild or likely. */
  private static final Set<String> NEAR_MISSES =
      Set.of(
          "acknowledgements",
          "acknowledgment",
          "acknowledgement",
          "acknowledgments-page",
          "contacts",
          "expire",
          "expiry",
          "expiration",
          "preferred-language",
          "prefered-languages",
          "prefered-language",
          "preferred-languagess",
          "cannonical",
          "canonicals",
          "policies",
          "encryptions",
          "pgp",
          "signature",
          "bugbounty",
          "bug-bounties",
          "permission");

  private final Rules rules;
  private final List<String> contacts = new ArrayList<>();
  private final List<String> canonical = new ArrayList<>();
  private Usability usability = Usability.NO;
  private @Nullable Instant expires;
  private int expiresSeen;
  private int languagesSeen;
  private int csafSeen;
  private int bountySeen;
  private boolean encryption;
  private boolean mail;
  private boolean contactSeen;

  Fields(Rules rules) {
    this.rules = rules;
  }

  /**
   * Takes one field.
   *
   * @param value what follows the one blank after the colon, without blanks at its end
   * @param sound whether the line was framed as it must be; else a contact in it needs a repair
   * @return whether the name is one that RFC 9116 or its registry defines
   */
  boolean take(String name, String value, int line, boolean sound) {
    String known = name.toLowerCase(Locale.ROOT);
    switch (known) {
      case "contact" -> contact(value, line, sound);
      case "expires" -> expires(value, line);
      case "preferred-languages" -> languages(value, line);
      case "csaf" -> csaf(value, line);
      case "bug-bounty" -> bounty(value, line);
      case "canonical" -> {
        uri(value, line);
        if (canonical.size() < MOST) {
          canonical.add(value);
        }
      }
      case "encryption" -> {
        uri(value, line);
        encryption = true;
      }
      case "acknowledgments", "hiring", "policy" -> uri(value, line);
      default -> {
        rules.add(NEAR_MISSES.contains(known) ? "W-field-typo" : "I-unknown-field", line);
        return false;
      }
    }
    return true;
  }

  /** Says what is missing once all lines were read. */
  void finish(Instant now, boolean signed) {
    if (!contactSeen) {
      rules.add("E-contact-missing");
    }
    if (expiresSeen == 0) {
      rules.add("E-expires-missing");
    }
    Instant end = expires;
    if (end != null && end.isBefore(now)) {
      rules.add("E-expired");
    } else if (end != null && end.getEpochSecond() - now.getEpochSecond() < WEEK) {
      rules.add("W-expires-soon");
    } else if (end != null && end.getEpochSecond() - now.getEpochSecond() > YEAR) {
      rules.add("W-expires-long");
    }
    if (signed && canonical.isEmpty()) {
      rules.add("W-signed-no-canonical");
    }
    if (!signed) {
      rules.add("W-not-signed");
    }
    if (mail && !encryption) {
      rules.add("W-no-encryption");
    }
  }

  List<String> contacts() {
    return contacts;
  }

  List<String> canonical() {
    return canonical;
  }

  /** The best of the contacts, by its form alone. */
  Usability usability() {
    return usability;
  }

  /** The earliest end that is named; null where none can be read. */
  @Nullable Instant expires() {
    return expires;
  }

  private void contact(String value, int line, boolean sound) {
    if (value.isEmpty()) {
      rules.add("E-value-empty", line);
      return;
    }
    contactSeen = true;
    UriSyntax.Fault fault = uri(value, line);
    if (contacts.size() < MOST) {
      contacts.add(value);
    }
    mail |= value.regionMatches(true, 0, "mailto:", 0, 7);
    Usability now = usabilityOf(value, fault);
    if (!sound && now == Usability.YES) {
      now = Usability.REPAIRABLE;
    }
    if (now.compareTo(usability) < 0) {
      usability = now;
    }
  }

  private static Usability usabilityOf(String value, UriSyntax.Fault fault) {
    if (fault == UriSyntax.Fault.NONE) {
      return REACHABLE.contains(UriSyntax.scheme(value)) ? Usability.YES : Usability.NO;
    }
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      return Usability.NO;
    }
    int colon = UriSyntax.scheme(value).length();
    String rest = colon == 0 ? value : value.substring(colon + 1);
    return meansSomething(rest) ? Usability.REPAIRABLE : Usability.NO;
  }

  /** Whether a person would see an address, a host with a path or a number in it. */
  private static boolean meansSomething(String rest) {
    String bare = rest.strip();
    int digits = 0;
    boolean dotted = false;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      boolean inside = i > 0 && i + 1 < bare.length();
      dotted |= c == '.' && inside && Character.isLetterOrDigit(bare.charAt(i - 1));
    }
    boolean number = digits >= 5 && !bare.isEmpty() && "+(0123456789".indexOf(bare.charAt(0)) >= 0;
    return number || (dotted && !bare.startsWith("-"));
  }

  private void expires(String value, int line) {
    expiresSeen++;
    if (expiresSeen > 1) {
      rules.add("E-expires-multiple", line);
    }
    if (value.isEmpty()) {
      rules.add("E-value-empty", line);
      return;
    }
    Instant time = InternetTime.parse(value);
    if (time == null) {
      rules.add("E-expires-format", line);
      time = InternetTime.guess(value);
    }
    if (time != null && (expires == null || time.isBefore(expires))) {
      expires = time;
    }
  }

  private void languages(String value, int line) {
    languagesSeen++;
    if (languagesSeen > 1) {
      rules.add("E-lang-multiple", line);
    }
    if (value.isEmpty()) {
      rules.add("E-value-empty", line);
      return;
    }
    switch (LanguageTags.check(value)) {
      case SEPARATOR -> rules.add("E-lang-separator", line);
      case TAG -> rules.add("E-lang-tag", line);
      case NONE -> {}
    }
  }

  private void csaf(String value, int line) {
    if (uri(value, line) == UriSyntax.Fault.NONE) {
      int end = 0;
      while (end < value.length() && value.charAt(end) != '?' && value.charAt(end) != '#') {
        end++;
      }
      if (!value.substring(0, end).endsWith("/provider-metadata.json")) {
        rules.add("E-csaf-file", line);
      }
    }
    csafSeen++;
    if (csafSeen > 1) {
      rules.add("W-csaf-many", line);
    }
  }

  private void bounty(String value, int line) {
    bountySeen++;
    if (bountySeen > 1) {
      rules.add("E-bugbounty-multiple", line);
    }
    if (value.isEmpty()) {
      rules.add("E-value-empty", line);
    } else if (!value.equals("True") && !value.equals("False")) {
      rules.add("E-bugbounty-value", line);
    }
  }

  private UriSyntax.Fault uri(String value, int line) {
    if (value.isEmpty()) {
      rules.add("E-value-empty", line);
      return UriSyntax.Fault.SYNTAX;
    }
    UriSyntax.Fault fault = UriSyntax.check(value);
    switch (fault) {
      case SCHEME -> rules.add("E-uri-missing-scheme", line);
      case SYNTAX -> rules.add("E-uri-syntax", line);
      case NONE -> {}
    }
    if (value.regionMatches(true, 0, "http:", 0, 5)) {
      rules.add("E-uri-http", line);
    }
    return fault;
  }
}
