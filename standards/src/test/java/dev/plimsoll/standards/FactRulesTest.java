package dev.plimsoll.standards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Fact;
import org.junit.jupiter.api.Test;

class FactRulesTest {
  private static final String MAC = "mac: [\"02:00:00:00:00:01\"]";

  private static Fact fact(String name, String yaml) {
    return CheckPage.evidence(yaml).fact(name);
  }

  private static String flow(String server, String rest) {
    return """
    product: {%s, facts: {net.wan: false}}
    evidence:
      - file: c.pcap
        as: capture
        seen:
          - Flow: {frame: 3, payload: 10, client: {address: 192.168.1.9, mac: "02:00:00:00:00:01"}, server: {address: %s, port: 443}, %s}
    """
        .formatted(MAC, server, rest);
  }

  @Test
  void whatNobodySaysAndNobodySawIsUnknown() {
    Fact fact = fact("radio.shortrange", "product: {name: Lamp}");
    assertThat(fact.value()).isNull();
    assertThat(fact.shownFalse()).isFalse();
  }

  @Test
  void aBareNoIsNoEvidence() {
    Fact fact = fact("radio.shortrange", "product: {facts: {radio.shortrange: false}}");
    assertThat(fact.value()).isFalse();
    assertThat(fact.shownFalse()).isFalse();
  }

  @Test
  void whatWasSeenBeatsWhatWasSaid() {
    Fact fact =
        fact(
            "net.wan", flow("203.0.113.7", "protocol: HTTP, protection: CLEARTEXT, basis: PROVEN"));
    assertThat(fact.holds()).isTrue();
    assertThat(fact.why()).contains("though the dossier says otherwise");
  }

  @Test
  void findingTheNetworkIsNoLocalConversation() {
    assertThat(
            fact(
                    "net.lan_peer",
                    flow("192.168.1.1", "protocol: DNS, protection: INFRASTRUCTURE, basis: PROVEN"))
                .value())
        .isNull();
    assertThat(
            fact(
                    "net.lan_peer",
                    flow("192.168.1.20", "protocol: HTTP, protection: CLEARTEXT, basis: PROVEN"))
                .holds())
        .isTrue();
  }

  @Test
  void clearTextIsNoEncryptedConversation() {
    assertThat(
            fact(
                    "net.encrypted",
                    flow("203.0.113.7", "protocol: HTTP, protection: CLEARTEXT, basis: PROVEN"))
                .value())
        .isNull();
    assertThat(
            fact(
                    "net.encrypted",
                    flow("203.0.113.7", "protocol: TLS, protection: ENCRYPTED, basis: PROVEN"))
                .holds())
        .isTrue();
  }

  @Test
  void aPolicyThatSharesForMarketingSaysSo() {
    String policy =
        """
        product: {name: Lamp}
        evidence:
          - file: p.html
            as: privacy-policy
            seen:
              - Policy: {state: POLICY, clauses: [{kind: third_party_marketing, sense: %s, quote: q}]}
        """;
    assertThat(fact("data.marketing", policy.formatted("shared")).holds()).isTrue();
    assertThat(fact("data.marketing", policy.formatted("denied")).value()).isNull();
  }

  @Test
  void aYearOnSaleMakesAHistory() {
    assertThat(fact("market.established", "product: {on_sale: 2024-01-01}").holds()).isTrue();
    assertThat(fact("market.established", "product: {on_sale: 2026-10-01}").value()).isNull();
  }
}
