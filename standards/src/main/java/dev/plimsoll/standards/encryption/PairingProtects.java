package dev.plimsoll.standards.encryption;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.RadioLink;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether pairing keeps strangers off the product's short-range links.
 *
 * <p>A network key that is published or was sent readable is a fail. What weak pairing opens
 * depends on what the product does with it, so that stays open until a test with a stranger's
 * device.
 */
public final class PairingProtects implements Check {
  private static final String TEST = "radio-stranger";
  private static final String APPENDIX = "MSS-A.2";

  @Override
  public String requirement() {
    return "MSS-1.4";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.CAPTURE, Kind.BLUETOOTH);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Seen<RadioLink>> links =
        evidence.all(RadioLink.class).stream()
            .filter(seen -> !seen.what().technology().startsWith("Wi-Fi"))
            .toList();
    boolean tested =
        evidence.all(TestRecord.class).stream().anyMatch(seen -> seen.what().test().equals(TEST));
    List<Finding> findings = new ArrayList<>();
    for (Seen<RadioLink> seen : links) {
      if (exposesKey(seen.what())) {
        findings.add(exposed(seen, isOfProduct(seen, links, evidence.product().macs())));
      } else if (isSound(seen.what())) {
        findings.add(pass(seen.what().reason()).from(seen).cites(APPENDIX).build());
      } else if (!tested && isOpen(seen.what())) {
        findings.add(untested(seen));
      }
    }
    return findings;
  }

  private static boolean exposesKey(RadioLink link) {
    return link.findings().contains("network_key_in_clear")
        || link.findings().contains("published_link_key");
  }

  private static boolean isSound(RadioLink link) {
    return (link.grade().equals("STRONG") || link.grade().equals("ACCEPTABLE"))
        && link.protection() == Protection.ENCRYPTED
        && !link.findings().contains("values_before_encryption");
  }

  /** Whether there is something that a stranger might use. */
  private static boolean isOpen(RadioLink link) {
    return !link.grade().equals("NO_PAIRING_SEEN") || link.protection() == Protection.CLEARTEXT;
  }

  /** An end that the dossier names is the product; so is the only link of a capture made of it. */
  private static boolean isOfProduct(
      Seen<RadioLink> seen, List<Seen<RadioLink>> links, List<String> macs) {
    List<String> ends = seen.what().ends();
    if (!ends.isEmpty() && !macs.isEmpty()) {
      return ends.stream().anyMatch(macs::contains);
    }
    return links.stream().filter(each -> each.artefact().equals(seen.artefact())).count() == 1;
  }

  private Finding exposed(Seen<RadioLink> seen, boolean ofProduct) {
    RadioLink link = seen.what();
    Finding.Draft draft =
        ofProduct
            ? fail(link.technology() + ": " + link.reason())
            : open(
                link.technology()
                    + ": "
                    + link.reason()
                    + " Nothing shows that the network is that of the product.",
                "capture the product's joining alone, or where no other network is in range");
    return draft.from(seen).cites(APPENDIX).build();
  }

  private Finding untested(Seen<RadioLink> seen) {
    RadioLink link = seen.what();
    String missing =
        link.grade().equals("INCONCLUSIVE") ? "capture the product while it pairs or joins; " : "";
    return open(
            link.technology() + ": " + link.reason(),
            missing
                + "try from a device that was never paired what can be read and controlled (test "
                + TEST
                + ")")
        .from(seen)
        .cites(APPENDIX)
        .build();
  }
}
