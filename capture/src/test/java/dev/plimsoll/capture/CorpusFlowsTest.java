package dev.plimsoll.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.recognise.ProtocolRecogniser;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.model.observation.Flow;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Flows and packet counts against a table that another program made of the same captures. */
final class CorpusFlowsTest {

  @Test
  void findsTheFlowsAndPacketsOfTheTable() throws IOException {
    Path folder = Corpus.folder();
    Map<String, Long> table = table(folder.resolve("flows.csv"));
    Map<String, Long> found = new HashMap<>();
    for (Path capture : Corpus.captures()) {
      String name = folder.relativize(capture).toString();
      Source source = Source.of(name, capture);
      for (Flow flow : Readings.flows(Readings.read(source, seen -> Recognition.UNKNOWN))) {
        found.merge(key(name, flow), flow.packets(), Long::sum);
      }
    }
    List<String> missing =
        table.keySet().stream().filter(key -> !found.containsKey(key)).sorted().toList();
    long different =
        table.entrySet().stream()
            .filter(each -> found.containsKey(each.getKey()))
            .filter(each -> !each.getValue().equals(found.get(each.getKey())))
            .count();
    // The rest are addresses the other program misspells, a tunnel of wireless controllers, and
    // fragments, which it leaves out of its counts.
    assertThat(missing).hasSizeLessThan(table.size() / 800);
    assertThat(different).isLessThan(table.size() / 50);
  }

  @Test
  void callsNothingEncryptedThatIsNot() throws IOException {
    Path folder = Corpus.folder();
    Map<String, Flow> found = new HashMap<>();
    for (Path capture : Corpus.captures()) {
      String name = folder.relativize(capture).toString();
      Source source = Source.of(name, capture);
      for (Flow flow : Readings.flows(Readings.read(source, new ProtocolRecogniser()))) {
        found.putIfAbsent(key(name, flow), flow);
      }
    }
    int scored = 0;
    int right = 0;
    List<String> dangerous = new ArrayList<>();
    for (Map<String, String> row : rows(folder.resolve("flows.csv"))) {
      String label = Objects.requireNonNull(row.get("label"));
      Flow flow = found.get(key(row));
      if (flow == null || label.equals("UNKNOWN") || "low".equals(row.get("certainty"))) {
        continue;
      }
      scored++;
      String said = flow.protection().label();
      right += said.equals(label) ? 1 : 0;
      boolean isEncrypted = label.equals("ENCRYPTED");
      if (said.equals("ENCRYPTED") && (!isEncrypted || flow.basis() != Flow.Basis.PROVEN)) {
        dangerous.add(key(row));
      }
    }
    assertThat(dangerous).isEmpty();
    assertThat((double) right / scored).isGreaterThan(0.98);
  }

  private static Map<String, Long> table(Path file) throws IOException {
    Map<String, Long> table = new HashMap<>();
    for (Map<String, String> row : rows(file)) {
      table.merge(key(row), Long.valueOf(cell(row, "packets")), Long::sum);
    }
    return table;
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.getFirst().split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name));
  }

  private static String key(Map<String, String> row) {
    String one = end(cell(row, "src"), port(cell(row, "sport")));
    String two = end(cell(row, "dst"), port(cell(row, "dport")));
    return key(cell(row, "capture"), cell(row, "l4"), one, two);
  }

  private static String key(String capture, Flow flow) {
    return key(
        capture,
        flow.transport(),
        end(flow.client().address(), flow.client().port()),
        end(flow.server().address(), flow.server().port()));
  }

  private static int port(String cell) {
    return cell.isEmpty() ? -1 : Integer.parseInt(cell);
  }

  private static String key(String capture, String transport, String one, String two) {
    return capture + " " + transport + " " + new TreeSet<>(List.of(one, two));
  }

  private static String end(String address, int port) {
    try {
      return InetAddress.ofLiteral(address).getHostAddress() + " " + port;
    } catch (IllegalArgumentException e) {
      return address + " " + port;
    }
  }
}
