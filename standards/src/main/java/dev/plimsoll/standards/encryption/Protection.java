package dev.plimsoll.standards.encryption;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.CaptureSummary;
import dev.plimsoll.model.observation.CaptureSummary.Station;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.DeviceTraffic;
import dev.plimsoll.standards.DeviceTraffic.Talk;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the protection of a product's conversations says, for the checks that differ only in how far
 * those reach.
 *
 * <p>Conversations of one kind with one destination fall into one finding.
 */
final class Protection {
  /** Places shown of one finding; the count of the others is said. */
  private static final int SHOWN = 5;

  private final Check check;
  private final Evidence evidence;
  private final Profile profile;
  private final DeviceTraffic traffic;

  Protection(Check check, Evidence evidence, Profile profile) {
    this.check = check;
    this.evidence = evidence;
    this.profile = profile;
    this.traffic = DeviceTraffic.of(evidence);
  }

  /** What each conversation is worth. */
  private enum Worth {
    PROTECTED,
    READABLE,
    OPEN,
    NOTHING
  }

  /**
   * Readable conversations as fails, those that cannot be told as open; none where no capture was
   * handed in.
   */
  List<Finding> examine(Predicate<Talk> scope) {
    if (evidence.all(CaptureSummary.class).isEmpty()) {
      return List.of();
    }
    if (!traffic.known()) {
      return List.of(whoseTraffic());
    }
    Map<String, List<Talk>> groups = new LinkedHashMap<>();
    for (Talk talk : traffic.talks()) {
      if (scope.test(talk)) {
        Worth worth = worth(talk.seen().what());
        if (worth == Worth.READABLE || worth == Worth.OPEN) {
          Flow flow = talk.seen().what();
          String key =
              worth + "|" + destination(talk) + "|" + flow.protocol() + "|" + flow.protection();
          groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(talk);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    groups.values().forEach(group -> findings.add(finding(group)));
    if (traffic.talks().isEmpty()) {
      findings.add(nothingOfTheProduct());
    }
    return findings;
  }

  /** Conversations in scope that are proven to be protected. */
  List<Talk> proven(Predicate<Talk> scope) {
    return traffic.talks().stream()
        .filter(scope)
        .filter(talk -> worth(talk.seen().what()) == Worth.PROTECTED)
        .toList();
  }

  private Worth worth(Flow flow) {
    boolean proven = flow.basis() == Basis.PROVEN;
    return switch (flow.protection()) {
      case ENCRYPTED, OBSOLETE -> proven ? Worth.PROTECTED : Worth.OPEN;
      case CLEARTEXT, BROKEN -> proven ? Worth.READABLE : Worth.OPEN;
      case INFRASTRUCTURE ->
          profile.word("traffic.infrastructure", flow.protocol()).equals("forbid")
              ? Worth.READABLE
              : Worth.NOTHING;
      // Without payload nothing was said that anybody could read.
      case UNKNOWN -> flow.payload() == 0 ? Worth.NOTHING : Worth.OPEN;
    };
  }

  private static String destination(Talk talk) {
    String name = talk.seen().what().name();
    int port = talk.seen().what().server().port();
    return (name == null || talk.asServer() ? talk.peer().address() : name) + ":" + port;
  }

  private Finding finding(List<Talk> group) {
    Talk first = group.getFirst();
    Finding.Draft draft =
        worth(first.seen().what()) == Worth.READABLE
            ? check.fail(readable(group))
            : check.open(
                unknown(group),
                "find out from the vendor or by a closer look what the product says to "
                    + first.peerWords()
                    + ", and whether it is encrypted");
    group.stream().limit(SHOWN).forEach(talk -> draft.from(talk.seen()));
    return draft.build();
  }

  private static String readable(List<Talk> group) {
    Talk talk = group.getFirst();
    Flow flow = talk.seen().what();
    String what =
        switch (flow.protection()) {
          case BROKEN -> "speaks " + named(flow) + ", whose encryption does not protect, with ";
          case INFRASTRUCTURE ->
              "speaks " + named(flow) + ", which the profile forbids in clear text, with ";
          default -> "speaks readable " + named(flow) + " with ";
        };
    String excerpt = flow.excerpt() == null ? "" : ", for example: " + flow.excerpt();
    return "The product " + what + talk.peerWords() + times(group) + excerpt;
  }

  private static String unknown(List<Talk> group) {
    Talk talk = group.getFirst();
    Flow flow = talk.seen().what();
    String what =
        flow.protection() == Flow.Protection.UNKNOWN
            ? "in a way that nothing shows to be encrypted or readable"
            : flow.protection() == Flow.Protection.CLEARTEXT
                ? "in a way that does not look encrypted, without proof that it can be read"
                : "in what looks like " + named(flow) + ", without proof";
    return "The product talks with "
        + talk.peerWords()
        + " over "
        + flow.transport()
        + " "
        + what
        + times(group)
        + ".";
  }

  private static String named(Flow flow) {
    return flow.protocol().isEmpty() ? "text over " + flow.transport() : flow.protocol();
  }

  private static String times(List<Talk> group) {
    return group.size() == 1 ? "" : " (" + group.size() + " conversations)";
  }

  private Finding whoseTraffic() {
    String stations =
        evidence.all(CaptureSummary.class).stream()
            .flatMap(seen -> seen.what().stations().stream())
            .map(Station::mac)
            .distinct()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return withCaptures(
        check.open(
            "The dossier does not say which of the senders in the captures is the product.",
            "write its hardware address into product.yaml under device: mac: (seen: "
                + stations
                + ")"));
  }

  /** That the captures hold no conversation in scope; empty where there is no capture. */
  Optional<Finding> nothing(String scope) {
    if (evidence.all(CaptureSummary.class).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        withCaptures(
            check.open(
                "The captures hold no conversation of the product " + scope + ".",
                "capture the product for longer and in more states, and check that its traffic passes where the capture is taken")));
  }

  private Finding nothingOfTheProduct() {
    return withCaptures(
        check.open(
            "The captures hold no conversation of the product.",
            "check device: mac: in product.yaml, and that the capture was taken where the product's traffic passes"));
  }

  private Finding withCaptures(Finding.Draft draft) {
    evidence
        .all(CaptureSummary.class)
        .forEach(seen -> draft.from(seen.artefact(), Place.whole(seen.artefact().file())));
    return draft.build();
  }
}
