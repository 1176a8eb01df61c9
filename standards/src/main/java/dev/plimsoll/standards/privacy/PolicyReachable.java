package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the privacy policy was fetched from a public address that anybody can open. */
public final class PolicyReachable implements Check {

  @Override
  public String requirement() {
    return "MSS-5.2";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.PRIVACY_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<Policy> seen : Policies.ofProduct(evidence)) {
      findings.add(judge(seen.what().url()).from(seen).build());
    }
    return findings.isEmpty() ? behindLogin(evidence) : findings;
  }

  /** What stands at the addresses of the policy, where no policy could be read. */
  private List<Finding> behindLogin(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<Policy> seen : evidence.all(Policy.class)) {
      Policy page = seen.what();
      if (page.state() == Policy.State.LOGIN && page.url() != null) {
        findings.add(
            fail("The page at " + page.url() + " asks to log in before it shows a privacy policy.")
                .from(seen)
                .build());
      }
    }
    return findings;
  }

  private Finding.Draft judge(@org.jspecify.annotations.Nullable String url) {
    if (url == null || url.isBlank()) {
      return open(
          "The dossier does not say where the privacy policy was fetched from.",
          "add 'url:' with the address to the entry of the policy");
    }
    String address = url.strip().toLowerCase(Locale.ROOT);
    String host = host(address);
    if (host.isEmpty()) {
      return open(
          "'" + url + "' is no address of a public website.",
          "fetch the policy from its public address and write that address");
    }
    if (isArchive(host)) {
      return open(
          "The privacy policy was fetched from an archive ("
              + host
              + "), which shows that it was public once.",
          "fetch it from the vendor's own address");
    }
    if (address.startsWith("http://")) {
      return open(
          "The privacy policy was fetched from "
              + host
              + " without encryption, so anybody on the way could have changed it.",
          "fetch it by https, and tell the vendor where that does not work");
    }
    return pass("The privacy policy was fetched from " + host + " by https, without logging in.")
        .covers("served");
  }

  /** The host of an http or https address with a public name; empty for everything else. */
  private static String host(String address) {
    int start =
        address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : address.length();
    int end = start;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start, end);
    int dot = host.lastIndexOf('.');
    boolean named = dot > 0 && dot + 2 < host.length() && host.indexOf('@') < 0;
    boolean number = named && Character.isDigit(host.charAt(host.length() - 1));
    return named && !number && !host.endsWith(".local") && !host.endsWith(".internal") ? host : "";
  }

  private static boolean isArchive(String host) {
    return host.equals("web.archive.org")
        || host.startsWith("archive.")
        || host.endsWith(".archive.org")
        || host.equals("webcache.googleusercontent.com");
  }
}
