package dev.plimsoll.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.util.List;

/**
 * Runs what people run most, so that the start-up cache holds what that needs. Started by the
 * packaging alone.
 */
final class Training {
  private Training() {}

  /** Assesses the dossier of the first argument in every format, looks into it, and explains. */
  public static void main(String[] arguments) {
    Terminal nowhere =
        new Terminal(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            new BufferedReader(new StringReader("")),
            false,
            false,
            false,
            false,
            80);
    for (String format : List.of("text", "json", "html", "csv")) {
      Plimsoll.run(nowhere, "assess", arguments[0], "--format", format);
    }
    Plimsoll.run(nowhere, "inspect", arguments[0] + "/captures/setup.pcap");
    Plimsoll.run(nowhere, "explain", "MSS-1.1");
    Plimsoll.run(nowhere, "explain", "EncryptedToServices");
  }
}
