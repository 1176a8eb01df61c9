package dev.plimsoll.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever is cut off or turned over in a file, the readers answer and do not throw. */
class DisclosureFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void ownFilesCutAndFlipped() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name : List.of("signed-maker.txt", "signed-subkey.txt")) {
      files.add(bytes(SecurityTxtReaderTest.resource(name)));
    }
    files.add(
        bytes("# a\r\nContact: https://a.example\r\nPreferred-Languages: en, zh-Hant-TW\r\n"));
    files.add(bytes(DisclosurePolicyReaderTest.PAGE));
    files.add(new byte[0]);
    fuzz(files);
  }

  @Test
  void corpusCutAndFlipped() throws IOException {
    Path folder =
        Path.of(System.getProperty("plimsoll.root", "."))
            .toAbsolutePath()
            .resolveSibling("shared/corpus/securitytxt/files");
    Assumptions.assumeTrue(Files.isDirectory(folder), "the corpus is not here");
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path each : list.sorted().filter(f -> f.toFile().length() < 10_000).toList()) {
        files.add(Files.readAllBytes(each));
      }
    }
    fuzz(files);
  }

  private static void fuzz(List<byte[]> files) throws IOException {
    Source key = Source.of("key.asc", bytes(SecurityTxtReaderTest.resource("maker.asc")));
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          Random random = new Random(9116);
          for (byte[] file : files) {
            for (int i = 0; i < 64; i++) {
              read(Arrays.copyOf(file, (int) ((long) file.length * i / 64)), key);
              read(flipped(file, random), key);
            }
          }
        });
  }

  private static void read(byte[] bytes, Source key) {
    Map<String, List<String>> details =
        Map.of("url", List.of("https://a.example/.well-known/security.txt"));
    Exhibit exhibit = new Exhibit("f", null, Set.of(), null, null, NOW, details);
    Request request = new Request(exhibit, List.of(key), List.of(), NOW, Budget.standard());
    for (Reader reader : List.of(new SecurityTxtReader(), new DisclosurePolicyReader())) {
      Source source = Source.of("f", bytes);
      reader.recognises(source);
      Reading reading = reader.read(source, request);
      assertThat(reading.observations().size() + reading.problems().size()).isPositive();
    }
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] copy = file.clone();
    for (int i = 0; i < Math.max(1, copy.length / 100) && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
