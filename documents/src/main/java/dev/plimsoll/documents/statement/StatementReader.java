package dev.plimsoll.documents.statement;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.text.Document;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.SupportPeriod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a public document of the vendor for sentences that say how long security updates are
 * provided: support pages, statements of compliance, user information. HTML, Markdown or plain
 * text, in English and German, and with some words of French, Spanish, Italian and Dutch.
 */
public final class StatementReader implements Reader {
  private static final List<String> CUES =
      List.of(
          "support period",
          "security update",
          "security support",
          "software update",
          "firmware update",
          "software support",
          "sicherheitsupdate",
          "sicherheitsaktualisierung",
          "mises à jour de sécurité",
          "actualizaciones de seguridad",
          "aggiornamenti di sicurezza",
          "beveiligingsupdates",
          "end of support",
          "end of life",
          "end-of-life");

  private final SupportFinder finder = new SupportFinder();

  @Override
  public Kind kind() {
    return Kind.STATEMENT;
  }

  @Override
  public boolean recognises(Source source) {
    if (source.isFolder()) {
      return false;
    }
    byte[] head = source.head();
    for (byte each : head) {
      if (each == 0) {
        return false;
      }
    }
    String text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return CUES.stream().anyMatch(text::contains);
  }

  @Override
  public Reading read(Source source, Request request) {
    List<Problem> problems = new ArrayList<>();
    List<SupportPeriod> found = new ArrayList<>();
    try {
      Document document = Document.read(source, request);
      problems.addAll(document.problems());
      found.addAll(finder.find(source.name(), document.passages(), request.budget()));
    } catch (Budget.Exhausted e) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              "was not read to its end: it needs " + e.getMessage(),
              "give the text of the statement alone"));
    }
    return new Reading(List.copyOf(found), problems, null);
  }
}
