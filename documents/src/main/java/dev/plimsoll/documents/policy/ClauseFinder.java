package dev.plimsoll.documents.policy;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.documents.rules.Marked;
import dev.plimsoll.documents.rules.Rule;
import dev.plimsoll.documents.rules.RuleBook;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Policy.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the clauses of a policy with the rules of its language. */
final class ClauseFinder {
  private static final int LONGEST_QUOTE = 600;

  private static final RuleBook ENGLISH = RuleBook.load(ClauseFinder.class, "clauses-en.rules");

  private final RuleBook book;

  ClauseFinder(RuleBook book) {
    this.book = book;
  }

  /** Finds clauses in English. */
  static ClauseFinder english() {
    return new ClauseFinder(ENGLISH);
  }

  /** The clauses of all passages: at most one for each passage and kind. */
  List<Clause> find(String file, List<Passage> passages, Budget budget) {
    List<Clause> found = new ArrayList<>();
    Map<String, long[]> known = new HashMap<>();
    for (Passage passage : passages) {
      budget.check();
      if (passage.type() == Passage.Type.HEADING) {
        continue;
      }
      for (Map.Entry<String, Evidence> each : weigh(passage, known).entrySet()) {
        Evidence evidence = each.getValue();
        if (evidence.weight >= Rule.ENOUGH) {
          found.add(
              new Clause(
                  Place.passage(file, passage.number()),
                  each.getKey(),
                  evidence.sense,
                  quote(evidence.sentence)));
        }
      }
    }
    return found;
  }

  private Map<String, Evidence> weigh(Passage passage, Map<String, long[]> known) {
    Map<String, Evidence> best = new LinkedHashMap<>();
    Marked context = mark(String.join(" ", passage.headings()) + " " + passage.leadIn(), known);
    Marked whole = mark(passage.text(), known);
    for (String sentence : Sentences.of(passage.text())) {
      Map<String, Evidence> here = weigh(sentence, mark(sentence, known), whole, context);
      here.forEach(
          (kind, evidence) -> best.merge(kind, evidence, (a, b) -> b.weight > a.weight ? b : a));
    }
    return best;
  }

  private Map<String, Evidence> weigh(
      String sentence, Marked marked, Marked passage, Marked context) {
    Map<String, Evidence> here = new LinkedHashMap<>();
    for (Rule rule : book.rules()) {
      if (rule.holds(marked, passage, context)) {
        here.computeIfAbsent(rule.kind(), _ -> new Evidence(sentence)).add(rule);
      }
    }
    return here;
  }

  private Marked mark(String text, Map<String, long[]> known) {
    return book.mark(Words.of(text), known);
  }

  private static String quote(String sentence) {
    return sentence.length() <= LONGEST_QUOTE
        ? sentence
        : sentence.substring(0, LONGEST_QUOTE).strip() + " ...";
  }

  /** What speaks for a kind in one sentence. The sense is that of the first rule with the most. */
  private static final class Evidence {
    private final String sentence;
    private double weight;
    private double heaviest;
    private String sense = "";

    Evidence(String sentence) {
      this.sentence = sentence;
    }

    void add(Rule rule) {
      weight += rule.weight();
      if (rule.weight() > heaviest) {
        heaviest = rule.weight();
        sense = rule.sense();
      }
    }
  }
}
