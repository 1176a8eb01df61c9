package dev.plimsoll.standards.encryption;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.DeviceTraffic;
import dev.plimsoll.standards.DeviceTraffic.Talk;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the versions and suites that the product really negotiates are current. */
public final class CurrentCryptography implements Check {

  @Override
  public String requirement() {
    return "MSS-1.6";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.CAPTURE);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    Map<String, List<Talk>> withdrawn = new LinkedHashMap<>();
    List<Talk> current = new ArrayList<>();
    for (Talk talk : DeviceTraffic.of(evidence).talks()) {
      Flow flow = talk.seen().what();
      if (flow.basis() != Basis.PROVEN) {
        continue;
      }
      if (flow.protection() == Protection.OBSOLETE || flow.protection() == Protection.BROKEN) {
        withdrawn
            .computeIfAbsent(terms(flow) + "|" + talk.peerWords(), _ -> new ArrayList<>())
            .add(talk);
      } else if (flow.protection() == Protection.ENCRYPTED && flow.version() != null) {
        current.add(talk);
      }
    }
    List<Finding> findings = new ArrayList<>();
    withdrawn.values().forEach(group -> findings.add(withdrawn(group)));
    if (!current.isEmpty()) {
      findings.add(current(current));
    }
    return findings;
  }

  private Finding withdrawn(List<Talk> group) {
    Talk first = group.getFirst();
    Flow flow = first.seen().what();
    String what =
        flow.protection() == Protection.OBSOLETE
            ? "a version that has been withdrawn"
            : "encryption that does not protect";
    Finding.Draft draft =
        fail("The product uses %s (%s) with %s.".formatted(what, terms(flow), first.peerWords()));
    group.stream().limit(5).forEach(talk -> draft.from(talk.seen()));
    return draft.build();
  }

  private Finding current(List<Talk> talks) {
    Set<String> terms = new TreeSet<>();
    talks.forEach(talk -> terms.add(terms(talk.seen().what())));
    Finding.Draft draft =
        pass("Negotiated: " + String.join("; ", terms) + ".").covers("negotiated");
    talks.stream().limit(5).forEach(talk -> draft.from(talk.seen()));
    return draft.build();
  }

  private static String terms(Flow flow) {
    String version = flow.version() == null ? flow.protocol() : flow.version();
    return flow.cipher() == null ? version : version + " with " + flow.cipher();
  }
}
