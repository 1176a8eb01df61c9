package dev.plimsoll.documents.policy;

import dev.plimsoll.documents.text.Dates;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date that a policy says it holds from; where it names none, the date of its last
 * revision.
 */
final class EffectiveDate {
  private static final Set<String> HOLDS =
      Set.of(
          "effective", "force", "effect", "gültig", "vigueur", "vigor", "vigore", "ingangsdatum");
  private static final Set<String> REVISED =
      Set.of(
          "updated",
          "update",
          "modified",
          "revised",
          "revision",
          "amended",
          "changed",
          "reviewed",
          "version",
          "stand",
          "aktualisiert",
          "mise",
          "jour",
          "actualización",
          "actualizado",
          "aggiornamento",
          "bijgewerkt",
          "atualização",
          "dated");
  private static final int WITHIN = 12;

  private EffectiveDate() {}

  static @Nullable LocalDate of(List<Passage> passages) {
    LocalDate revised = null;
    for (Passage passage : passages) {
      for (String sentence : Sentences.of(passage.text())) {
        List<String> words = Words.of(sentence);
        for (Dates.Found date : Dates.in(words)) {
          if (near(words, date, HOLDS)) {
            return date.first();
          }
          if (revised == null && near(words, date, REVISED)) {
            revised = date.first();
          }
        }
      }
    }
    return revised;
  }

  private static boolean near(List<String> words, Dates.Found date, Set<String> cues) {
    int from = Math.max(0, date.start() - WITHIN);
    int to = Math.min(words.size(), date.end() + WITHIN / 2);
    return words.subList(from, to).stream().anyMatch(cues::contains);
  }
}
