package dev.plimsoll.standards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptedToServicesTest {
  private static final String CAPTURE =
      """
      product: {mac: ["02:00:00:00:00:01"]}
      evidence:
        - file: c.pcap
          as: capture
          covers: [setup, reset]
          at: 2026-11-10
          seen:
            - CaptureSummary: {frames: 9, stations: [{mac: "02:00:00:00:00:07"}]}
      """;

  private static String flow(String client, String server, String rest) {
    return "      - Flow: {frame: 3, transport: TCP, payload: 10, client: {address: 192.168.1.9, mac: \"%s\"}, server: {address: %s, port: 443}, %s}\n"
        .formatted(client, server, rest);
  }

  private static List<Finding> findings(String... flows) {
    return CheckPage.findings(new EncryptedToServices(), CAPTURE + String.join("", flows));
  }

  private static final String PRODUCT = "02:00:00:00:00:01";
  private static final String TLS =
      "protocol: TLS, protection: ENCRYPTED, basis: PROVEN, version: TLS 1.3";
  private static final String HTTP = "protocol: HTTP, protection: CLEARTEXT, basis: PROVEN";

  @Test
  void clearTextOnThePortOfTlsFails() {
    assertThat(findings(flow(PRODUCT, "203.0.113.7", HTTP)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL);
  }

  @Test
  void anEncryptedNeighbourConversationDoesNotHideAClearOne() {
    assertThat(findings(flow(PRODUCT, "203.0.113.7", TLS), flow(PRODUCT, "203.0.113.8", HTTP)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
  }

  @Test
  void brokenEncryptionCountsAsReadable() {
    assertThat(
            findings(
                flow(
                    PRODUCT,
                    "203.0.113.7",
                    "protocol: TLS, protection: BROKEN, basis: PROVEN, cipher: TLS_RSA_WITH_NULL_SHA")))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL);
  }

  @Test
  void withdrawnTlsCountsAsEncryptedHere() {
    List<Finding> findings =
        findings(
            flow(
                PRODUCT,
                "203.0.113.7",
                "protocol: TLS, protection: OBSOLETE, basis: PROVEN, version: TLS 1.0"));
    assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.PASS);
    assertThat(findings.getFirst().covers()).containsExactly("setup");
  }

  @Test
  void whatIsOnlyInferredToBeEncryptedIsOpen() {
    assertThat(
            findings(
                flow(
                    PRODUCT,
                    "203.0.113.7",
                    "protocol: TLS, protection: ENCRYPTED, basis: INFERRED")))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void clearTextThatNothingProvesIsNoFail() {
    assertThat(
            findings(
                flow(
                    PRODUCT,
                    "203.0.113.7",
                    "protocol: HTTP, protection: CLEARTEXT, basis: ASSUMED")))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void theNeighboursClearTextIsNotTheProducts() {
    List<Finding> findings =
        findings(flow("02:00:00:00:00:07", "203.0.113.7", HTTP), flow(PRODUCT, "203.0.113.8", TLS));
    assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.PASS);
  }

  /** Nothing that was seen says anything, and that is said. */
  private static void open(List<Finding> findings) {
    assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void clearTextAtHomeIsNotJudgedHere() {
    open(findings(flow(PRODUCT, "192.168.1.1", HTTP)));
  }

  @Test
  void namesOfHostsAskedForAreLeftToTheProfile() {
    open(
        findings(
            flow(
                PRODUCT,
                "203.0.113.53",
                "protocol: DNS, protection: INFRASTRUCTURE, basis: PROVEN")));
  }

  @Test
  void aCaptureWithoutTheProductIsOpen() {
    assertThat(findings(flow("02:00:00:00:00:07", "203.0.113.7", TLS)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void withoutTheProductsAddressNobodyIsAccused() {
    String anonymous = CAPTURE.replace("{mac: [\"02:00:00:00:00:01\"]}", "{name: Lamp}");
    List<Finding> findings =
        CheckPage.findings(
            new EncryptedToServices(), anonymous + flow(PRODUCT, "203.0.113.7", HTTP));
    assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.INCONCLUSIVE);
    assertThat(findings.getFirst().settle()).contains("02:00:00:00:00:07");
  }
}
