package dev.plimsoll.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.policy.PolicyReader;
import dev.plimsoll.documents.record.RecordReader;
import dev.plimsoll.documents.statement.StatementReader;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cuts and flips: no reader here throws, hangs or grows. */
class DocumentsFuzzTest {
  private static final List<Reader> READERS =
      List.of(new PolicyReader(), new StatementReader(), new RecordReader());
  private static final int CUTS = 64;
  private static final int MOST_OBSERVATIONS = 10_000;

  private static final List<String> SEEDS =
      List.of(
          "<!doctype html><html lang=en><head><meta charset=utf-8><title>Privacy policy</title></head><body>"
              + "<h1>Privacy</h1><ul><li>We keep data for 30 days<li>until 31 December 2027</ul>"
              + "<table><tr><td>Model<td>until June 2029</table><details><p>bold <b>text</b><br><br>x"
              + "</body></html>",
          "# Privacy policy\n\nWe collect personal data:\n\n- your name\n- your e-mail\n\n**Children**\n\nUnder 13. 2027年12月31日",
          "record:\n  - test: a\n    outcome: b\n    value: 3\n    at: 2026-01-01\n    attachments: [a, b]\n  - {test: c, outcome: d}\n");

  private static void read(byte[] bytes) {
    for (Reader reader : READERS) {
      Source source = Source.of("fuzz", bytes);
      reader.recognises(source);
      Reading reading = reader.read(source, Requests.plain());
      assertThat(reading.observations().size()).isLessThan(MOST_OBSERVATIONS);
    }
  }

  private static void mutate(byte[] seed, long number) {
    for (int i = 0; i <= CUTS; i++) {
      read(java.util.Arrays.copyOf(seed, (int) ((long) seed.length * i / CUTS)));
    }
    Random random = new Random(number);
    for (int round = 0; round < 16; round++) {
      byte[] flipped = seed.clone();
      for (int i = 0; i < Math.max(1, seed.length / 100); i++) {
        flipped[random.nextInt(seed.length)] = (byte) random.nextInt(256);
      }
      read(flipped);
    }
  }

  @Test
  void survivesCutsAndFlips() {
    Assertions.assertTimeout(
        Duration.ofMinutes(1),
        () -> {
          for (int i = 0; i < SEEDS.size(); i++) {
            mutate(SEEDS.get(i).getBytes(StandardCharsets.UTF_8), i);
          }
        });
  }

  @Test
  void survivesNestingAndRuns() {
    Assertions.assertTimeout(
        Duration.ofMinutes(2),
        () -> {
          read("<div>".repeat(20_000).getBytes(StandardCharsets.UTF_8));
          read(("<html>" + "<table><tr><td>".repeat(4_000)).getBytes(StandardCharsets.UTF_8));
          read("<html><ul><li>".repeat(5_000).getBytes(StandardCharsets.UTF_8));
          read("a ".repeat(60_000).getBytes(StandardCharsets.UTF_8));
          read("a".repeat(200_000).getBytes(StandardCharsets.UTF_8));
          read("1.".repeat(50_000).getBytes(StandardCharsets.UTF_8));
          read(
              "we may collect your data as long as "
                  .repeat(5_000)
                  .getBytes(StandardCharsets.UTF_8));
          read("- a\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
          read("\n\n#\n\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
          read(("record:\n  - " + "[".repeat(500)).getBytes(StandardCharsets.UTF_8));
        });
  }

  @Test
  void survivesTheCorpus() throws IOException {
    Path corpus =
        Path.of(System.getProperty("plimsoll.root", ".."), "../shared/corpus/privacy/changes");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "no corpus here");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(corpus)) {
      walk.filter(each -> each.toString().endsWith(".md")).sorted().forEach(files::add);
    }
    for (int i = 0; i < files.size(); i++) {
      byte[] bytes = Files.readAllBytes(files.get(i));
      Random random = new Random(i);
      read(bytes);
      read(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      for (int k = 0; k < bytes.length / 100; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      read(bytes);
    }
  }
}
