package dev.plimsoll.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.observation.Flow;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between the first byte of a frame and the transport. */
final class LayersTest {
  private static final byte[] UDP = Wire.udp(1000, 2000, Wire.text("hello"));
  private static final byte[] IP4 = Wire.ip4("10.0.0.1", "10.0.0.2", 17, UDP);
  private static final byte[] IP6 = Wire.ip6("fe80::1", "2001:db8::2", 17, UDP);
  private static final String FLOW4 = "UDP 10.0.0.1 1000 > 10.0.0.2 2000";
  private static final String FLOW6 = "UDP fe80::1 1000 > 2001:db8::2 2000";

  /** Link type, frame, flow. */
  static Stream<Arguments> links() {
    byte[] snap = Wire.hex("aaaa03 000000 0800");
    byte[] wifi = Wire.hex("0801 0000 020000000001 02000000000a 02000000000b 1000");
    byte[] qos = Wire.hex("8802 0000 020000000001 02000000000b 02000000000a 1000 0000");
    byte[] radiotap = Wire.hex("0000 0900 02000000 10");
    byte[] padded = Wire.hex("0000 0900 02000000 20");
    return Stream.of(
        Arguments.of(0, Wire.join(Wire.hex("02000000"), IP4), FLOW4),
        Arguments.of(0, Wire.join(Wire.hex("0000001e"), IP6), FLOW6),
        Arguments.of(9, Wire.join(Wire.hex("0021"), IP4), FLOW4),
        Arguments.of(9, Wire.join(Wire.hex("ff030057"), IP6), FLOW6),
        Arguments.of(9, Wire.join(Wire.hex("0f000800"), IP4), FLOW4),
        Arguments.of(12, IP4, FLOW4),
        Arguments.of(101, IP6, FLOW6),
        Arguments.of(228, IP4, FLOW4),
        Arguments.of(229, IP6, FLOW6),
        Arguments.of(113, Wire.join(Wire.hex("0000 0001 0006 02000000000a 0000 0800"), IP4), FLOW4),
        Arguments.of(
            276,
            Wire.join(Wire.hex("86dd 0000 00000002 0001 00 06 02000000000a 0000"), IP6),
            FLOW6),
        Arguments.of(105, Wire.join(wifi, snap, IP4), FLOW4),
        Arguments.of(127, Wire.join(radiotap, qos, snap, IP4), FLOW4),
        Arguments.of(127, Wire.join(padded, qos, new byte[2], snap, IP4), FLOW4),
        Arguments.of(192, Wire.join(Wire.hex("0000 0800 69000000"), wifi, snap, IP4), FLOW4));
  }

  @ParameterizedTest
  @MethodSource("links")
  void readsLinks(int link, byte[] frame, String flow) {
    byte[] file = Captures.pcap(List.of(frame), link, ByteOrder.LITTLE_ENDIAN, false);
    List<Flow> flows = Readings.flows(Readings.read(file));
    assertThat(flows).extracting(Readings::line).containsExactly(flow);
    assertThat(flows.getFirst().excerpt()).isEqualTo(">hello");
  }

  /** Ethernet type, payload, flow. */
  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(0x8100, Wire.join(Wire.hex("0005 0800"), IP4), FLOW4),
        Arguments.of(0x88a8, Wire.join(Wire.hex("0005 8100 0006 86dd"), IP6), FLOW6),
        Arguments.of(0x8847, Wire.join(Wire.hex("00010040 00020140"), IP4), FLOW4),
        Arguments.of(
            0x8847, Wire.join(Wire.hex("00010140 00000000"), Wire.ethernet(0x0800, IP4)), FLOW4),
        Arguments.of(0x8864, Wire.join(Wire.hex("1100 0001 0023 0021"), IP4), FLOW4),
        Arguments.of(0x8864, Wire.join(Wire.hex("1100 0001 0023 57"), IP6), FLOW6),
        Arguments.of(50, Wire.join(Wire.hex("aaaa03 000000 0800"), IP4), FLOW4));
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsTagsAndLabels(int type, byte[] payload, String flow) {
    assertThat(Readings.flows(Wire.ethernet(type, payload)))
        .extracting(Readings::line)
        .containsExactly(flow);
  }

  /** IP protocol, payload, flow. */
  static Stream<Arguments> tunnels() {
    byte[] inner = Wire.ethernet(0x0800, IP4);
    byte[] gtp = Wire.join(Wire.hex("30ff 0021 00000001"), IP4);
    byte[] gtpLong = Wire.join(Wire.hex("34ff 0029 00000001 0000 00 85 01 0010 00"), IP4);
    return Stream.of(
        Arguments.of(4, IP4, FLOW4),
        Arguments.of(41, IP6, FLOW6),
        Arguments.of(47, Wire.join(Wire.hex("0000 0800"), IP4), FLOW4),
        Arguments.of(47, Wire.join(Wire.hex("b000 86dd 00000000 00000001 00000002"), IP6), FLOW6),
        Arguments.of(47, Wire.join(Wire.hex("2000 6558 00000001"), inner), FLOW4),
        Arguments.of(
            47, Wire.join(Wire.hex("3081 880b 0021 0001 00000001 00000002 ff030021"), IP4), FLOW4),
        Arguments.of(47, Wire.join(Wire.hex("1000 88be 00000001 1000000000000000"), inner), FLOW4),
        Arguments.of(
            17, Wire.udp(55000, 4789, Wire.join(Wire.hex("08000000 00000100"), inner)), FLOW4),
        Arguments.of(
            17, Wire.udp(55000, 6081, Wire.join(Wire.hex("00006558 00000100"), inner)), FLOW4),
        Arguments.of(17, Wire.udp(2152, 2152, gtp), FLOW4),
        Arguments.of(17, Wire.udp(2152, 2152, gtpLong), FLOW4));
  }

  @ParameterizedTest
  @MethodSource("tunnels")
  void reportsWhatIsInsideTunnels(int protocol, byte[] payload, String flow) {
    byte[] outer = Wire.ip4("192.0.2.1", "192.0.2.2", protocol, payload);
    assertThat(Readings.flows(Wire.ethernet(0x0800, outer)))
        .extracting(Readings::line)
        .containsExactly(flow);
    byte[] outer6 = Wire.ip6("2001:db8::a", "2001:db8::b", protocol, payload);
    assertThat(Readings.flows(Wire.ethernet(0x86dd, outer6)))
        .extracting(Readings::line)
        .containsExactly(flow);
  }

  @Test
  void reportsTheOuterFlowWhereNothingIsInside() {
    byte[] notVxlan = Wire.ip4("10.0.0.1", "10.0.0.2", 17, Wire.udp(1, 4789, Wire.text("hello")));
    byte[] gre = Wire.ip4("10.0.0.1", "10.0.0.2", 47, Wire.hex("0000 1234 0000"));
    assertThat(Readings.flows(Wire.ethernet(0x0800, notVxlan), Wire.ethernet(0x0800, gre)))
        .extracting(Readings::line)
        .containsExactly("UDP 10.0.0.1 1 > 10.0.0.2 4789", "GRE 10.0.0.1 > 10.0.0.2");
  }

  @Test
  void endsAtADepth() {
    byte[] packet = IP4;
    for (int i = 0; i < 100; i++) {
      packet = Wire.ip4("192.0.2.1", "192.0.2.2", 4, packet);
    }
    assertThat(Readings.flows(Wire.ethernet(0x0800, packet))).isEmpty();
  }

  @Test
  void stepsOverExtensionHeaders() {
    byte[] hops = Wire.join(new byte[] {60, 0}, new byte[6]);
    byte[] options = Wire.join(new byte[] {17, 1}, new byte[14]);
    byte[] packet = Wire.ip6("fe80::1", "2001:db8::2", 0, Wire.join(hops, options, UDP));
    assertThat(Readings.flows(Wire.ethernet(0x86dd, packet)))
        .extracting(Readings::line)
        .containsExactly(FLOW6);
  }

  @Test
  void namesOtherProtocols() {
    assertThat(
            Readings.flows(
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 1, Wire.hex("0800"))),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.2", "10.0.0.1", 1, Wire.hex("0000"))),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "224.0.0.22", 2, new byte[8])),
                Wire.ethernet(0x86dd, Wire.ip6("fe80::1", "ff02::1", 58, new byte[8])),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 50, new byte[40])),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 253, new byte[40]))))
        .extracting(Readings::line)
        .containsExactly(
            "ICMP 10.0.0.1 > 10.0.0.2",
            "IGMP 10.0.0.1 > 224.0.0.22",
            "ICMPV6 fe80::1 > ff02::1",
            "ESP 10.0.0.1 > 10.0.0.2",
            "IP-253 10.0.0.1 > 10.0.0.2");
  }

  @Test
  void joinsFragmentsInAnyOrder() {
    byte[] whole = Wire.udp(1000, 2000, Wire.text("abcdefghijklmnopqrstuvwxyz"));
    byte[] first = java.util.Arrays.copyOfRange(whole, 0, 16);
    byte[] second = java.util.Arrays.copyOfRange(whole, 16, 24);
    byte[] third = java.util.Arrays.copyOfRange(whole, 24, 34);
    Flow flow =
        Readings.flows(
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 3, third)),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2000, first)),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2002, second)))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo(">abcdefghijklmnopqrstuvwxyz");
    assertThat(flow.packets()).isEqualTo(3);
    assertThat(flow.payload()).isEqualTo(26);
    assertThat(flow.findings()).isEmpty();
  }

  @Test
  void joinsFragmentsOfVersion6() {
    byte[] whole = Wire.udp(1000, 2000, Wire.text("abcdefgh"));
    byte[] one = Wire.join(Wire.hex("1100 0001 00000007"), java.util.Arrays.copyOf(whole, 8));
    byte[] two =
        Wire.join(Wire.hex("1100 0008 00000007"), java.util.Arrays.copyOfRange(whole, 8, 16));
    assertThat(
            Readings.flows(
                Wire.ethernet(0x86dd, Wire.ip6("fe80::1", "fe80::2", 44, one)),
                Wire.ethernet(0x86dd, Wire.ip6("fe80::1", "fe80::2", 44, two))))
        .extracting(Flow::excerpt)
        .containsExactly(">abcdefgh");
  }

  @Test
  void notesFragmentsThatContradictEachOther() {
    byte[] whole = Wire.udp(1000, 2000, Wire.text("abcdefghABCDEFGH"));
    byte[] first = java.util.Arrays.copyOfRange(whole, 0, 16);
    byte[] last = java.util.Arrays.copyOfRange(whole, 16, 24);
    Flow flow =
        Readings.flows(
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2000, first)),
                Wire.ethernet(
                    0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2001, Wire.text("XXXXXXXX"))),
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 2, last)))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo(">abcdefghABCDEFGH");
    assertThat(flow.findings()).containsExactly("overlap_conflict");
  }

  @Test
  void keepsTheFirstFragmentWhereOthersAreLost() {
    byte[] whole = Wire.udp(1000, 2000, Wire.text("abcdefghABCDEFGH"));
    byte[] first = java.util.Arrays.copyOfRange(whole, 0, 16);
    Flow flow =
        Readings.flows(
                Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2000, first)))
            .getFirst();
    assertThat(flow.excerpt()).isEqualTo(">abcdefgh");
  }

  @Test
  void makesNoFlowOfFramesWithoutIp() {
    assertThat(
            Readings.flows(
                Wire.ethernet(0x0806, new byte[28]),
                Wire.ethernet(0x888e, new byte[20]),
                Wire.ethernet(0x88cc, new byte[20])))
        .isEmpty();
  }
}
