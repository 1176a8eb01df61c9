package dev.plimsoll.standards.encryption;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Reach;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.DeviceTraffic.Talk;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether every conversation of the product with the internet is encrypted, in each state that was
 * captured.
 */
public final class EncryptedToServices implements Check {
  private static final Set<String> STATES = Set.of("setup", "idle", "use", "update");

  @Override
  public String requirement() {
    return "MSS-1.1";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.CAPTURE);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    Protection protection = new Protection(this, evidence, profile);
    List<Finding> findings = new ArrayList<>(protection.examine(EncryptedToServices::toInternet));
    Map<Artefact, List<Talk>> byCapture = new LinkedHashMap<>();
    for (Talk talk : protection.proven(EncryptedToServices::toInternet)) {
      byCapture.computeIfAbsent(talk.seen().artefact(), _ -> new ArrayList<>()).add(talk);
    }
    byCapture.forEach((capture, talks) -> findings.add(encrypted(capture, talks)));
    if (findings.isEmpty()) {
      protection.nothing("with the internet that tells anything").ifPresent(findings::add);
    }
    return findings;
  }

  /** A capture without a single proven conversation shows nothing, so it accounts for no state. */
  private Finding encrypted(Artefact capture, List<Talk> talks) {
    Set<String> states = new TreeSet<>(capture.covers());
    states.retainAll(STATES);
    String during =
        states.isEmpty() ? "in a capture of unnamed state" : "during " + String.join(", ", states);
    Set<String> peers = new TreeSet<>();
    talks.forEach(talk -> peers.add(name(talk)));
    String reason =
        "%d %s with the internet %s proven to be encrypted %s (%s)."
            .formatted(
                talks.size(),
                talks.size() == 1 ? "conversation" : "conversations",
                talks.size() == 1 ? "is" : "are",
                during,
                String.join(", ", peers.stream().limit(6).toList())
                    + (peers.size() > 6 ? " and others" : ""));
    return pass(reason).from(talks.getFirst().seen()).covers(states).build();
  }

  private static String name(Talk talk) {
    Flow flow = talk.seen().what();
    return flow.name() == null ? talk.peer().address() : flow.name();
  }

  private static boolean toInternet(Talk talk) {
    return talk.reach() == Reach.WAN;
  }
}
