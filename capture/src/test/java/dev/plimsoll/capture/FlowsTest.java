package dev.plimsoll.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.CaptureSummary.Station;
import dev.plimsoll.model.observation.Flow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Flows: who is the client, what belongs together, what is kept. */
final class FlowsTest {
  private static final byte[] OPEN = Wire.up(100, 0, Wire.SYN, "");
  private static final byte[] ANSWER = Wire.down(500, 101, Wire.SYN | Wire.ACK, "");

  @Test
  void putsAConnectionTogether() {
    Flow flow =
        Readings.flows(
                OPEN,
                ANSWER,
                Wire.up(101, 501, Wire.PSH_ACK, "ques"),
                Wire.up(105, 501, Wire.PSH_ACK, "tion"),
                Wire.down(501, 109, Wire.PSH_ACK, "answer"))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo("question|answer");
    assertThat(flow.protocol()).isEqualTo("WHOLE");
    assertThat(Readings.line(flow)).isEqualTo("TCP 10.0.0.1 40000 > 10.0.0.2 80");
    assertThat(flow.client().mac()).isEqualTo(Wire.MAC_A);
    assertThat(flow.server().mac()).isEqualTo(Wire.MAC_B);
    assertThat(flow.packets()).isEqualTo(5);
    assertThat(flow.payload()).isEqualTo(14);
    assertThat(flow.bytes()).isEqualTo(5 * 54 + 14);
    assertThat(flow.place()).isEqualTo(Place.frames("test.pcap", 1, 5));
    assertThat(flow.findings()).isEmpty();
  }

  @Test
  void takesTheAnsweredEndForTheClient() {
    assertThat(Readings.flows(ANSWER, Wire.down(501, 101, Wire.PSH_ACK, "hi")))
        .extracting(Readings::line)
        .containsExactly("TCP 10.0.0.1 40000 > 10.0.0.2 80");
  }

  @Test
  void takesTheFirstSpeakerForTheClientOfAPart() {
    Flow flow = Readings.flows(Wire.down(501, 101, Wire.PSH_ACK, "late")).getFirst();
    assertThat(Readings.line(flow)).isEqualTo("TCP 10.0.0.2 80 > 10.0.0.1 40000");
    assertThat(flow.protocol()).isEqualTo("PART");
    assertThat(flow.excerpt()).isEqualTo("late|");
  }

  @Test
  void putsSegmentsInOrder() {
    List<byte[]> segments = new ArrayList<>();
    String text = "the quick brown fox jumps over the lazy dog";
    for (int i = 0; i < text.length(); i += 3) {
      String part = text.substring(i, Math.min(text.length(), i + 3));
      segments.add(Wire.up(101 + i, 501, Wire.PSH_ACK, part));
      segments.add(Wire.up(101 + i, 501, Wire.PSH_ACK, part));
    }
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(segments, random);
      List<byte[]> frames = new ArrayList<>(List.of(OPEN, ANSWER));
      frames.addAll(segments);
      Flow flow = Readings.flows(frames.toArray(byte[][]::new)).getFirst();
      assertThat(flow.excerpt()).isEqualTo(text + "|");
      assertThat(flow.findings()).isEmpty();
    }
  }

  @Test
  void keepsTheFirstCopyAndNotesTheOther() {
    Flow flow =
        Readings.flows(
                OPEN,
                Wire.up(101, 501, Wire.PSH_ACK, "GET /open"),
                Wire.up(105, 501, Wire.PSH_ACK, "/hideXY"))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo("GET /openXY|");
    assertThat(flow.findings()).containsExactly("overlap_conflict");
  }

  @Test
  void doesNotTakeAKeepAliveForAConflict() {
    Flow flow =
        Readings.flows(
                OPEN, Wire.up(101, 501, Wire.PSH_ACK, "GET /"), Wire.up(105, 501, Wire.ACK, "\0"))
            .getFirst();
    assertThat(flow.findings()).isEmpty();
  }

  @Test
  void showsWhatFollowsALossBehindAGap() {
    Flow flow =
        Readings.flows(
                OPEN,
                Wire.up(101, 501, Wire.PSH_ACK, "before"),
                Wire.up(1107, 501, Wire.PSH_ACK, "behind"))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo("before~behind|");
  }

  @Test
  void countsSequenceNumbersThroughZero() {
    Flow flow =
        Readings.flows(
                Wire.up(0xfffffffeL, 0, Wire.SYN, ""),
                Wire.up(0xffffffffL, 1, Wire.PSH_ACK, "ab"),
                Wire.up(1, 1, Wire.PSH_ACK, "cd"))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo("abcd|");
  }

  @Test
  void tellsReusedPortsApart() {
    byte[] again = Wire.up(9000, 0, Wire.SYN, "");
    List<Flow> flows =
        Readings.flows(
            OPEN,
            ANSWER,
            Wire.up(101, 501, Wire.PSH_ACK, "one"),
            Wire.up(104, 501, Wire.FIN | Wire.ACK, ""),
            again,
            Wire.up(9001, 1, Wire.PSH_ACK, "two"));
    assertThat(flows).extracting(Flow::excerpt).containsExactly("one|", "two|");
    assertThat(flows).extracting(Flow::packets).containsExactly(4L, 2L);
  }

  @Test
  void takesAttemptsAndTheConnectionForOneFlow() {
    assertThat(
            Readings.flows(
                OPEN,
                Wire.down(0, 101, Wire.RST | Wire.ACK, ""),
                Wire.up(7000, 0, Wire.SYN, ""),
                Wire.up(7001, 1, Wire.PSH_ACK, "now")))
        .extracting(Flow::excerpt)
        .containsExactly("now|");
  }

  @Test
  void takesALateSynForTheSameConnection() {
    Flow flow = Readings.flows(Wire.up(101, 501, Wire.PSH_ACK, "early"), OPEN, ANSWER).getFirst();
    assertThat(flow.excerpt()).isEqualTo("early|");
    assertThat(flow.packets()).isEqualTo(3);
    assertThat(flow.protocol()).isEqualTo("WHOLE");
  }

  @Test
  void joinsDirectionsWhateverTheirVlan() {
    byte[] there = Wire.ip4("10.0.0.1", "10.0.0.2", 17, Wire.udp(1, 2, Wire.text("a")));
    byte[] back = Wire.ip4("10.0.0.2", "10.0.0.1", 17, Wire.udp(2, 1, Wire.text("b")));
    Flow flow =
        Readings.flows(
                Wire.ethernet(0x8100, Wire.join(Wire.hex("00050800"), there)),
                Wire.ethernet(0x0800, back))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo(">a<b");
    assertThat(flow.vlan()).isEqualTo(5);
  }

  @Test
  void namesServersByTheAnswersThatTheClientHad() {
    byte[] message =
        Wire.join(
            Wire.hex("1234 8180 0001 0002 0000 0000"),
            Wire.dnsName("Time.Example.org"),
            Wire.hex("0001 0001"),
            Wire.hex("c00c 0005 0001 00000010"),
            Wire.u16(Wire.dnsName("edge.example.net").length),
            Wire.dnsName("edge.example.net"),
            Wire.dnsName("edge.example.net"),
            Wire.hex("0001 0001 00000010 0004 c6336407"));
    byte[] answer =
        Wire.ethernet(0x0800, Wire.ip4("10.0.0.53", "10.0.0.1", 17, Wire.udp(53, 5000, message)));
    assertThat(
            Readings.flows(
                Wire.datagram("10.0.0.1", 1, "198.51.100.7", 2, "before"),
                answer,
                Wire.datagram("10.0.0.1", 3, "198.51.100.7", 4, "after"),
                Wire.datagram("10.0.0.9", 3, "198.51.100.7", 4, "another")))
        .extracting(Flow::name)
        .containsExactly(null, null, "time.example.org", null);
  }

  @Test
  void saysWhichStationsSpoke() {
    byte[] arp = Wire.hex("0001 0800 06 04 0001 02000000000a c0000205 000000000000 c0000201");
    byte[] dhcp =
        Wire.join(
            Wire.hex("01010600 00000001 00000000"),
            new byte[16],
            Wire.hex("02000000000a"),
            new byte[202],
            Wire.hex("63825363 350101 0c08"),
            Wire.text("doorbell"),
            Wire.hex("ff"));
    byte[] discover = Wire.ip4("0.0.0.0", "255.255.255.255", 17, Wire.udp(68, 67, dhcp));
    Reading reading =
        Readings.read(
            Captures.pcap(
                List.of(
                    Wire.ethernet(0x0806, arp),
                    Wire.ethernet(0x0800, discover),
                    Wire.datagram("192.168.1.5", 1, "203.0.113.1", 2, "x"),
                    Wire.ethernet(
                        Wire.MAC_B,
                        Wire.MAC_A,
                        0x0800,
                        Wire.ip4("203.0.113.1", "192.168.1.5", 17, Wire.udp(2, 1, new byte[1]))))));
    assertThat(Readings.summary(reading).stations())
        .containsExactly(
            new Station(Wire.MAC_A, List.of("192.0.2.5", "192.168.1.5"), "doorbell", 3),
            new Station(Wire.MAC_B, List.of(), null, 1));
  }

  @Test
  void takesTheNameOfAStationFromMulticastDns() {
    byte[] message =
        Wire.join(
            Wire.hex("0000 8400 0000 0001 0000 0000"),
            Wire.dnsName("Lamp.local"),
            Wire.hex("0001 8001 00000078 0004 c0a80105"));
    byte[] frame =
        Wire.ethernet(
            0x0800, Wire.ip4("192.168.1.5", "224.0.0.251", 17, Wire.udp(5353, 5353, message)));
    Reading reading =
        Readings.read(
            Captures.pcap(
                List.of(frame, Wire.datagram("192.168.1.9", 1, "192.168.1.5", 2, "to the lamp"))));
    assertThat(Readings.summary(reading).stations().getFirst().name()).isEqualTo("lamp.local");
    assertThat(Readings.flows(reading)).extracting(Flow::name).containsExactly(null, "lamp.local");
  }

  @Test
  void writesAddressesInTheirCanonicalForm() {
    // RFC 5952 section 4.
    for (String address :
        List.of("::", "::1", "1::", "2001:db8::1:0:0:1", "2001:db8:0:1:1:1:1:1", "1:0:2::")) {
      byte[] packet = Wire.ip6(address, "fe80::9", 17, Wire.udp(1, 2, new byte[1]));
      assertThat(Readings.flows(Wire.ethernet(0x86dd, packet)).getFirst().client().address())
          .isEqualTo(address);
    }
  }
}
