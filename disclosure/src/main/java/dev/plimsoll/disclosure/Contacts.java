package dev.plimsoll.disclosure;

import dev.plimsoll.model.observation.DisclosurePolicy.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways to report that a page names. One counts where the page or its passage speaks of
 * vulnerabilities, or the address itself says what it is for; an address for privacy, sales or the
 * press never does.
 */
final class Contacts {
  private static final Set<String> DEDICATED =
      Set.of(
          "security",
          "psirt",
          "product-security",
          "productsecurity",
          "product.security",
          "cert",
          "csirt",
          "vulnerability",
          "vulnerabilities",
          "vuln",
          "disclosure",
          "bugbounty",
          "bug-bounty",
          "responsible-disclosure",
          "responsibledisclosure",
          "infosec",
          "secure",
          "securityalert",
          "security-alert",
          "security-reports",
          "securityreports",
          "vdp",
          "cvd");
  private static final Set<String> NEVER =
      Set.of(
          "privacy",
          "dpo",
          "dataprotection",
          "sales",
          "press",
          "marketing",
          "jobs",
          "careers",
          "abuse",
          "legal",
          "investors",
          "noreply",
          "no-reply");
  private static final List<String> TOPIC =
      List.of(
          "vulnerabilit",
          "security issue",
          "security flaw",
          "security bug",
          "security problem",
          "security report",
          "bug bounty",
          "responsible disclosure",
          "coordinated disclosure",
          "schwachstelle",
          "sicherheitslücke",
          "kwetsbaarhe",
          "vulnérabilité",
          "vulnerabilidad",
          "faille de sécurité",
          "sårbarhe",
          "脆弱性",
          "漏洞");
  private static final List<String> PLATFORMS =
      List.of(
          "hackerone.com",
          "bugcrowd.com",
          "intigriti.com",
          "yeswehack.com",
          "openbugbounty.org",
          "federacy.com",
          "zerocopter.com",
          "hackenproof.com",
          "cobalt.io",
          "synack.com");
  private static final List<String> REPORT_LINKS =
      List.of(
          "report a vulnerability",
          "report vulnerability",
          "submit a report",
          "report an issue",
          "report a security",
          "vulnerability report",
          "submit a vulnerability",
          "submit report",
          "report security",
          "reporting form",
          "disclosure form");
  private static final List<String> ACCOUNT =
      List.of(
          "log in",
          "login",
          "sign in",
          "create an account",
          "register an account",
          "need an account",
          "registered users",
          "registered customers");

  private @Nullable Quote dedicated;
  private @Nullable Quote inContext;
  private @Nullable Quote form;
  private boolean topic;
  private @Nullable Quote account;
  private final @Nullable String url;

  Contacts(List<Page.Passage> passages, @Nullable String url) {
    this.url = url;
    for (Page.Passage passage : passages) {
      topic |= Sentences.hasAny(passage.lower(), TOPIC);
    }
    boolean before = false;
    for (Page.Passage passage : passages) {
      boolean speaks = Sentences.hasAny(passage.lower(), TOPIC);
      look(passage, speaks || before);
      before = speaks;
    }
  }

  /** Whether the page speaks of vulnerabilities at all. */
  boolean isOfVulnerabilities() {
    return topic;
  }

  /** The way that is surest to be meant; null where there is none. */
  @Nullable Quote best() {
    return dedicated != null && topic ? dedicated : inContext != null ? inContext : form;
  }

  /** The sentence that asks for an account; null where none does, or where a mail is enough. */
  @Nullable Quote account() {
    return dedicated == null && inContext == null ? account : null;
  }

  private void look(Page.Passage passage, boolean inTopic) {
    for (Page.Link link : passage.links()) {
      link(passage, link, inTopic);
    }
    if (passage.form() && topic && form == null) {
      form = new Quote(passage.place(), url == null ? "a form on this page" : url);
    }
    for (String address : addresses(passage.text())) {
      address(passage, address, inTopic);
    }
    for (String sentence : Sentences.of(passage.text())) {
      if (account == null && topic && asksForAccount(Sentences.padded(sentence))) {
        account = new Quote(passage.place(), sentence);
      }
    }
  }

  private static boolean asksForAccount(String words) {
    boolean reports = words.contains(" report") || words.contains(" submit");
    boolean free =
        words.contains(" no ")
            || words.contains(" without ")
            || words.contains(" not need ")
            || words.contains(" or ")
            || words.contains(" optional");
    return reports && !free && Sentences.hasAny(words, ACCOUNT);
  }

  private void link(Page.Passage passage, Page.Link link, boolean inTopic) {
    String target = link.target();
    String lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mailto:")) {
      int end = target.indexOf('?');
      address(passage, target.substring(7, end < 0 ? target.length() : end), inTopic);
    } else if (lower.startsWith("https:") && isPlatform(lower)) {
      form = form == null ? new Quote(passage.place(), target) : form;
    } else if (topic && !lower.startsWith("#") && !lower.startsWith("javascript:")) {
      String label = link.text().toLowerCase(Locale.ROOT);
      boolean leads = Sentences.hasAny(label, REPORT_LINKS);
      form = leads && form == null ? new Quote(passage.place(), target) : form;
    }
  }

  private static boolean isPlatform(String url) {
    String rest = url.substring("https:".length());
    int from = rest.startsWith("//") ? 2 : 0;
    int slash = rest.indexOf('/', from);
    String host = slash < 0 ? rest.substring(from) : rest.substring(from, slash);
    for (String platform : PLATFORMS) {
      if (host.equals(platform) || host.endsWith("." + platform)) {
        // The platform's front page is nobody's programme.
        return slash > 0 && rest.length() > slash + 1;
      }
    }
    return false;
  }

  private void address(Page.Passage passage, String address, boolean inTopic) {
    String bare = address.strip();
    if (!UriSyntax.isAddress(bare)) {
      return;
    }
    String local = bare.substring(0, bare.indexOf('@')).toLowerCase(Locale.ROOT);
    if (NEVER.contains(local)) {
      return;
    }
    Quote quote = new Quote(passage.place(), bare);
    if (DEDICATED.contains(local)) {
      dedicated = dedicated == null ? quote : dedicated;
    } else if (inTopic) {
      inContext = inContext == null ? quote : inContext;
    }
  }

  /** Addresses in running text, written plainly or as "name [at] host [dot] tld". */
  static List<String> addresses(String text) {
    String plain =
        text.replace(" [at] ", "@")
            .replace("[at]", "@")
            .replace(" (at) ", "@")
            .replace("(at)", "@")
            .replace(" [dot] ", ".")
            .replace("[dot]", ".")
            .replace(" (dot) ", ".");
    java.util.ArrayList<String> found = new java.util.ArrayList<>();
    for (int at = plain.indexOf('@');
        at >= 0 && found.size() < 100;
        at = plain.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && at - from < 64 && isLocal(plain.charAt(from - 1))) {
        from--;
      }
      int end = at + 1;
      while (end < plain.length() && end - at < 255 && isDomain(plain.charAt(end))) {
        end++;
      }
      while (end > at + 1 && (plain.charAt(end - 1) == '.' || plain.charAt(end - 1) == '-')) {
        end--;
      }
      String address = plain.substring(from, end);
      if (address.indexOf('.', at - from) > 0 && UriSyntax.isAddress(address)) {
        found.add(address);
      }
    }
    return found;
  }

  /** Whether a sentence invites to a bounty programme that is open to anyone. */
  static boolean invitesToProgramme(String sentence) {
    String words = Sentences.padded(sentence);
    boolean named =
        words.contains("bug bounty")
            || words.contains("bounty program")
            || words.contains("reward program");
    boolean closed =
        words.contains("invite-only")
            || words.contains("invitation")
            || words.contains("private program")
            || words.contains(" paused")
            || words.contains(" closed")
            || words.contains(" ended")
            || words.contains(" do not ")
            || words.contains(" don't ")
            || words.contains(" no bug bounty")
            || words.contains(" not offer")
            || words.contains(" does not ")
            || words.contains(" not have ")
            || words.contains(" suspended")
            || words.contains(" not currently ")
            || words.contains(" no longer ");
    return named && !closed && words.length() > 20;
  }

  private static boolean isLocal(char c) {
    return isDomain(c) || c == '_' || c == '+' || c == '%';
  }

  private static boolean isDomain(char c) {
    return (c >= '0' && c <= '9')
        || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        || c == '.'
        || c == '-';
  }
}
