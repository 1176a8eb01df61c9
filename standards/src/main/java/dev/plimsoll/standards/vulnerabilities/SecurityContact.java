package dev.plimsoll.standards.vulnerabilities;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.observation.DisclosurePolicy;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.SecurityTxt.State;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a finder is told, without an account, where to report: by a security.txt that can be
 * relied on, or by a page. One good way is enough, and a missing security.txt is no failure.
 */
public final class SecurityContact implements Check {

  @Override
  public String requirement() {
    return "MSS-4.1";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.SECURITY_TXT, Kind.DISCLOSURE_POLICY);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> ways = new ArrayList<>();
    List<Finding> doubts = new ArrayList<>();
    for (Seen<SecurityTxt> seen : evidence.all(SecurityTxt.class)) {
      boolean good = isWay(seen.what(), evidence.at());
      (good ? ways : doubts).add(good ? way(seen) : doubt(seen, evidence.at()));
    }
    List<Seen<DisclosurePolicy>> walled = new ArrayList<>();
    for (Seen<DisclosurePolicy> seen : evidence.all(DisclosurePolicy.class)) {
      DisclosurePolicy page = seen.what();
      if (page.account() != null) {
        walled.add(seen);
      } else if (page.contact() != null) {
        boolean fetched = page.url() != null;
        (fetched ? ways : doubts).add(fetched ? way(page, seen.artefact()) : unplaced(seen));
      }
    }
    if (!ways.isEmpty()) {
      return ways;
    }
    boolean nothingElse = doubts.isEmpty();
    walled.forEach(seen -> doubts.add(wall(seen, nothingElse)));
    return doubts;
  }

  private static boolean isWay(SecurityTxt file, Instant at) {
    Instant end = file.expires();
    return file.state() == State.VALID
        && file.contactUsable()
        && file.url() != null
        && end != null
        && !end.isBefore(at);
  }

  private Finding way(Seen<SecurityTxt> seen) {
    SecurityTxt file = seen.what();
    String contact = file.contacts().isEmpty() ? "a contact" : file.contacts().getFirst();
    return pass("The security.txt at %s names %s. %s".formatted(file.url(), contact, file.reason()))
        .from(seen)
        .covers("contact")
        .build();
  }

  private Finding doubt(Seen<SecurityTxt> seen, Instant at) {
    SecurityTxt file = seen.what();
    Instant end = file.expires();
    if (file.state() == State.VALID && file.url() == null) {
      return open(
              "There is a security.txt, but nothing says where it was served.",
              "Add to its evidence entry the url, the redirects and the content type.")
          .from(seen)
          .build();
    }
    String why =
        file.state() == State.VALID && end != null && end.isBefore(at)
            ? "It has expired since it was fetched."
            : file.state() == State.VALID ? "No contact in it can be used." : file.reason();
    return open(
            "There is a security.txt, but it does not settle where to report. " + why,
            "Save the vendor's page on reports as well, or fetch the file again once it is mended.")
        .from(seen)
        .build();
  }

  /**
   * A page that a tester fetched shows by itself that the contact is public, as the served
   * security.txt does.
   */
  private Finding way(DisclosurePolicy page, Artefact artefact) {
    DisclosurePolicy.Quote contact = java.util.Objects.requireNonNull(page.contact());
    Finding.Draft draft =
        pass("The page %s says how to report: %s.".formatted(page.url(), contact.text()))
            .covers("contact");
    return artefact.strength().compareTo(Strength.DOCUMENTED) < 0
        ? draft.from(artefact, contact.place()).build()
        : draft.from(Strength.OBSERVED, artefact.at()).place(contact.place()).build();
  }

  private Finding unplaced(Seen<DisclosurePolicy> seen) {
    return open(
            "There is a page that says how to report, but nothing says where it is published.",
            "Add the url that it was fetched from to its evidence entry.")
        .from(seen)
        .build();
  }

  private Finding wall(Seen<DisclosurePolicy> seen, boolean nothingElse) {
    DisclosurePolicy.Quote account = java.util.Objects.requireNonNull(seen.what().account());
    String reason = "The vendor takes reports only from people with an account: \"%s\"";
    return nothingElse && seen.what().url() != null
        ? fail(reason.formatted(account.text())).from(seen.artefact(), account.place()).build()
        : open(
                reason.formatted(account.text()),
                "Look for another way to report, and save where it is written.")
            .from(seen.artefact(), account.place())
            .build();
  }
}
