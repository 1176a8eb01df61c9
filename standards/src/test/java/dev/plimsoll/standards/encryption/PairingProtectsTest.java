package dev.plimsoll.standards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingProtectsTest {

  private static List<Finding> findings(String more, String... links) {
    StringBuilder yaml =
        new StringBuilder(
            """
            product: {mac: ["02:00:00:00:00:01"]}
            evidence:
            """);
    yaml.append(more)
        .append("  - file: air.pcap\n    as: capture\n    at: 2026-11-10\n    seen:\n");
    for (String link : links) {
      yaml.append("      - RadioLink: {frame: 3, reason: so, ").append(link).append("}\n");
    }
    return CheckPage.findings(new PairingProtects(), yaml.toString());
  }

  @Test
  void aNetworkKeySentReadableFailsThoughTheFramesAreEncrypted() {
    assertThat(
            findings(
                "",
                "technology: Zigbee, grade: WEAK, protection: ENCRYPTED, findings: [network_key_in_clear]"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
          assertThat(finding.cites()).isEqualTo("MSS-A.2");
        });
  }

  @Test
  void aPublishedKeyOfOneNetworkAmongSeveralIsNotHeldAgainstTheProduct() {
    assertThat(
            findings(
                "",
                "technology: Zigbee, grade: WEAK, protection: BROKEN, findings: [published_link_key]",
                "technology: Zigbee, grade: NO_PAIRING_SEEN, protection: INFRASTRUCTURE"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aLinkOfOtherDevicesIsNotHeldAgainstTheProduct() {
    assertThat(
            findings(
                "",
                "technology: Zigbee, grade: WEAK, findings: [published_link_key], ends: [\"02:00:00:00:00:99\"]"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void justWorksAloneStaysOpen() {
    assertThat(
            findings(
                "",
                "technology: Bluetooth LE, grade: WEAK, model: JustWorks, protection: ENCRYPTED"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aTestWithAStrangersDeviceSettlesWhatWeakPairingLeavesOpen() {
    String record =
        "  - file: r.yaml\n    as: record\n    at: 2026-11-10\n    seen:\n"
            + "      - TestRecord: {test: radio-stranger, outcome: refused, present: true}\n";
    assertThat(findings(record, "technology: Bluetooth LE, grade: WEAK, protection: BROKEN"))
        .isEmpty();
  }

  @Test
  void strongPairingDoesNotExcuseValuesSentBeforeIt() {
    assertThat(
            findings(
                "",
                "technology: Bluetooth LE, grade: STRONG, protection: ENCRYPTED, findings: [values_before_encryption]"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void strongPairingSupportsAPassButAccountsForNothingAlone() {
    assertThat(findings("", "technology: Bluetooth LE, grade: STRONG, protection: ENCRYPTED"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
          assertThat(finding.covers()).isEmpty();
        });
  }

  @Test
  void wifiIsNoMatterOfThisRequirement() {
    assertThat(findings("", "technology: Wi-Fi, grade: WEAK, protection: CLEARTEXT")).isEmpty();
  }
}
