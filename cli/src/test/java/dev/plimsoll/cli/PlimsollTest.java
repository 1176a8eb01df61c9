package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.standards.Catalogue;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.CheckCatalogue;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a caller meets it: output, errors and exit codes. */
class PlimsollTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final String LAMP = ROOT.resolve("examples/harbour-lamp").toString();
  private static final String BEAR = ROOT.resolve("examples/parley-bear").toString();
  private static final String AT = "2026-11-24";

  @TempDir private Path folder = Path.of("");

  /** What a call printed and ended with. */
  private record Said(int code, String out, String err) {}

  private static Said call(String... arguments) {
    return answering("", arguments);
  }

  private static Said answering(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err, true),
            new BufferedReader(new StringReader(input)),
            false,
            false,
            false,
            false,
            80);
    int code = Plimsoll.run(terminal, arguments);
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void theBearDoesNotMeetTheStandards() {
    Said said = call("assess", BEAR, "--at", AT);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("does not meet the minimum standards");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void theLampFailsNothing() {
    Said said = call("assess", LAMP, "--at", AT, "--format", "csv");
    assertThat(said.code()).isIn(0, 3);
    assertThat(said.out().lines().filter(line -> line.contains(",fail,"))).isEmpty();
    assertThat(said.out().lines().filter(line -> line.contains(",pass,"))).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({"open, 1", "fail, 1", "never, 0"})
  void failOnSaysWhenTheExitCodeTells(String when, int code) {
    assertThat(call("assess", BEAR, "--at", AT, "--fail-on", when).code()).isEqualTo(code);
  }

  @Test
  void theSameCallPrintsTheSameBytes() {
    for (String format : new String[] {"text", "json", "html", "csv"}) {
      assertThat(call("assess", BEAR, "--at", AT, "--format", format).out())
          .isEqualTo(call("assess", BEAR, "--at", AT, "--format", format).out())
          .isNotEmpty();
    }
  }

  @Test
  void theResultGoesWholeIntoAFile() throws Exception {
    Path file = folder.resolve("bear.html");
    Said said = call("assess", BEAR, "--at", AT, "--format", "html", "-o", file.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** One line: what, where, the mend. No stack trace. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assess nowhere | nowhere: is no folder",
        "assess | Missing required parameter",
        "assess LAMP --profile soft | no such profile",
        "assess LAMP --at yesterday | is no time",
        "assess LAMP --format pdf | Invalid value for option '--format'",
        "assess LAMP LAMP --format html | takes one dossier",
        "inspect | names no file",
        "inspect a --as photo | no such kind",
        "inspect --manifest nowhere.yaml | cannot be read",
        "explain MSS-9.9 | nothing is called that",
        "dance | Unmatched argument",
      })
  void anUnusableCallIsToldInOneLine(String arguments, String expected) {
    Said said = call(arguments.replace("LAMP", LAMP).split(" ", -1));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).startsWith("plimsoll: ").contains(expected);
  }

  static Stream<String> everythingThatHasAnId() {
    Catalogue catalogue = Catalogue.shipped();
    return Stream.of(
            catalogue.requirements().stream().map(each -> each.id()),
            catalogue.standards().stream().map(each -> each.id()),
            catalogue.appendix().keySet().stream(),
            CheckCatalogue.CHECKS.stream().map(Check::id),
            Stream.of("RecordedTest", "hands-on", "tampered-update"))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("everythingThatHasAnId")
  void explainKnowsIt(String id) {
    Said said = call("explain", id);
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains(id.equals("hands-on") ? "tampered-update" : id);
    assertThat(call("explain", id.toLowerCase(java.util.Locale.ROOT)).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "assess --help",
        "inspect --help",
        "explain --help",
        "new --help",
        "--version",
        "completion",
        "explain"
      })
  void helpIsThere(String arguments) {
    Said said = call(arguments.split(" ", -1));
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "plimsoll".equals(arguments)
                ? ""
                : arguments.startsWith("explain") && !arguments.contains("help")
                    ? "MSS-1.1"
                    : "plimsoll");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void newAsksAndWritesADossierThatCanBeAssessed() throws Exception {
    Path made = folder.resolve("lamp");
    String answers =
        "Kitchen \"Lamp\"\nAcme\nL-1\nlight\ngeneral\ngb, de\n1.0\n2025-03-01\n20:f8:5e:ca:91:52\ny\nn\n";
    assertThat(answering(answers, "new", made.toString()).code()).isZero();
    assertThat(Files.readString(made.resolve("product.yaml")))
        .contains("name: \"Kitchen \\\"Lamp\\\"\"", "net.wan: true", "net.wifi: false");
    assertThat(call("assess", made.toString(), "--at", AT).code()).isEqualTo(3);
    assertThat(call("new", made.toString(), "--name", "A").err()).contains("is there already");
  }

  @Test
  void newAsksNothingWhereToldSo() {
    assertThat(call("new", folder.resolve("a").toString(), "--no-questions").code()).isEqualTo(2);
    assertThat(call("new", folder.resolve("a").toString(), "--no-questions", "--name", "A").code())
        .isZero();
    assertThat(call("assess", folder.resolve("a").toString()).code()).isEqualTo(3);
  }

  @Test
  void aFaultyFileBesideOthersIsToldAndTheOthersAreRead() throws Exception {
    Path bad =
        Files.write(
            folder.resolve("bad.pcap"),
            new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0});
    Said said = call("inspect", bad.toString(), BEAR + "/captures/setup.pcap", "--format", "csv");
    assertThat(said.code()).isZero();
    assertThat(said.out().lines().findFirst().orElse("")).startsWith("file,l4,src");
    assertThat(said.out()).contains(BEAR + "/captures/setup.pcap,");
  }
}
