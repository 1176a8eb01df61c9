package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says, held against what other programs say of the same files. */
@Tag("peers")
class PeersTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("plimsoll.root"), "examples");
  @TempDir private Path folder = Path.of("");

  static Stream<Path> captures() throws IOException {
    try (Stream<Path> walk = Files.walk(EXAMPLES)) {
      return walk.filter(file -> file.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  private static List<String[]> inspect(String... arguments) {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(out, true),
            new BufferedReader(new StringReader("")),
            false,
            false,
            false,
            false,
            80);
    String[] call =
        Stream.concat(Stream.of("inspect", "--format", "csv"), Arrays.stream(arguments))
            .toArray(String[]::new);
    assertThat(Plimsoll.run(terminal, call)).isZero();
    return out.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  /** The same TCP conversations, by address and port, as tshark lists. */
  @ParameterizedTest
  @MethodSource("captures")
  void tsharkSeesTheSameConversations(Path capture) throws Exception {
    String listed =
        run(
            "tshark",
            "-n",
            "-r",
            capture.toString(),
            "-Y",
            "tcp.flags.syn==1 && tcp.flags.ack==0",
            "-T",
            "fields",
            "-E",
            "separator=,",
            "-e",
            "tcp.srcport",
            "-e",
            "tcp.dstport");
    Set<String> theirs =
        listed
            .lines()
            .filter(line -> line.matches("\\d+,\\d+"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> ours =
        inspect(capture.toString()).stream()
            .filter(row -> row[1].equals("TCP"))
            .map(row -> row[3] + "," + row[5])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ours).containsAll(theirs);
  }

  /** Where tshark dissects a ServerHello, we call it TLS and proven. */
  @ParameterizedTest
  @MethodSource("captures")
  void tsharkSeesTheSameHandshakes(Path capture) throws Exception {
    String listed =
        run(
            "tshark",
            "-n",
            "-r",
            capture.toString(),
            "-Y",
            "tls.handshake.type==2",
            "-T",
            "fields",
            "-e",
            "tcp.dstport");
    Set<String> theirs =
        listed
            .lines()
            .filter(line -> line.matches("\\d+"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> ours =
        inspect(capture.toString()).stream()
            .filter(row -> row[8].equals("TLS") && row[10].equals("PROVEN"))
            .map(row -> row[3])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ours).isEqualTo(theirs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-S", "-Sl"})
  void whatMinisignSignsIsAuthenticAndNothingElseIs(String mode) throws Exception {
    Path file = Files.write(folder.resolve("fw.bin"), new byte[70_000]);
    run("minisign", "-G", "-W", "-p", "key.pub", "-s", "key.sec");
    run("minisign", mode, "-s", "key.sec", "-m", "fw.bin");
    String key = folder.resolve("key.pub").toString();
    assertThat(verdict(file, key)).isEqualTo("pass");
    byte[] bytes = Files.readAllBytes(file);
    bytes[69_999] ^= 1;
    Files.write(file, bytes);
    assertThat(verdict(file, key)).isEqualTo("fail");
    run("minisign", "-G", "-f", "-W", "-p", "other.pub", "-s", "other.sec");
    run("minisign", mode, "-s", "other.sec", "-m", "fw.bin");
    assertThat(verdict(file, key)).isNotEqualTo("pass");
  }

  private static String verdict(Path file, String key) {
    List<String[]> rows = inspect("--as", "update", file.toString(), "--key", key);
    return rows.getFirst()[8];
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5crypt", "sha256crypt", "sha512crypt", "bcrypt"})
  void aWeakPasswordHashedByMkpasswdIsFound(String method) throws Exception {
    String hash = run("mkpasswd", "-m", method, "123456").strip();
    Path etc = Files.createDirectories(folder.resolve("root/etc"));
    Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.writeString(etc.resolve("shadow"), "root:" + hash + ":19000:0:99999:7:::\n");
    assertThat(inspect("--as", "rootfs", folder.resolve("root").toString()))
        .anySatisfy(row -> assertThat(String.join(",", row)).contains("crackable-default-hash"));
  }

  @Test
  void chromiumShowsTheReportWithoutAnOutsideRequest() throws Exception {
    Path page = folder.resolve("bear.html");
    StringWriter nowhere = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(nowhere),
            new PrintWriter(nowhere),
            new BufferedReader(new StringReader("")),
            false,
            false,
            false,
            false,
            80);
    Plimsoll.run(
        terminal,
        "assess",
        EXAMPLES.resolve("parley-bear").toString(),
        "--at",
        "2026-11-25",
        "--format",
        "html",
        "-o",
        page.toString());
    String dom =
        run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            "--dump-dom",
            page.toUri().toString());
    assertThat(dom)
        .contains("does not meet the minimum standards", "<main")
        .doesNotContain("src=\"http", "<script");
  }
}
