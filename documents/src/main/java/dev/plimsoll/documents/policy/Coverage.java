package dev.plimsoll.documents.policy;

import dev.plimsoll.documents.rules.Marked;
import dev.plimsoll.documents.rules.Rule;
import dev.plimsoll.documents.rules.RuleBook;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import dev.plimsoll.model.observation.Policy.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a policy says that it covers. */
final class Coverage {
  private static final RuleBook BOOK = RuleBook.load(Coverage.class, "scope-en.rules");

  private Coverage() {}

  static Scope of(List<Passage> passages) {
    Map<String, long[]> known = new HashMap<>();
    Marked nothing = BOOK.mark(List.of(), known);
    boolean product = false;
    boolean website = false;
    for (Passage passage : passages) {
      for (String sentence : Sentences.of(passage.text())) {
        Marked marked = BOOK.mark(Words.of(sentence), known);
        for (Rule rule : BOOK.rules()) {
          if (rule.holds(marked, marked, nothing)) {
            product |= rule.kind().equals("product");
            website |= rule.kind().equals("website");
          }
        }
      }
    }
    return website ? Scope.WEBSITE_ONLY : product ? Scope.PRODUCT : Scope.UNSAID;
  }
}
