package dev.plimsoll.capture.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocols by messages written by hand from their specifications. */
class ProtocolRecogniserTest {
  private final ProtocolRecogniser recogniser = new ProtocolRecogniser();

  @ParameterizedTest
  @CsvSource({
    // RFC 1035: a question for a.example
    "0001010000010000000000000161076578616d706c650000010001, DNS, INFRASTRUCTURE",
    // RFC 5905: a client
    "23000ae8 00000000 00000000 00000000 0000000000000000 0000000000000000"
        + " 0000000000000000 e000000000000000, NTP, INFRASTRUCTURE",
    // RFC 8489: a binding request
    "000100002112a442b7e7a701bc34d686fa87dfae, STUN, INFRASTRUCTURE",
    // RFC 8415: solicit with a client id and an elapsed time
    "01abcdef 0001000a00030001020304050607 00080002 0000, DHCPv6, INFRASTRUCTURE",
    // RFC 7252: GET with two path options
    "40011234 b3612e62 03666f6f, CoAP, CLEARTEXT",
    // RFC 1157: a question with a community
    "3026 020100 0406 7075626c6963 a019 020101 020100 020100 300e 300c 0608 2b06010201010500 0500,"
        + " SNMP, CLEARTEXT",
    // ASHRAE 135: who is
    "810b000c 0120ffff00ff1008, BACnet, CLEARTEXT",
    // KNXnet/IP: search request
    "06100201000e 0801c0a80001 0e57, KNXnet/IP, CLEARTEXT",
    // RFC 1350: read a file
    "0001 66772e62696e00 6f6374657400, TFTP, CLEARTEXT",
    // RFC 2608: a service request in English
    "02010000210000000000 0001 0002 656e 0000 0005 612e62 3a63 0000 0000 0000 0000, SLP, INFRASTRUCTURE"
  })
  void namesADatagram(String digits, String protocol, Protection protection) {
    Recognition said = recogniser.recognise(Talks.datagrams(Talks.hex(digits)));
    assertThat(said.protocol()).isEqualTo(protocol);
    assertThat(said.protection()).isEqualTo(protection);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "101a 0004 4d515454 04 c2 003c 0003 646576 0001 75 0006 736563726574, MQTT, CLEARTEXT",
    "0001 0000 0006 11 03 006b 0003, Modbus, CLEARTEXT",
    "0564 05 c9 0300 0400 bd71, DNP3, CLEARTEXT",
    "0300 0016 11e0 0000 0001 00 c0010a c1020100 c2020102 0300 0019 02f080"
        + " 32010000 0100 0008 0000 f000 0001 0001 01e0, S7, CLEARTEXT",
    "6500 0400 00000000 00000000 0000000000000000 00000000 01000000, EtherNet/IP, CLEARTEXT",
    "680407000000, IEC 60870-5-104, CLEARTEXT",
    "fffd01 fffb1f, Telnet, CLEARTEXT",
    "414d5150 00 010000, AMQP, CLEARTEXT",
    "ffffffffffffffffffffffffffffffff 0013 04, BGP, INFRASTRUCTURE",
  })
  void namesAStream(String digits, String protocol, Protection protection) {
    Recognition said = recogniser.recognise(Talks.stream(Talks.hex(digits), new byte[0]));
    assertThat(said.protocol()).isEqualTo(protocol);
    assertThat(said.protection()).isEqualTo(protection);
  }

  @Test
  void readsTheHostAndHidesThePassword() {
    String request =
        "POST /login HTTP/1.1\r\nHost: cam.example:8080\r\n\r\nuser=anna&password=hunter2&go=1";
    Recognition said = recogniser.recognise(Talks.stream(Talks.ascii(request), new byte[0]));
    assertThat(said.protocol()).isEqualTo("HTTP");
    assertThat(said.protection()).isEqualTo(Protection.CLEARTEXT);
    assertThat(said.serverName()).isEqualTo("cam.example");
    assertThat(said.findings()).contains("credentials");
    assertThat(said.excerpt()).contains("password=***&go=1").doesNotContain("hunter2");
    assertThat(said.settled()).isTrue();
  }

  @Test
  void hidesWhatAuthorises() {
    String request =
        "GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Basic YTpi\r\nCookie: sid=77aa\r\n\r\n";
    String excerpt =
        recogniser.recognise(Talks.stream(Talks.ascii(request), new byte[0])).excerpt();
    assertThat(excerpt).contains("Authorization: ***").doesNotContain("YTpi", "77aa");
  }

  @Test
  void mqttLoginIsACredential() {
    byte[] connect =
        Talks.hex("101a 0004 4d515454 04 c2 003c 0003 646576 0001 75 0006 736563726574");
    Recognition said = recogniser.recognise(Talks.stream(connect, new byte[0]));
    assertThat(said.version()).isEqualTo("MQTT 3.1.1");
    assertThat(said.findings()).contains("credentials");
    assertThat(said.excerpt()).isNull();
  }

  @Test
  void obfuscationIsNoEncryption() {
    byte[] clear = Talks.ascii("{\"system\":{\"get_sysinfo\":{}}}");
    byte[] hidden = new byte[clear.length];
    int key = 171;
    for (int i = 0; i < clear.length; i++) {
      hidden[i] = (byte) (clear[i] ^ key);
      key = hidden[i] & 0xff;
    }
    Recognition said = recogniser.recognise(Talks.datagrams(hidden));
    assertThat(said.protocol()).isEqualTo("Kasa");
    assertThat(said.protection()).isEqualTo(Protection.BROKEN);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
  }

  @Test
  void privateSnmpIsEncryptedAndOtherIsNot() {
    String head = "020103 300d 020101 0202 05dc 0401 %s 020103";
    String rest = "0400 3000";
    byte[] sealed = Talks.hex("3016" + head.formatted("03") + rest);
    byte[] open = Talks.hex("3016" + head.formatted("01") + rest);
    assertThat(recogniser.recognise(Talks.datagrams(sealed)).protection())
        .isEqualTo(Protection.ENCRYPTED);
    assertThat(recogniser.recognise(Talks.datagrams(open)).protection())
        .isEqualTo(Protection.CLEARTEXT);
  }

  @Test
  void wireGuardByItsHandshake() {
    byte[] first = new byte[148];
    new Random(3).nextBytes(first);
    first[0] = 1;
    first[1] = first[2] = first[3] = 0;
    byte[] second = new byte[92];
    new Random(4).nextBytes(second);
    second[0] = 2;
    second[1] = second[2] = second[3] = 0;
    Recognition said = recogniser.recognise(Talks.turns(first, second));
    assertThat(said.protocol()).isEqualTo("WireGuard");
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
  }

  @Test
  void firstVersionOfSshIsWithdrawn() {
    Recognition old =
        recogniser.recognise(Talks.stream(Talks.ascii("SSH-1.5-x\n"), Talks.ascii("SSH-1.5-y\n")));
    assertThat(old.protection()).isEqualTo(Protection.OBSOLETE);
    assertThat(old.findings()).contains("ssh1");
  }

  @Test
  void protectedPacketsThatReadAreNotEncrypted() {
    byte[] text = Talks.ascii("\1\2\3\4\0\0\0\1" + "temperature=21.5;".repeat(8));
    assertThat(recogniser.recognise(Talks.ip(50, text)).protection()).isEqualTo(Protection.BROKEN);
    byte[] noise = new byte[200];
    new Random(5).nextBytes(noise);
    assertThat(recogniser.recognise(Talks.ip(50, noise)).protection())
        .isEqualTo(Protection.ENCRYPTED);
  }

  @Test
  void randomBytesProveNothing() {
    byte[] noise = new byte[4000];
    for (int seed = 0; seed < 200; seed++) {
      new Random(seed).nextBytes(noise);
      Recognition stream = recogniser.recognise(Talks.stream(noise.clone(), noise.clone()));
      Recognition datagram = recogniser.recognise(Talks.datagrams(noise.clone(), noise.clone()));
      assertThat(stream.protection()).isNotEqualTo(Protection.ENCRYPTED);
      assertThat(datagram.protection()).isNotEqualTo(Protection.ENCRYPTED);
    }
  }

  @Test
  void textIsReadableWhateverItsPort() {
    Recognition said =
        recogniser.recognise(
            Talks.datagrams(Talks.ascii("state=on;power=42W;serial=A1B2C3;uptime=86400\n")));
    assertThat(said.protection()).isEqualTo(Protection.CLEARTEXT);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
  }

  /** A client that tells no more than it must: largest precision, only the time that it sends. */
  @Test
  void knowsAClientThatHidesItsClock() {
    byte[] request = new byte[48];
    request[0] = 0x23;
    request[2] = 6;
    request[3] = 32;
    request[40] = 0x1c;
    assertThat(recogniser.recognise(Talks.datagrams(request)).protocol()).isEqualTo("NTP");
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "7"})
  void seesThroughTextWithTurnedBits(int bits) {
    byte[] text =
        Talks.ascii("<status value=\"on\" /><code value=\"1020\" /><id value=\"74DA38\" />");
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) Integer.rotateRight((text[i] & 0xff) * 0x01010101, bits);
    }
    Recognition said = recogniser.recognise(Talks.datagrams(text));
    assertThat(said.protection()).isEqualTo(Protection.BROKEN);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
    assertThat(said.findings()).contains("obfuscated");
  }

  @Test
  void seesThroughTextCombinedWithOneByte() {
    byte[] text = Talks.ascii("temperature = 21.5 and the door of the house is open since noon");
    for (int i = 0; i < text.length; i++) {
      text[i] ^= (byte) 0xa7;
    }
    assertThat(recogniser.recognise(Talks.datagrams(text)).protection())
        .isEqualTo(Protection.BROKEN);
  }

  /** Random bytes, zeros and ramps are no text in any disguise. */
  @Test
  void seesNoTextInWhatIsNone() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[40 + random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(recogniser.recognise(Talks.datagrams(bytes)).protection())
          .isNotEqualTo(Protection.BROKEN);
    }
    byte[] ramp = new byte[200];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (0x80 | i % 11);
    }
    byte[] message = Talks.hex("002a" + "0000".repeat(14) + "0102030405060708090a0b0c0d0e0f10");
    assertThat(recogniser.recognise(Talks.datagrams(message)).findings())
        .doesNotContain("obfuscated");
    assertThat(recogniser.recognise(Talks.datagrams(ramp)).findings()).doesNotContain("obfuscated");
  }

  /**
   * RFC 6455 section 5.2: two frames each, masked by the client, with payload that does not read.
   */
  @Test
  void knowsWebSocketFramesMidway() {
    byte[] client = Talks.hex("8283 01020304 f0e1d2 8284 0a0b0c0d 91a2b3c4");
    byte[] server = Talks.hex("8203 f1e2d3 8202 9f8e");
    Recognition said = recogniser.recognise(Talks.midway(client, server));
    assertThat(said.protocol()).isEqualTo("WebSocket");
    assertThat(said.protection()).isEqualTo(Protection.UNKNOWN);
  }

  @Test
  void readsWebSocketFramesMidway() {
    byte[] client = Talks.hex("8184 00000000 74727565 8184 00000000 7a65726f");
    byte[] server = Talks.hex("8104 6e6f6e65 8102 6f6b");
    assertThat(recogniser.recognise(Talks.midway(client, server)).protection())
        .isEqualTo(Protection.CLEARTEXT);
  }

  /**
   * OASIS MQTT 3.1.1 section 3.8: a subscription holds a topic; bytes that only look like one do
   * not.
   */
  @Test
  void takesNoSubscriptionWithoutATopic() {
    byte[] masked = Talks.hex("82ca7f668a15b8569ee26ec68a16acaf1a6f09668a15cdd133892856");
    assertThat(recogniser.recognise(Talks.midway(masked, new byte[0])).protocol())
        .isNotEqualTo("MQTT");
    byte[] subscription = Talks.hex("820a 0001 0005 612f622f63 00 820a 0002 0005 612f622f64 00");
    assertThat(recogniser.recognise(Talks.midway(subscription, new byte[0])).protocol())
        .isEqualTo("MQTT");
  }

  @Test
  void hidesWhoSomebodyIs() {
    String request =
        "POST /up HTTP/1.1\r\nHost: toy.example\r\n\r\nchild_name=Mia&to=anna.k@mail.example&serial=Q-881&n=1";
    assertThat(recogniser.recognise(Talks.stream(Talks.ascii(request), new byte[0])).excerpt())
        .contains("POST /up", "***", "n=1")
        .doesNotContain("Mia", "anna", "k@", "881");
  }
}
