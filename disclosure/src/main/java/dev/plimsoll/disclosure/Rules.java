package dev.plimsoll.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that one security.txt breaks, with the line of the first breach. An id says how heavy
 * it is: E an error of the content, T one of the transport, W a recommendation left out, I a
 * remark.
 */
final class Rules {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("E-eol-missing", "a line does not end with a line feed"),
          Map.entry("E-not-utf8", "the text is not UTF-8"),
          Map.entry("E-bom", "the text begins with a byte order mark"),
          Map.entry("E-ws-before-colon", "a blank stands before the colon of a field"),
          Map.entry("E-no-space", "the blank after the colon of a field is missing"),
          Map.entry("E-line-syntax", "a line is neither a field nor a comment"),
          Map.entry("E-name-empty", "a field has no name"),
          Map.entry("E-value-empty", "a field has no value"),
          Map.entry("E-contact-missing", "it names no contact"),
          Map.entry("E-uri-missing-scheme", "a value has no scheme such as mailto: or https:"),
          Map.entry("E-uri-http", "a web address is not https"),
          Map.entry("E-uri-syntax", "a value is no well-formed URI"),
          Map.entry("E-expires-missing", "it does not say when it expires"),
          Map.entry("E-expires-multiple", "it says more than once when it expires"),
          Map.entry("E-expires-format", "the time of expiry is not written as RFC 3339 wants it"),
          Map.entry("E-expired", "it has expired"),
          Map.entry("E-lang-multiple", "it lists preferred languages more than once"),
          Map.entry("E-lang-tag", "a preferred language is no known language tag"),
          Map.entry("E-lang-separator", "preferred languages are not parted by commas"),
          Map.entry("E-csaf-file", "the CSAF field does not point at provider-metadata.json"),
          Map.entry("E-bugbounty-value", "Bug-Bounty is neither True nor False"),
          Map.entry("E-bugbounty-multiple", "it says more than once whether there is a bounty"),
          Map.entry("E-signature-bad", "the signature does not hold over the text"),
          Map.entry("E-signature-armor", "the signature cannot be read"),
          Map.entry("E-signed-format", "the signed message is not framed as OpenPGP wants it"),
          Map.entry("E-data-after-signature", "text follows the signature, which nobody signed"),
          Map.entry("T-size", "it is larger than 100 KiB"),
          Map.entry("T-scheme-http", "it was fetched without https"),
          Map.entry("T-location", "it is not below /.well-known/"),
          Map.entry("T-redirect-downgrade", "the way to it leads from https through http"),
          Map.entry("T-content-type", "it is not served as text/plain"),
          Map.entry("T-content-type-missing", "it is served without a content type"),
          Map.entry("T-charset", "it is served with a charset other than UTF-8"),
          Map.entry("W-canonical-mismatch", "it says that it belongs to another address"),
          Map.entry("W-signature-unknown-key", "it is signed with a key other than the given one"),
          Map.entry("W-signature-key-revoked", "it is signed with a key that was revoked"),
          Map.entry("W-signature-weak", "its signature rests on a broken digest"),
          Map.entry("W-signature-future", "its signature is dated in the future"));

  private static final List<String> DISTRUST =
      List.of(
          "W-canonical-mismatch",
          "W-signature-unknown-key",
          "W-signature-key-revoked",
          "W-signature-weak",
          "W-signature-future");

  private final Map<String, Integer> broken = new LinkedHashMap<>();

  /** Notes a breach that has no line. */
  void add(String id) {
    broken.putIfAbsent(id, 0);
  }

  /** Notes a breach at a line, from 1. */
  void add(String id, int line) {
    broken.putIfAbsent(id, line);
  }

  boolean has(String id) {
    return broken.containsKey(id);
  }

  /** Whether any rule of the content or the transport is broken. */
  boolean anyError() {
    return broken.keySet().stream().anyMatch(Rules::isError);
  }

  /** Whether a rule says that the file must not be relied on. */
  boolean anyDistrust() {
    return DISTRUST.stream().anyMatch(broken::containsKey);
  }

  /** All ids: errors first, then transport, then the rest, each in the order found. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(broken.size());
    for (String families : List.of("E", "T", "WI")) {
      for (String id : broken.keySet()) {
        if (families.indexOf(id.charAt(0)) >= 0) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  /** The heaviest breach in words, with its line; null where nothing speaks against the file. */
  @Nullable String main() {
    for (String id : ids()) {
      if (isError(id) || DISTRUST.contains(id)) {
        int line = broken.getOrDefault(id, 0);
        String words = WORDS.getOrDefault(id, id);
        return line > 0 ? words + " (line " + line + ")" : words;
      }
    }
    return null;
  }

  /** What an id means; the id itself where it is not known. */
  static String words(String id) {
    return WORDS.getOrDefault(id, id);
  }

  private static boolean isError(String id) {
    return id.startsWith("E-") || id.startsWith("T-");
  }
}
