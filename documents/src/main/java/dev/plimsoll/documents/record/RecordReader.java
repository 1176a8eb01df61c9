package dev.plimsoll.documents.record;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.TestRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record of tests that a person carried out by hand: YAML with a list {@code record:},
 * each entry with {@code test}, {@code outcome}, {@code value}, {@code by}, {@code at}, {@code how}
 * and {@code attachments}, a list of files of the dossier.
 *
 * <p>An entry with a mistake is left out and named with its line; the others are kept.
 */
public final class RecordReader implements Reader {
  private static final int MAX_ENTRIES = 10_000;

  @Override
  public Kind kind() {
    return Kind.RECORD;
  }

  @Override
  public boolean recognises(Source source) {
    if (source.isFolder()) {
      return false;
    }
    String head = new String(source.head(), StandardCharsets.UTF_8);
    return head.lines()
        .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("---"))
        .findFirst()
        .filter(line -> line.startsWith("record:"))
        .isPresent();
  }

  @Override
  public Reading read(Source source, Request request) {
    String name = source.name();
    List<Observation> records = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      byte[] bytes = source.bytes(Yaml.MAX_CHARACTERS);
      YamlMap root = Yaml.read(name, new String(bytes, StandardCharsets.UTF_8));
      List<YamlMap> entries = root.maps("record");
      if (entries.isEmpty()) {
        problems.add(problem(name, 1, "holds no list 'record:'", "write 'record:' and an entry"));
      }
      for (YamlMap entry : entries.subList(0, Math.min(entries.size(), MAX_ENTRIES))) {
        request.budget().check();
        read(name, entry, request, records, problems);
      }
      refuseUnknown(name, root, problems);
    } catch (Unusable e) {
      problems.add(problem(name, e));
    } catch (IOException e) {
      problems.add(problem(name, 0, "cannot be read", "look at the file; it may be too large"));
    } catch (dev.plimsoll.bytes.Budget.Exhausted e) {
      problems.add(
          problem(
              name,
              0,
              "was not read to its end: it needs " + e.getMessage(),
              "cut it into several files"));
    }
    return new Reading(records, problems, latest(records));
  }

  private static void read(
      String name,
      YamlMap entry,
      Request request,
      List<Observation> records,
      List<Problem> problems) {
    try {
      List<String> attachments = entry.texts("attachments");
      TestRecord record =
          new TestRecord(
              Place.line(name, entry.line()),
              entry.need("test"),
              entry.need("outcome"),
              value(entry),
              entry.text("by"),
              entry.moment("at"),
              entry.text("how"),
              attachments,
              attachments.stream().allMatch(each -> isPresent(each, name, request.siblings())));
      entry.done();
      records.add(record);
    } catch (Unusable e) {
      problems.add(problem(name, e));
    }
  }

  private static @Nullable Double value(YamlMap entry) {
    String text = entry.text("value");
    if (text == null) {
      return null;
    }
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new Unusable(
          entry.where("value"), "'" + text + "' is no number", "write digits alone, such as 3.5");
    }
  }

  private static void refuseUnknown(String name, YamlMap root, List<Problem> problems) {
    try {
      root.done();
    } catch (Unusable e) {
      problems.add(problem(name, e));
    }
  }

  /** Paths count from the dossier, or from the folder of the record. */
  private static boolean isPresent(String attachment, String record, List<Source> siblings) {
    String plain = attachment.startsWith("./") ? attachment.substring(2) : attachment;
    String beside = record.substring(0, record.lastIndexOf('/') + 1) + plain;
    return siblings.stream()
        .anyMatch(each ->
            each.name().equals(plain)
                || each.name().equals(beside)
                || each.name().startsWith(plain + "/"));
  }

  private static @Nullable Instant latest(List<Observation> records) {
    Instant latest = null;
    for (Observation each : records) {
      Instant at = each instanceof TestRecord record ? record.at() : null;
      if (at != null && (latest == null || at.isAfter(latest))) {
        latest = at;
      }
    }
    return latest;
  }

  /** Takes the line out of a message of the form {@code file:line: what; mend}. */
  private static Problem problem(String name, Unusable mistake) {
    String message = String.valueOf(mistake.getMessage());
    String rest = message.startsWith(name) ? message.substring(name.length()) : message;
    int line = 0;
    int at = 1;
    while (rest.startsWith(":") && at < rest.length() && Character.isDigit(rest.charAt(at))) {
      line = Math.min(100_000_000, line * 10 + rest.charAt(at++) - '0');
    }
    rest = rest.substring(line > 0 ? at : 0);
    rest = rest.startsWith(":") ? rest.substring(1).strip() : rest.strip();
    int cut = rest.lastIndexOf("; ");
    return cut < 0
        ? problem(name, line, rest, "mend that line")
        : problem(name, line, rest.substring(0, cut), rest.substring(cut + 2));
  }

  private static Problem problem(String name, long line, String what, String mend) {
    return new Problem(line > 0 ? Place.line(name, line) : Place.whole(name), what, mend);
  }
}
