package dev.plimsoll.standards;

import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Reach;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.RadioLink;
import dev.plimsoll.model.observation.UpdatePackage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What holds of the product: by observation where possible, else by the dossier, else unknown.
 *
 * <p>An observation can only show that something is there. That something is absent has to be
 * stated in the dossier, and counts only with evidence of its own.
 */
final class FactRules {
  private final Evidence evidence;
  private final Map<String, Fact> facts = new LinkedHashMap<>();

  private FactRules(Evidence evidence) {
    this.evidence = evidence;
  }

  static Map<String, Fact> derive(Evidence evidence) {
    FactRules rules = new FactRules(evidence);
    rules.declared();
    rules.fromTraffic();
    rules.fromOthers();
    return java.util.Collections.unmodifiableMap(rules.facts);
  }

  private void declared() {
    Product product = evidence.product();
    product.facts().keySet().stream()
        .sorted()
        .forEach(name -> {
          Product.DeclaredFact fact = java.util.Objects.requireNonNull(product.facts().get(name));
          String shownBy = fact.evidence();
          String why =
              shownBy == null
                  ? "stated in the dossier"
                  : "stated in the dossier, shown by " + shownBy;
          facts.put(
              name,
              new Fact(
                  name,
                  fact.value(),
                  shownBy != null,
                  why,
                  shownBy == null ? List.of() : List.of(Place.whole(shownBy))));
        });
    if (product.onSale() != null
        && Duration.between(
                    product.onSale().atStartOfDay(ZoneOffset.UTC).toInstant(), evidence.at())
                .toDays()
            > 365) {
      facts.putIfAbsent(
          "market.established",
          new Fact(
              "market.established", true, false, "on sale since " + product.onSale(), List.of()));
    }
  }

  private void fromTraffic() {
    DeviceTraffic traffic = DeviceTraffic.of(evidence);
    for (DeviceTraffic.Talk talk : traffic.talks()) {
      Flow flow = talk.seen().what();
      boolean product = flow.protection() != Protection.INFRASTRUCTURE;
      if (talk.reach() == Reach.WAN) {
        seen("net.wan", flow, "the capture shows a conversation with " + talk.peer().address());
      }
      if (product && talk.reach() == Reach.LAN && flow.payload() > 0) {
        seen(
            talk.asServer() ? "net.lan_service" : "net.lan_peer",
            flow,
            "the capture shows a conversation with " + talk.peer().address());
      }
      if (flow.protection() == Protection.ENCRYPTED || flow.protection() == Protection.OBSOLETE) {
        seen("net.encrypted", flow, "the capture shows an encrypted conversation");
      }
      if (talk.asServer() && flow.findings().contains("credentials")) {
        seen("auth.password.remote", flow, "the capture shows a login over the network");
      }
    }
  }

  private void fromOthers() {
    first(
        RadioLink.class,
        link -> !link.technology().startsWith("Wi-Fi"),
        "radio.shortrange",
        "a radio capture shows it");
    first(
        RadioLink.class,
        link -> link.technology().startsWith("Wi-Fi"),
        "net.wifi",
        "a radio capture shows it");
    first(
        RadioLink.class,
        link ->
            link.technology().startsWith("Bluetooth")
                && (link.grade().equals("STRONG") || link.grade().equals("ACCEPTABLE")),
        "auth.passwordless",
        "a radio capture shows pairing");
    first(UpdatePackage.class, _ -> true, "sw.mutable", "there is an update package");
    first(
        Policy.class,
        policy -> says(policy, "first_party_collection", ""),
        "data.personal",
        "the privacy policy says so");
    first(
        Policy.class,
        policy -> says(policy, "third_party_marketing", "shared"),
        "data.marketing",
        "the privacy policy says so");
  }

  private static boolean says(Policy policy, String kind, String sense) {
    return policy.state() == Policy.State.POLICY
        && policy.clauses().stream()
            .anyMatch(clause ->
                clause.kind().equals(kind)
                    && clause.sense().startsWith(sense)
                    && !clause.sense().equals("denied"));
  }

  private <T extends Observation> void first(
      Class<T> type, Predicate<T> test, String name, String why) {
    for (Seen<T> each : evidence.all(type)) {
      if (test.test(each.what())) {
        seen(name, each.what(), why);
        return;
      }
    }
  }

  private void seen(String name, Observation what, String why) {
    Fact before = facts.get(name);
    if (before != null && before.shown() && before.holds()) {
      return;
    }
    String words =
        before != null && Boolean.FALSE.equals(before.value())
            ? why + ", though the dossier says otherwise"
            : why;
    facts.put(name, new Fact(name, true, true, words, List.of(what.place())));
  }
}
