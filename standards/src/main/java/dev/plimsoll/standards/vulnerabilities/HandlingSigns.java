package dev.plimsoll.standards.vulnerabilities;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Advisory;
import dev.plimsoll.model.observation.DisclosurePolicy;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether at least two independent, dated signs show a system behind the contact. Two signs from
 * one document are one: whoever wrote it wrote both.
 */
public final class HandlingSigns implements Check {
  private static final String SETTLE =
      "Save a second, dated sign from another source: advisories that name vulnerabilities, a public"
          + " programme, or a policy that states when reports are acknowledged and followed up.";

  /** A sign, what it is, and where it stands. */
  private record Sign(String sort, String words, Artefact artefact, Place place) {}

  @Override
  public String requirement() {
    return "MSS-4.2";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.DISCLOSURE_POLICY, Kind.CSAF);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Sign> signs = new ArrayList<>();
    for (Seen<DisclosurePolicy> seen : evidence.all(DisclosurePolicy.class)) {
      addPolicy(signs, seen);
    }
    for (Seen<Advisory> seen : evidence.all(Advisory.class)) {
      Advisory advisory = seen.what();
      boolean published = "final".equals(advisory.status()) || "interim".equals(advisory.status());
      if (advisory.valid()
          && advisory.byVendor()
          && published
          && !advisory.vulnerabilities().isEmpty()) {
        signs.add(
            new Sign(
                "advisories",
                "advisories of the vendor that name vulnerabilities",
                seen.artefact(),
                advisory.place()));
      }
    }
    if (signs.isEmpty()) {
      return List.of();
    }
    List<Sign> dated = signs.stream().filter(sign -> sign.artefact.at() != null).toList();
    List<Sign> independent = independent(dated);
    boolean enough = independent.size() >= profile.number("handling.signs");
    String words = signs.stream().map(Sign::words).distinct().collect(Collectors.joining("; "));
    Finding.Draft draft =
        enough
            ? pass("Independent signs of a system for reports: " + words + ".").covers("handling")
            : open(
                "Too few independent, dated signs of a system for reports: " + words + ".", SETTLE);
    (enough ? independent : signs).forEach(sign -> draft.from(sign.artefact, sign.place));
    return List.of(draft.build());
  }

  private static void addPolicy(List<Sign> signs, Seen<DisclosurePolicy> seen) {
    DisclosurePolicy page = seen.what();
    DisclosurePolicy.Quote acknowledgement = page.acknowledgement();
    if (acknowledgement != null && page.updates() != null) {
      signs.add(
          new Sign(
              "policy",
              "a policy that states acknowledgement and status updates",
              seen.artefact(),
              acknowledgement.place()));
    }
    DisclosurePolicy.Quote programme = page.programme();
    if (programme != null) {
      signs.add(
          new Sign(
              "programme",
              "a public programme that takes reports",
              seen.artefact(),
              programme.place()));
    }
  }

  /** At most one sign of a sort and of a document. */
  private static List<Sign> independent(List<Sign> signs) {
    Set<String> used = new HashSet<>();
    List<Sign> kept = new ArrayList<>();
    for (Sign sign : signs) {
      String file = "file " + sign.artefact.file();
      if (!used.contains(file) && used.add("sort " + sign.sort)) {
        used.add(file);
        kept.add(sign);
      }
    }
    return kept;
  }
}
