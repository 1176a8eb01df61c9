package dev.plimsoll.components.csaf;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Advisory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Reads advisories of the Common Security Advisory Framework 2.0 (OASIS) and holds them to its
 * mandatory tests, section 6.1.
 *
 * <p>A document that is no CSAF 2.0 is a problem, not a failed test. Weaknesses (6.1.11) are held
 * to the names of those that are most used; the name of another is not judged.
 */
public final class CsafReader implements Reader {
  private static final long MOST = 64L << 20;
  private static final int MOST_IDS = 10_000;

  @Override
  public Kind kind() {
    return Kind.CSAF;
  }

  @Override
  public boolean recognises(Source source) {
    String head = new String(source.head(), StandardCharsets.ISO_8859_1);
    return head.contains("\"csaf_version\"");
  }

  @Override
  public Reading read(Source source, Request request) {
    Tree root;
    try (InputStream in = source.open()) {
      if (source.size() > MOST) {
        return failed(source, "the advisory is larger than 64 MiB", "split it");
      }
      root = Tree.read(in, request.budget());
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      Place place =
          at == null || at.getLineNr() < 1
              ? Place.whole(source.name())
              : Place.line(source.name(), at.getLineNr());
      return Reading.failed(
          new Problem(
              place, "the advisory is no sound JSON here", "ask its publisher for the whole file"));
    } catch (Budget.Exhausted e) {
      return failed(source, "reading it needs " + e.getMessage(), "split the advisory");
    } catch (IOException | IllegalStateException e) {
      return failed(source, "the file cannot be read", "check that it can be opened");
    }
    String version = root.at("document", "csaf_version").word();
    if (!version.equals("2.0")) {
      return failed(
          source,
          version.isEmpty() ? "this is no CSAF" : "CSAF " + version + " is not known here",
          "ask for the advisory as CSAF 2.0");
    }
    Advisory advisory = advisory(source.name(), root);
    return new Reading(List.of(advisory), List.of(), advisory.released());
  }

  private static Reading failed(Source source, String what, String mend) {
    return Reading.failed(new Problem(Place.whole(source.name()), what, mend));
  }

  private static Advisory advisory(String name, Tree root) {
    Tree document = root.at("document");
    Instant released = HistoryTests.time(document.at("tracking", "current_release_date").word());
    return new Advisory(
        Place.whole(name),
        "CSAF 2.0",
        document.at("tracking", "id").text(),
        document.at("publisher", "name").text(),
        document.at("publisher", "category").word().equals("vendor"),
        document.at("category").text(),
        document.at("tracking", "status").text(),
        released.equals(Instant.MIN) ? null : released,
        ids(root),
        MandatoryTests.failed(root));
  }

  private static List<String> ids(Tree root) {
    List<String> found = new ArrayList<>();
    for (Tree each : root.at("vulnerabilities").items()) {
      String cve = each.at("cve").text();
      if (cve != null && found.size() < MOST_IDS) {
        found.add(cve);
      }
      for (Tree id : each.at("ids").items()) {
        String text = id.at("text").text();
        if (text != null && found.size() < MOST_IDS) {
          found.add(text);
        }
      }
    }
    return found;
  }
}
