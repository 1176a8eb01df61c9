package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Account;
import dev.plimsoll.model.observation.CaptureSummary;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Leak;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.RadioLink;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.model.observation.UpdatePackage;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTest {
  private static final Place HERE = Place.whole("x");
  private static final Problem CUT =
      new Problem(Place.offset("x", 12), "the file ends early", "fetch it again");

  private static Inspected seen(Kind kind, Observation... observations) {
    return new Inspected("../a b/" + kind.id(), kind, Reading.of(List.of(observations)));
  }

  private static Inspected failed(Kind kind) {
    return new Inspected("../a b/" + kind.id(), kind, Reading.failed(CUT));
  }

  private static String csv(Inspected... inspected) throws Exception {
    StringWriter out = new StringWriter();
    new InspectTables().write(List.of(inspected), out);
    return out.toString();
  }

  private static List<NamedCsvRecord> rows(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static NamedCsvRecord row(Inspected inspected) throws Exception {
    List<NamedCsvRecord> rows = rows(csv(inspected));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static Flow flow(Flow.Protection protection, int port) {
    return new Flow(
        Place.frames("x", 12, 19),
        "TCP",
        new Flow.End("192.168.1.2", 50000, null),
        new Flow.End("2001:db8::1", port, null),
        "a.example",
        7,
        8,
        900,
        700,
        Instant.parse("2026-11-01T10:00:00Z"),
        Instant.parse("2026-11-01T10:00:02.5Z"),
        "TLS",
        protection,
        Flow.Basis.PROVEN,
        "TLS 1.2",
        "TLS_AES",
        List.of("no_fs", "self_signed"),
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "ENCRYPTED,ENCRYPTED",
    "OBSOLETE,WEAK",
    "BROKEN,WEAK",
    "CLEARTEXT,CLEARTEXT",
    "INFRASTRUCTURE,INFRASTRUCTURE",
    "UNKNOWN,UNKNOWN"
  })
  void labelsFlows(Flow.Protection protection, String label) throws Exception {
    NamedCsvRecord row = row(seen(Kind.CAPTURE, flow(protection, 443)));
    assertThat(row.getField("label")).isEqualTo(label);
    assertThat(row.getField("file")).isEqualTo("../a b/capture");
    assertThat(row.getField("l4")).isEqualTo("TCP");
    assertThat(row.getField("src")).isEqualTo("192.168.1.2");
    assertThat(row.getField("sport")).isEqualTo("50000");
    assertThat(row.getField("dst")).isEqualTo("2001:db8::1");
    assertThat(row.getField("dport")).isEqualTo("443");
    assertThat(row.getField("packets")).isEqualTo("8");
    assertThat(row.getField("bytes")).isEqualTo("900");
    assertThat(row.getField("basis")).isEqualTo("PROVEN");
    assertThat(row.getField("findings")).isEqualTo("no_fs;self_signed");
    assertThat(row.getField("vlan")).isEqualTo("7");
    assertThat(row.getField("frame")).isEqualTo("12");
  }

  @Test
  void leavesAMissingPortEmpty() throws Exception {
    assertThat(row(seen(Kind.CAPTURE, flow(Flow.Protection.UNKNOWN, -1))).getField("dport"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"DERIVABLE,fail", "GUESSABLE,fail", "OPEN,inconclusive", "NONE_FOUND,pass"})
  void judgesUnitsByTheirTie(UnitLabels.Tie tie, String verdict) throws Exception {
    NamedCsvRecord row = row(seen(Kind.UNITS, new UnitLabels(HERE, 6, tie, null, 26.5, "so")));
    assertThat(row.getField("verdict")).isEqualTo(verdict);
    assertThat(row.getField("family")).isEmpty();
    assertThat(row.getField("reason")).isEqualTo("so");
  }

  @ParameterizedTest
  @CsvSource({"AUTHENTIC,pass", "NOT_AUTHENTIC,fail", "OPEN,inconclusive"})
  void judgesUpdatesByTheirAuthenticity(UpdatePackage.Authenticity authenticity, String verdict)
      throws Exception {
    NamedCsvRecord row =
        row(
            seen(
                Kind.UPDATE,
                new UpdatePackage(
                    HERE,
                    "minisign",
                    true,
                    null,
                    "Ed25519",
                    "strong",
                    "2.4",
                    false,
                    authenticity,
                    null,
                    "so")));
    assertThat(row.getField("verdict")).isEqualTo(verdict);
    assertThat(row.getField("signed")).isEqualTo("yes");
    assertThat(row.getField("verifies")).isEmpty();
    assertThat(row.getField("encrypted")).isEqualTo("no");
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "UNITS", "SECURITY_TXT", "BLUETOOTH"})
  void givesARowToWhatCouldNotBeRead(Kind kind) throws Exception {
    NamedCsvRecord row = row(failed(kind));
    assertThat(row.getField("file")).isEqualTo("../a b/" + kind.id());
    assertThat(row.getField("verdict")).isEqualTo("error");
    assertThat(row.getField("reason")).contains("the file ends early", "fetch it again");
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "UNITS", "SECURITY_TXT", "BLUETOOTH"})
  void neverPassesOverNothingInSilence(Kind kind) throws Exception {
    assertThat(row(seen(kind)).getField("verdict")).isEqualTo("error");
  }

  @Test
  void saysWhichPartOfAnImageIsUnreadable() throws Exception {
    NamedCsvRecord row = row(failed(Kind.FIRMWARE));
    assertThat(row.getField("finding")).isEqualTo("unreadable");
    assertThat(row.getField("detail")).contains("the file ends early");
  }

  @Test
  void listsAccountsAndComponentsOfAnImage() throws Exception {
    Place shadow = new Place("x", "etc/shadow", Place.Unit.LINE, 1, 1);
    Account open = new Account(shadow, "guest", 5, "none", null, 0, "");
    Account weak = new Account(shadow, "root", 0, "md5crypt", "common passwords", 3, "ab");
    Account sound = new Account(shadow, "admin", 1, "yescrypt", null, 9, "cd");
    ComponentList list =
        new ComponentList(
            HERE,
            "found",
            null,
            null,
            List.of(
                new ComponentList.Component(
                    Place.inside("x", "bin/busybox"), "busybox", "1.36.1", null, null)));
    assertThat(rows(csv(seen(Kind.FIRMWARE, open, weak, sound, list))))
        .extracting(row -> row.getField("path") + " " + row.getField("finding"))
        .containsExactly(
            "etc/shadow empty-password",
            "etc/shadow crackable-default-hash",
            "bin/busybox component");
  }

  @Test
  void reportsSecurityTxt() throws Exception {
    NamedCsvRecord row =
        row(
            seen(
                Kind.SECURITY_TXT,
                new SecurityTxt(
                    HERE,
                    null,
                    SecurityTxt.State.UNTRUSTED,
                    SecurityTxt.Usability.REPAIRABLE,
                    List.of("mailto:a@example.org"),
                    null,
                    List.of("E-one", "T-two"),
                    false,
                    "so")));
    assertThat(row.getField("verdict")).isEqualTo("untrusted");
    assertThat(row.getField("contact_usable")).isEqualTo("repairable");
    assertThat(row.getField("rules")).isEqualTo("E-one;T-two");
  }

  @Test
  void reportsRadioLinks() throws Exception {
    NamedCsvRecord row =
        row(
            seen(
                Kind.BLUETOOTH,
                new RadioLink(
                    HERE,
                    "Bluetooth LE",
                    "SecureConnections",
                    "NumericComparison",
                    true,
                    16,
                    "STRONG",
                    "so",
                    Flow.Protection.ENCRYPTED,
                    List.of(),
                    List.of())));
    assertThat(row.getField("transport")).isEqualTo("LE");
    assertThat(row.getField("pairing")).isEqualTo("yes");
    assertThat(row.getField("generation")).isEqualTo("SecureConnections");
    assertThat(row.getField("key_size")).isEqualTo("16");
    assertThat(row.getField("verdict")).isEqualTo("STRONG");
  }

  @Test
  void labelsEachPassageOfAPolicy() throws Exception {
    Policy policy =
        policy(
            clause(1, "retention"),
            clause(1, "deletion_right"),
            clause(1, "retention"),
            clause(9, "children"));
    assertThat(rows(csv(seen(Kind.PRIVACY_POLICY, policy))))
        .extracting(row -> row.getField("passage") + " " + row.getField("labels"))
        .containsExactly("0 ", "1 deletion_right;retention", "2 ");
  }

  private static Policy policy(Policy.Clause... clauses) {
    return new Policy(
        HERE,
        null,
        Policy.State.POLICY,
        "en",
        true,
        900,
        3,
        Double.NaN,
        11.2,
        null,
        Policy.Scope.PRODUCT,
        List.of(clauses));
  }

  private static Policy.Clause clause(int passage, String kind) {
    return new Policy.Clause(Place.passage("x", passage), kind, "", "so");
  }

  @Test
  void givesEachKindATableOfItsOwn() throws Exception {
    String csv = csv(failed(Kind.UNITS), seen(Kind.CAPTURE), failed(Kind.UNITS));
    String[] tables = csv.split("\n\n", -1);
    assertThat(tables).hasSize(2);
    assertThat(rows(tables[0])).hasSize(2);
    assertThat(tables[1]).startsWith("file,l4,src,sport,dst,dport,packets,bytes,protocol,label,");
  }

  @ParameterizedTest
  @EnumSource
  void hasATableForEachKind(Kind kind) throws Exception {
    assertThat(csv(failed(kind))).startsWith("file,");
  }

  @Test
  void groupsFlowsForPeopleAndPutsTheReadableOnesFirst() throws Exception {
    String text =
        text(
            80,
            seen(
                Kind.CAPTURE,
                flow(Flow.Protection.ENCRYPTED, 443),
                flow(Flow.Protection.ENCRYPTED, 443),
                flow(Flow.Protection.CLEARTEXT, 80),
                new Leak(
                    Place.frame("x", 40),
                    "password",
                    Leak.Weight.CRITICAL,
                    "hu***2",
                    "ab",
                    null,
                    "203.0.113.9",
                    "a.example"),
                new CaptureSummary(
                    HERE,
                    1234,
                    List.of("Ethernet"),
                    null,
                    null,
                    List.of(
                        new CaptureSummary.Station(
                            "20:f8:5e:00:00:01", List.of("192.168.1.2"), "bell", 800)))));
    assertThat(text).contains("1,234 frames of Ethernet", "calls itself bell", "1,800");
    assertThat(text).contains("password hu***2 to a.example (203.0.113.9), critical; frame 40");
    assertThat(text.indexOf("readable")).isLessThan(text.indexOf("encrypted"));
    assertThat(text.lines().filter(line -> line.contains("[2001:db8::1]:443"))).hasSize(1);
    assertThat(text.lines()).allSatisfy(l -> assertThat(Page.columns(l)).isLessThanOrEqualTo(80));
  }

  private static String text(int width, Inspected... inspected) throws Exception {
    StringWriter out = new StringWriter();
    new InspectText(width).write(List.of(inspected), out);
    return out.toString();
  }

  @Test
  void saysInWordsWhatOtherKindsHold() throws Exception {
    assertThat(text(200, seen(Kind.PRIVACY_POLICY, policy(clause(1, "deletion_right")))))
        .contains("A policy of 900 words", "deletion right, passage 1", "11 years of schooling");
    assertThat(text(200, failed(Kind.UNITS))).contains("x, byte 12: the file ends early");
    assertThat(text(200, new Inspected("what", null, Reading.failed(CUT))))
        .contains("what: of no known kind");
  }

  @Test
  void givesEveryFieldAsJson() throws Exception {
    StringWriter out = new StringWriter();
    Policy policy = policy(clause(1, "retention"));
    new InspectJson()
        .write(
            List.of(
                seen(Kind.CAPTURE, flow(Flow.Protection.CLEARTEXT, 80)),
                seen(Kind.PRIVACY_POLICY, policy),
                failed(Kind.UNITS)),
            out);
    JsonNode root = new JsonMapper().readTree(out.toString());
    JsonNode flow = root.at("/artefacts/0/observations/0");
    assertThat(flow.at("/type").asString()).isEqualTo("flow");
    assertThat(flow.at("/protection").asString()).isEqualTo("cleartext");
    assertThat(flow.at("/server/port").asInt()).isEqualTo(80);
    assertThat(flow.at("/place/frames/0").asInt()).isEqualTo(12);
    assertThat(flow.at("/last").asString()).isEqualTo("2026-11-01T10:00:02.500Z");
    assertThat(root.at("/artefacts/1/observations/0/ease").isNull()).isTrue();
    assertThat(root.at("/artefacts/1/observations/0/clauses/0/kind").asString())
        .isEqualTo("retention");
    assertThat(root.at("/artefacts/2/problems/0/what").asString()).isEqualTo("the file ends early");
  }
}
