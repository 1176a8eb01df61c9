package dev.plimsoll.documents.policy;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.text.Document;
import dev.plimsoll.documents.text.Language;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.Readability;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.Policy.Clause;
import dev.plimsoll.model.observation.Policy.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a privacy policy from HTML, Markdown or plain text: whether it is one at all, its language,
 * how hard it is to read, the date it holds from, what it covers, and what it says.
 *
 * <p>The exhibit may carry {@code url} (where it was fetched) and {@code content_type} (as the
 * server said it). Clauses are looked for in English only; in other languages the observation says
 * that nothing was searched. In a text file every paragraph is one passage.
 */
public final class PolicyReader implements Reader {
  private static final int SHORTEST_SENTENCE = 4;

  private final ClauseFinder finder = ClauseFinder.english();

  @Override
  public Kind kind() {
    return Kind.PRIVACY_POLICY;
  }

  @Override
  public boolean recognises(Source source) {
    return PolicyLook.recognises(source);
  }

  @Override
  public Reading read(Source source, Request request) {
    Document document;
    try {
      document = Document.read(source, request);
      return read(source, request, document);
    } catch (Budget.Exhausted e) {
      return Reading.failed(
          new Problem(
              Place.whole(source.name()),
              "was not read to its end: it needs " + e.getMessage(),
              "give the text of the policy alone"));
    }
  }

  private Reading read(Source source, Request request, Document document) {
    List<Problem> problems = new ArrayList<>(document.problems());
    List<Passage> passages = document.passages();
    List<String> words = new ArrayList<>();
    for (Passage passage : passages) {
      words.addAll(Words.of(passage.text()));
    }
    String language = Language.of(words);
    State state = PolicyLook.state(document, words, language);
    if (state != State.POLICY && problems.isEmpty()) {
      problems.add(PolicyLook.problem(source.name(), state));
    }
    boolean searched = state == State.POLICY && language.equals("en");
    List<Clause> clauses =
        searched ? finder.find(source.name(), passages, request.budget()) : List.of();
    Readability readability = Readability.of(prose(passages), language);
    Policy policy =
        new Policy(
            Place.whole(source.name()),
            request.exhibit().detail("url"),
            state,
            language,
            searched,
            words.size(),
            passages.size(),
            readability.ease(),
            readability.grade(),
            EffectiveDate.of(passages),
            Coverage.of(passages),
            clauses);
    return new Reading(List.of(policy), problems, null);
  }

  /** The sentences that people read: no headings, no lone words. */
  private static List<String> prose(List<Passage> passages) {
    List<String> prose = new ArrayList<>();
    for (Passage passage : passages) {
      if (passage.type() != Passage.Type.HEADING) {
        for (String sentence : Sentences.of(passage.text())) {
          if (Words.of(sentence).size() >= SHORTEST_SENTENCE) {
            prose.add(sentence);
          }
        }
      }
    }
    return prose;
  }
}
