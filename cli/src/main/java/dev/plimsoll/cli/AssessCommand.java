package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.engine.Assessor;
import dev.plimsoll.engine.Dossier;
import dev.plimsoll.engine.DossierFile;
import dev.plimsoll.engine.Readers;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Result;
import dev.plimsoll.report.CsvReport;
import dev.plimsoll.report.HtmlReport;
import dev.plimsoll.report.JsonReport;
import dev.plimsoll.report.TextReport;
import dev.plimsoll.standards.Catalogue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll assess}: five verdicts and the result. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = "Takes dossiers to five verdicts each, and the result.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:meets",
      "1:does not meet",
      "2:the call or the input is unusable",
      "3:cannot be confirmed"
    })
final class AssessCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "DOSSIER",
      arity = "1..*",
      description = "Folders that hold a product.yaml and the evidence.")
  private List<Path> dossiers = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; text unless given. html takes one dossier.")
  private Format format = Format.text;

  @Option(
      names = "--fail-on",
      paramLabel = "WHEN",
      defaultValue = "open",
      description =
          "When the exit code tells of a failure: open (does not meet, or cannot be confirmed; the default), fail (does not meet"
              + " alone), never.")
  private FailOn failOn = FailOn.open;

  @Mixin private Profiles profiles = new Profiles();
  @Mixin private Clock clock = new Clock();
  @Mixin private Output output = new Output();

  AssessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Formats of an assessment. */
  enum Format {
    text,
    json,
    html,
    csv
  }

  /** When the exit code tells of a failure. */
  enum FailOn {
    open,
    fail,
    never
  }

  @Override
  public Integer call() throws IOException {
    if (format == Format.html && dossiers.size() > 1) {
      throw new Unusable("--format html", "takes one dossier", "call it once for each");
    }
    Catalogue catalogue = Catalogue.shipped();
    DossierFile files = new DossierFile(catalogue);
    List<Dossier> read = dossiers.stream().map(files::read).toList();
    Assessor assessor = new Assessor(catalogue, profiles.chosen(), Readers.all(), clock.now());
    List<Assessment> assessments = new ArrayList<>();
    try (ProgressLine progress = new ProgressLine(terminal)) {
      read.forEach(dossier -> assessments.add(assessor.assess(dossier, progress)));
    }
    output.write(terminal, out -> write(assessments, out));
    return code(assessments.stream().map(Assessment::result).toList());
  }

  private void write(List<Assessment> assessments, Writer out) throws IOException {
    switch (format) {
      case text -> {
        boolean terminalOutput = output.toStandardOutput();
        TextReport report =
            new TextReport(
                terminal.columns(),
                terminalOutput && terminal.colour(),
                terminalOutput && terminal.ascii());
        for (Assessment each : assessments) {
          report.write(each, out);
        }
      }
      case json -> {
        if (assessments.size() == 1) {
          new JsonReport().write(assessments.getFirst(), out);
        } else {
          new JsonReport().writeAll(assessments, out);
        }
      }
      case html -> new HtmlReport().write(assessments.getFirst(), out);
      case csv -> new CsvReport().write(assessments, out);
    }
  }

  private int code(List<Result> results) {
    if (failOn != FailOn.never && results.contains(Result.DOES_NOT_MEET)) {
      return 1;
    }
    return failOn == FailOn.open && results.contains(Result.CANNOT_CONFIRM) ? 3 : 0;
  }
}
