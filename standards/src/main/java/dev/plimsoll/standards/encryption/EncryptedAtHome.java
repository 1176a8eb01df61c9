package dev.plimsoll.standards.encryption;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Reach;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.DeviceTraffic.Talk;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the product's conversations with phones, hubs and others on the home network are
 * encrypted.
 */
public final class EncryptedAtHome implements Check {

  @Override
  public String requirement() {
    return "MSS-1.2";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.CAPTURE);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    Protection protection = new Protection(this, evidence, profile);
    List<Finding> findings = new ArrayList<>(protection.examine(EncryptedAtHome::atHome));
    List<Talk> proven = protection.proven(EncryptedAtHome::atHome);
    if (!proven.isEmpty()) {
      Finding.Draft draft =
          pass(proven.size() + " conversations on the home network are proven to be encrypted.");
      proven.stream().limit(5).forEach(talk -> draft.from(talk.seen()));
      // What the app does with the product is seen only while somebody uses it.
      if (proven.stream().anyMatch(talk -> talk.seen().artefact().covers().contains("use"))) {
        draft.covers("local-traffic");
      }
      findings.add(draft.build());
    }
    if (findings.isEmpty()) {
      protection.nothing("on the home network that tells anything").ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean atHome(Talk talk) {
    return talk.reach() == Reach.LAN || talk.reach() == Reach.GROUP;
  }
}
