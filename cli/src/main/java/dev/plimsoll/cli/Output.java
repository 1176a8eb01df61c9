package dev.plimsoll.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the result goes. */
final class Output {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to this file instead of standard output.")
  private @Nullable Path file;

  /** Writes something. */
  @FunctionalInterface
  interface Body {
    void writeTo(Writer out) throws IOException;
  }

  /** Whether the result goes to standard output. */
  boolean toStandardOutput() {
    return file == null;
  }

  /** Writes the result. A file appears whole or not at all. */
  void write(Terminal terminal, Body body) throws IOException {
    Path target = file;
    if (target == null) {
      body.writeTo(terminal.outWriter());
      terminal.outWriter().flush();
      return;
    }
    Path part =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        body.writeTo(out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
