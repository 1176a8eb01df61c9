package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.standards.Catalogue;
import dev.plimsoll.standards.HandsOnTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll new}: starts a dossier by asking. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description =
        "Starts a dossier: asks what is known of the product, and writes the folder with what to collect next.")
final class NewCommand implements Callable<Integer> {
  /** What is asked, by its key in product.yaml. An empty answer leaves it out. */
  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("vendor", "Maker");
    QUESTIONS.put("model", "Model number");
    QUESTIONS.put("category", "Kind of product, such as camera, lock, toy");
    QUESTIONS.put("audience", "For whom: general or children");
    QUESTIONS.put("markets", "Countries it is sold in, such as GB, DE");
    QUESTIONS.put("firmware", "Firmware version");
    QUESTIONS.put("on_sale", "First sold on (2025-03-01)");
    QUESTIONS.put("mac", "Hardware address (MAC) of the unit under test");
  }

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder to make. It must not hold a product.yaml yet.")
  private Path folder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the product; asked for where it is not given.")
  private @Nullable String name;

  @Option(
      names = "--no-questions",
      description = "Ask nothing: write a dossier to fill in by hand.")
  private boolean quiet;

  NewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = folder.resolve("product.yaml");
    if (Files.exists(file)) {
      throw new Unusable(
          file.toString(), "is there already", "give another folder, or edit the file");
    }
    String product = name != null ? name : quiet ? null : ask("Name of the product");
    if (product == null || product.isBlank()) {
      throw new Unusable("new " + folder, "the product has no name", "give --name");
    }
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, String> facts = new LinkedHashMap<>();
    Catalogue catalogue = Catalogue.shipped();
    if (!quiet) {
      terminal
          .outWriter()
          .println(
              "An empty answer means: not known. What is not known stays open and never counts against the product.");
      for (Map.Entry<String, String> each : QUESTIONS.entrySet()) {
        answers.put(each.getKey(), checked(each.getKey(), ask(each.getValue())));
      }
      terminal.outWriter().println("Does this hold? (y, n, or empty for not known)");
      for (Map.Entry<String, String> each : catalogue.facts().entrySet()) {
        if (!each.getKey().equals("net.encrypted") && !each.getKey().equals("market.established")) {
          facts.put(each.getKey(), ask(each.getValue()));
        }
      }
    }
    Files.createDirectories(folder.resolve("captures"));
    Files.createDirectories(folder.resolve("records"));
    Files.writeString(file, productYaml(product.strip(), answers, facts));
    Files.writeString(folder.resolve("records/hands-on.yaml.template"), recordTemplate());
    Files.writeString(folder.resolve("COLLECT.md"), collect(catalogue));
    terminal
        .outWriter()
        .println(
            "Wrote "
                + file
                + ". COLLECT.md beside it says what to collect; then: plimsoll assess "
                + folder);
    return 0;
  }

  private String ask(String question) throws IOException {
    terminal.outWriter().print(question + ": ");
    terminal.outWriter().flush();
    String answer = terminal.in().readLine();
    return answer == null ? "" : answer.strip();
  }

  /** Refuses at once what the dossier would refuse later. */
  private static String checked(String key, String answer) {
    boolean date = key.equals("on_sale") && !answer.isEmpty();
    if (date && !answer.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw new Unusable("'" + answer + "'", "is no date", "write it as 2025-03-01");
    }
    if (key.equals("audience")
        && !answer.isEmpty()
        && !List.of("general", "children").contains(answer)) {
      throw new Unusable("'" + answer + "'", "is no audience", "write general or children");
    }
    return answer;
  }

  private static String productYaml(
      String product, Map<String, String> answers, Map<String, String> facts) {
    StringBuilder yaml = new StringBuilder("product:\n  name: " + quoted(product) + "\n");
    for (String key : List.of("vendor", "model", "category", "audience", "firmware", "on_sale")) {
      yaml.append(entry(key, answers.getOrDefault(key, "")));
    }
    String markets = answers.getOrDefault("markets", "");
    yaml.append(
        markets.isEmpty()
            ? "  # markets: [GB]\n"
            : "  markets: [" + list(markets.toUpperCase(Locale.ROOT)) + "]\n");
    String mac = answers.getOrDefault("mac", "");
    yaml.append(
        mac.isEmpty()
            ? "  # device: {mac: [\"20:f8:5e:00:00:00\"]}\n"
            : "  device: {mac: [" + list(mac) + "]}\n");
    yaml.append(
        "  facts:   # true, false, or left out: not known. A 'false' counts only with evidence: {value: false, evidence: scan.txt}\n");
    boolean any = false;
    for (Map.Entry<String, String> each : facts.entrySet()) {
      String answer = each.getValue().toLowerCase(Locale.ROOT);
      if (answer.startsWith("y") || answer.startsWith("n")) {
        yaml.append("    ")
            .append(each.getKey())
            .append(": ")
            .append(answer.startsWith("y"))
            .append('\n');
        any = true;
      }
    }
    if (!any) {
      yaml.append("    # app.companion: true\n");
    }
    yaml.append(
        """
        evidence:   # files that are not named here are recognised by their content
          # - file: captures/setup.pcapng
          #   as: capture
          #   covers: [setup]
          #   at: 2026-11-01T10:00:00Z
        """);
    return yaml.toString();
  }

  private static String entry(String key, String value) {
    return value.isEmpty()
        ? "  # " + key + ":\n"
        : "  " + key + ": " + (key.equals("on_sale") ? value : quoted(value)) + "\n";
  }

  private static String list(String commas) {
    return String.join(
        ", ",
        java.util.Arrays.stream(commas.split(",", -1))
            .map(String::strip)
            .map(NewCommand::quoted)
            .toList());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String recordTemplate() {
    StringBuilder text =
        new StringBuilder(
            "# Copy to hands-on.yaml and keep the tests that you did. A record counts only with an attachment.\nrecord:\n");
    for (HandsOnTest test : HandsOnTest.shipped().values()) {
      text.append("  # ").append(test.requirement()).append(": ").append(test.asks()).append('\n');
      text.append("  # ").append(test.does()).append('\n');
      text.append("  - test: ")
          .append(test.id())
          .append("\n    outcome:   # ")
          .append(String.join(" | ", test.choices()))
          .append('\n');
      if (test.measure() != null) {
        text.append("    value:   # ").append(test.measure().unit()).append('\n');
      }
      text.append(
          "    by:\n    at:   # 2026-11-01T10:00:00Z\n    how:\n    attachments: []   # photos, logs, captures of this dossier\n");
    }
    return text.toString();
  }

  private static String collect(Catalogue catalogue) {
    StringBuilder text =
        new StringBuilder("# What to collect\n\nEach line settles a part of one requirement.\n");
    for (Catalogue.Standard standard : catalogue.standards()) {
      text.append("\n## ")
          .append(standard.id())
          .append(' ')
          .append(standard.title())
          .append("\n\n");
      standard
          .requirements()
          .forEach(each ->
              each.coverage()
                  .values()
                  .forEach(part ->
                      text.append("- [ ] ")
                          .append(each.id())
                          .append(": ")
                          .append(part.wants())
                          .append('\n')));
    }
    return text.toString();
  }
}
