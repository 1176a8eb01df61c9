package dev.plimsoll.standards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentCryptographyTest {

  private static List<Finding> findings(String... flows) {
    StringBuilder yaml =
        new StringBuilder(
            """
            product: {mac: ["02:00:00:00:00:01"]}
            evidence:
              - file: c.pcap
                as: capture
                at: 2026-11-10
                seen:
            """);
    for (String flow : flows) {
      yaml.append(
              "      - Flow: {frame: 3, client: {address: 192.168.1.9, mac: \"02:00:00:00:00:01\"}, server: {address: 203.0.113.7, port: 443}, ")
          .append(flow)
          .append("}\n");
    }
    return CheckPage.findings(new CurrentCryptography(), yaml.toString());
  }

  @Test
  void oneWithdrawnVersionFailsBesideCurrentOnes() {
    assertThat(
            findings(
                "protocol: TLS, protection: ENCRYPTED, basis: PROVEN, version: TLS 1.3",
                "protocol: TLS, protection: OBSOLETE, basis: PROVEN, version: TLS 1.1"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
  }

  @Test
  void theReasonNamesWhatWasNegotiated() {
    assertThat(
            findings(
                "protocol: TLS, protection: OBSOLETE, basis: PROVEN, version: TLS 1.0, cipher: TLS_RSA_WITH_AES_128_CBC_SHA"))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.reason()).contains("TLS 1.0 with TLS_RSA_WITH_AES_128_CBC_SHA"));
  }

  @Test
  void encryptionWithoutAHandshakeShowsNoVersion() {
    assertThat(findings("protocol: TLS, protection: ENCRYPTED, basis: PROVEN")).isEmpty();
  }

  @Test
  void clearTextIsNoCryptography() {
    assertThat(findings("protocol: HTTP, protection: CLEARTEXT, basis: PROVEN")).isEmpty();
  }

  @Test
  void aPassNamesTheHandshakes() {
    assertThat(findings("protocol: TLS, protection: ENCRYPTED, basis: PROVEN, version: TLS 1.2"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
          assertThat(finding.reason()).contains("TLS 1.2");
        });
  }
}
