package dev.plimsoll.standards.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.CheckPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedAccountTest {
  private static final String KNOWN = "scheme: md5crypt, cracked: common passwords, tried: 9";
  private static final String HASH = "scheme: sha512crypt, tried: 400, sha256: aa11";

  private static String rootfs(String file, String account) {
    return """
      - file: %s
        as: rootfs
        at: 2026-11-10
        seen:
          - Account: {inside: etc/shadow, line: 1, user: root, uid: 0, %s}
    """
        .formatted(file, account);
  }

  private static String service(String server, String protocol, String basis) {
    return """
      - file: scan.pcap
        as: capture
        at: 2026-11-10
        seen:
          - Flow: {frame: 7, client: {address: 192.168.1.20, mac: "02:00:00:00:00:99"},
              server: {address: 192.168.1.9, port: 23, mac: "%s"}, payload: 60, protocol: %s, basis: %s}
    """
        .formatted(server, protocol, basis);
  }

  private static List<Verdict> verdicts(String... evidence) {
    return findings(evidence).stream().map(Finding::verdict).toList();
  }

  private static List<Finding> findings(String... evidence) {
    return CheckPage.findings(
        new FixedAccount(),
        "product: {mac: [\"02:00:00:00:00:01\"]}\nevidence:\n" + String.join("", evidence));
  }

  private static String own(String protocol) {
    return service("02:00:00:00:00:01", protocol, "PROVEN");
  }

  @Test
  void aKnownPasswordWithoutAServiceStaysOpen() {
    assertThat(findings(rootfs("a", KNOWN)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(finding.settle()).contains("login-services");
        });
  }

  @Test
  void aKnownPasswordWithALoginServiceFails() {
    for (String protocol : List.of("Telnet", "SSH", "FTP")) {
      assertThat(verdicts(rootfs("a", KNOWN), own(protocol))).containsExactly(Verdict.FAIL);
    }
  }

  @Test
  void aServiceOfAnotherDeviceOrAnotherKindIsNoReason() {
    assertThat(verdicts(rootfs("a", KNOWN), service("02:00:00:00:00:77", "Telnet", "PROVEN")))
        .containsExactly(Verdict.INCONCLUSIVE);
    assertThat(verdicts(rootfs("a", KNOWN), own("HTTP"))).containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void aPortNumberIsNoService() {
    assertThat(verdicts(rootfs("a", KNOWN), service("02:00:00:00:00:01", "Telnet", "ASSUMED")))
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void anEmptyPasswordFailsWithTelnetAlone() {
    String empty = "scheme: none, cracked: empty passwords";
    assertThat(verdicts(rootfs("a", empty), own("SSH"))).containsExactly(Verdict.INCONCLUSIVE);
    assertThat(verdicts(rootfs("a", empty), own("Telnet"))).containsExactly(Verdict.FAIL);
  }

  @Test
  void anUnknownPasswordOfOneFileSystemStaysOpen() {
    assertThat(verdicts(rootfs("a", HASH), own("SSH"))).containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void theSameUnknownPasswordInTwoFailsWithAServiceAlone() {
    assertThat(verdicts(rootfs("a", HASH), rootfs("b", HASH), own("SSH")))
        .containsExactly(Verdict.FAIL, Verdict.FAIL);
    assertThat(verdicts(rootfs("a", HASH), rootfs("b", HASH))).containsOnly(Verdict.INCONCLUSIVE);
    assertThat(verdicts(rootfs("a", HASH), rootfs("b", HASH.replace("aa11", "bb22")), own("SSH")))
        .containsOnly(Verdict.INCONCLUSIVE);
  }
}
