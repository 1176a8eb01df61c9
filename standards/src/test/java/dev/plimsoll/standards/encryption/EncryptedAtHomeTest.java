package dev.plimsoll.standards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptedAtHomeTest {

  private static List<Finding> findings(String state, String server, String rest) {
    return CheckPage.findings(
        new EncryptedAtHome(),
        """
        product: {mac: ["02:00:00:00:00:01"]}
        evidence:
          - file: c.pcap
            as: capture
            covers: [%s]
            at: 2026-11-10
            seen:
              - CaptureSummary: {frames: 9}
              - Flow: {frame: 3, transport: TCP, payload: 10, client: {address: 192.168.1.9, mac: "02:00:00:00:00:01"}, server: {address: %s, port: 80}, %s}
        """
            .formatted(state, server, rest));
  }

  @Test
  void protectedUseAccountsForLocalTrafficOnly() {
    List<Finding> findings =
        findings("use", "192.168.1.20", "protocol: TLS, protection: ENCRYPTED, basis: PROVEN");
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
          assertThat(finding.covers()).containsExactly("local-traffic");
        });
  }

  @Test
  void protectedSetUpDoesNotShowUse() {
    assertThat(
            findings(
                "setup", "192.168.1.20", "protocol: TLS, protection: ENCRYPTED, basis: PROVEN"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.covers()).isEmpty());
  }

  @Test
  void readableAnnouncementsToAllFail() {
    assertThat(
            findings(
                "use", "255.255.255.255", "protocol: TuyaLP, protection: BROKEN, basis: PROVEN"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL);
  }

  @Test
  void findingTheNetworkIsLeftToTheProfile() {
    assertThat(
            findings(
                "use",
                "239.255.255.250",
                "protocol: SSDP, protection: INFRASTRUCTURE, basis: PROVEN"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void clearTextToTheInternetIsNotJudgedHere() {
    assertThat(
            findings("use", "203.0.113.7", "protocol: HTTP, protection: CLEARTEXT, basis: PROVEN"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }
}
