package dev.plimsoll.capture.recognise.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.ProtocolRecogniser;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Talks;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS by the handshake of RFC 8448 section 3, and by hand-written variants of it. */
class TlsVectorTest {
  private static final String CLIENT_HELLO =
      """
      010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef
      6283024dece7000006130113031302010000910000000b000900000673657276
      6572ff01000100000a00140012001d0017001800190100010101020103010400
      230000003300260024001d002099381de560e4bd43d23d8e435a7dbafeb3c06e
      51c13cae4d5413691e529aaf2c002b0003020304000d0020001e040305030603
      020308040805080604010501060102010402050206020202002d00020101001c
      00024001
      """;

  private static final String SERVER_HELLO =
      """
      020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155
      772ed3e2692800130100002e00330024001d0020c9828876112095fe66762bdb
      f7c672e156d6cc253b833df1dd69b1b04e751f0f002b00020304
      """;

  /**
   * The certificate message of the same trace, as TLS 1.2 would send it: without its extensions.
   */
  private static final String CERTIFICATE =
      """
      308201ac30820115a003020102020102300d06092a864886f70d01010b050030
      0e310c300a06035504031303727361301e170d3136303733303031323335395a
      170d3236303733303031323335395a300e310c300a0603550403130372736130
      819f300d06092a864886f70d010101050003818d0030818902818100b4bb498f
      8279303d980836399b36c6988c0c68de55e1bdb826d3901a2461eafd2de49a91
      d015abbc9a95137ace6c1af19eaa6af98c7ced43120998e187a80ee0ccb0524b
      1b018c3e0b63264d449a6d38e22a5fda430846748030530ef0461c8ca9d9efbf
      ae8ea6d1d03e2bd193eff0ab9a8002c47428a6d35a8d88d79f7f1e3f02030100
      01a31a301830090603551d1304023000300b0603551d0f0404030205a0300d06
      092a864886f70d01010b050003818100
      """;

  private static byte[] record(int type, int version, byte[] body) {
    byte[] header = {(byte) type, 3, (byte) version, (byte) (body.length >> 8), (byte) body.length};
    return Talks.join(header, body);
  }

  private static byte[] oldHello(String version, String suite) {
    return Talks.hex("02000026" + version + "00".repeat(32) + "00" + suite + "00");
  }

  private static Recognition recognise(byte[] client, byte[] server) {
    return new ProtocolRecogniser().recognise(Talks.stream(client, server));
  }

  @Test
  void readsTheRealVersionAndSuite() {
    Recognition said =
        recognise(record(22, 1, Talks.hex(CLIENT_HELLO)), record(22, 3, Talks.hex(SERVER_HELLO)));
    assertThat(said.protocol()).isEqualTo("TLS");
    assertThat(said.version()).isEqualTo("TLS 1.3");
    assertThat(said.cipher()).isEqualTo("TLS_AES_128_GCM_SHA256");
    assertThat(said.serverName()).isEqualTo("server");
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
    assertThat(said.deciding()).containsExactly(1L, 2L);
    assertThat(said.settled()).isTrue();
  }

  @Test
  void helloWithoutAnswerProvesNothing() {
    Recognition said = recognise(record(22, 1, Talks.hex(CLIENT_HELLO)), new byte[0]);
    assertThat(said.protection()).isEqualTo(Protection.UNKNOWN);
    assertThat(said.findings()).contains("no_server_hello");
  }

  @Test
  void helloAnsweredByAnAlertProvesNothing() {
    Recognition said =
        recognise(record(22, 1, Talks.hex(CLIENT_HELLO)), Talks.hex("15 0303 0002 0228"));
    assertThat(said.protection()).isEqualTo(Protection.UNKNOWN);
    assertThat(said.findings()).contains("handshake_failed");
  }

  @ParameterizedTest
  @CsvSource({
    "0303, c02f, ENCRYPTED, TLS 1.2, ''",
    "0303, 009c, ENCRYPTED, TLS 1.2, no_fs",
    "0303, 003c, ENCRYPTED, TLS 1.2, cbc",
    "0303, 0005, BROKEN, TLS 1.2, weak_cipher",
    "0303, 000a, BROKEN, TLS 1.2, weak_cipher",
    "0303, 003b, BROKEN, TLS 1.2, weak_cipher",
    "0303, 0018, BROKEN, TLS 1.2, weak_cipher",
    "0302, c013, OBSOLETE, TLS 1.1, old_version",
    "0301, 002f, OBSOLETE, TLS 1.0, old_version",
    "0301, 0004, BROKEN, TLS 1.0, weak_cipher",
    "0300, 0035, BROKEN, SSL 3.0, old_version"
  })
  void judgesByVersionAndSuite(
      String version, String suite, Protection protection, String name, String finding) {
    Recognition said =
        recognise(record(22, 1, Talks.hex(CLIENT_HELLO)), record(22, 3, oldHello(version, suite)));
    assertThat(said.protection()).isEqualTo(protection);
    assertThat(said.version()).isEqualTo(name);
    if (!finding.isEmpty()) {
      assertThat(said.findings()).contains(finding);
    }
  }

  @Test
  void seesThatACertificateWasAcceptedThatNamesAnotherHost() {
    byte[] certificate = Talks.hex(CERTIFICATE);
    byte[] whole = Arrays.copyOf(certificate, 432); // the signature is not looked at
    byte[] message = Talks.join(Talks.hex("0b0001b6 0001b3 0001b0"), whole);
    byte[] server =
        Talks.join(
            record(22, 3, oldHello("0303", "c02f")),
            record(22, 3, message),
            Talks.hex("14 0303 0001 01"));
    byte[] client =
        Talks.join(record(22, 1, Talks.hex(CLIENT_HELLO)), Talks.hex("14 0303 0001 01"));
    assertThat(recognise(client, server).findings())
        .contains("self_signed", "cert_mismatch", "cert_small_key", "cert_accepted")
        .doesNotContain("cert_expired", "cert_sha1");
  }

  @Test
  void readsTheCertificateOfTheTrace() {
    Certificate read =
        Objects.requireNonNull(
            Certificate.read(Octets.of(Arrays.copyOf(Talks.hex(CERTIFICATE), 432))));
    assertThat(read.names()).containsExactly("rsa");
    assertThat(read.keyBits()).isEqualTo(1024);
    assertThat(read.from()).isEqualTo(1469841839L); // 2016-07-30T01:23:59Z
    assertThat(read.until()).isEqualTo(1785374639L); // 2026-07-30T01:23:59Z
  }

  @Test
  void followsTheUpgradeOfAMailConversation() {
    byte[] client =
        Talks.join(
            Talks.ascii("EHLO device\r\nSTARTTLS\r\n"), record(22, 1, Talks.hex(CLIENT_HELLO)));
    byte[] server =
        Talks.join(
            Talks.ascii("220 mail ESMTP\r\n250 STARTTLS\r\n220 go on\r\n"),
            record(22, 3, Talks.hex(SERVER_HELLO)));
    Recognition said = recognise(client, server);
    assertThat(said.protocol()).isEqualTo("SMTP");
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
    assertThat(said.findings()).contains("starttls");
  }

  @Test
  void recordsInTheMiddleOfAConnectionShowTheVersion() {
    byte[] noise = new byte[200];
    new Random(7).nextBytes(noise);
    byte[] data = Talks.join(record(23, 3, noise), record(23, 3, noise), record(23, 3, noise));
    Recognition said = new ProtocolRecogniser().recognise(Talks.midway(data, data));
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
    byte[] old = Talks.join(record(23, 1, noise), record(23, 1, noise), record(23, 1, noise));
    assertThat(new ProtocolRecogniser().recognise(Talks.midway(old, old)).protection())
        .isEqualTo(Protection.OBSOLETE);
  }

  @Test
  void recordsWithReadableContentAreNotEncrypted() {
    byte[] text = Talks.ascii("POST /telemetry HTTP/1.1\r\nHost: a.example\r\n\r\n{\"t\":21.5}");
    byte[] data = Talks.join(record(23, 3, text), record(23, 3, text));
    assertThat(recognise(data, data).protection()).isEqualTo(Protection.BROKEN);
  }

  @Test
  void readsDatagramHellos() {
    byte[] body = Talks.hex("fefd" + "00".repeat(32) + "00" + "c02b" + "00");
    byte[] server =
        Talks.join(Talks.hex("16 fefd 0000 000000000000 0032 02 000026 0000 000000 000026"), body);
    Recognition said = new ProtocolRecogniser().recognise(Talks.turns(server));
    assertThat(said.protocol()).isEqualTo("DTLS");
    assertThat(said.version()).isEqualTo("DTLS 1.2");
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
  }
}
