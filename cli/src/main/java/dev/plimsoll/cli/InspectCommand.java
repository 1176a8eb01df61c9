package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.engine.DossierFile;
import dev.plimsoll.engine.Inspection;
import dev.plimsoll.engine.Inspector;
import dev.plimsoll.engine.Readers;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.report.InspectJson;
import dev.plimsoll.report.InspectTables;
import dev.plimsoll.report.InspectText;
import dev.plimsoll.report.Inspected;
import dev.plimsoll.standards.Catalogue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll inspect}: what artefacts hold, with no verdict on a product. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Says what captures, packages, policies and other artefacts hold, with no verdict on a product.")
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files or folders to look into.")
  private List<String> files = List.of();

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "What they are, where the content leaves a choice.")
  private @Nullable String as;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "A public key to verify with; may be given several times.")
  private List<Path> keys = List.of();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "An evidence list (YAML) that says how each file was got.")
  private @Nullable Path manifest;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; text unless given.")
  private Format format = Format.text;

  @Mixin private Clock clock = new Clock();
  @Mixin private Output output = new Output();

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Formats of an inspection. */
  enum Format {
    text,
    json,
    csv
  }

  @Override
  public Integer call() throws IOException {
    Kind kind = kind();
    if (files.isEmpty() && manifest == null) {
      throw new Unusable(
          "inspect", "names no file", "give files, or --manifest with a list of them");
    }
    Inspector inspector = new Inspector(Readers.all(), clock.now());
    List<Inspected> found = new ArrayList<>();
    try (ProgressLine progress = new ProgressLine(terminal)) {
      Path here = Path.of("");
      Path list = manifest;
      List<Exhibit> listed =
          list == null ? List.of() : new DossierFile(Catalogue.shipped()).manifest(list);
      int of = files.size() + listed.size();
      for (String file : files) {
        progress.step(file, found.size() + 1, of);
        found.add(
            inspected(
                inspector.inspect(
                    here, kind == null ? Exhibit.of(file) : Exhibit.of(file, kind), keys)));
      }
      Path beside =
          list == null ? here : Objects.requireNonNullElse(list.toAbsolutePath().getParent(), here);
      for (Exhibit each : listed) {
        progress.step(each.file(), found.size() + 1, of);
        found.add(inspected(inspector.inspect(beside, each, keys)));
      }
    }
    output.write(terminal, out -> write(found, out));
    return found.stream()
                .allMatch(each ->
                    each.reading().observations().isEmpty() && !each.reading().problems().isEmpty())
            && format == Format.text
        ? Plimsoll.UNUSABLE
        : 0;
  }

  private @Nullable Kind kind() {
    if (as == null) {
      return null;
    }
    return Kind.of(as)
        .orElseThrow(
            () -> new Unusable("--as " + as, "no such kind", "use one of: " + Kind.choices()));
  }

  private static Inspected inspected(Inspection inspection) {
    Kind kind = inspection.artefact().kind();
    return new Inspected(
        inspection.file(), kind == Kind.ATTACHMENT ? null : kind, inspection.reading());
  }

  private void write(List<Inspected> found, Writer out) throws IOException {
    switch (format) {
      case text -> new InspectText(terminal.columns()).write(found, out);
      case json -> new InspectJson().write(found, out);
      case csv -> new InspectTables().write(found, out);
    }
  }
}
