package dev.plimsoll.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The captures that lie beside the project on some machines. Tests that need them are skipped
 * elsewhere.
 */
final class Corpus {
  private Corpus() {}

  static Path folder() {
    Path folder =
        Path.of(System.getProperty("plimsoll.root", "."))
            .resolveSibling("shared")
            .resolve("corpus/traffic");
    Path nested =
        Path.of(System.getProperty("plimsoll.root", ".")).resolve("../../shared/corpus/traffic");
    Path found = Files.isDirectory(folder) ? folder : nested.normalize();
    Assumptions.assumeTrue(Files.isDirectory(found), "the corpus is not on this machine");
    return found;
  }

  static List<Path> captures() throws IOException {
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile)
          .filter(each -> !each.toString().endsWith(".csv") && !each.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
