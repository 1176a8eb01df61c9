package dev.plimsoll.documents.statement;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.documents.rules.Marked;
import dev.plimsoll.documents.rules.Rule;
import dev.plimsoll.documents.rules.RuleBook;
import dev.plimsoll.documents.text.Dates;
import dev.plimsoll.documents.text.Passage;
import dev.plimsoll.documents.text.Sentences;
import dev.plimsoll.documents.text.Words;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.SupportPeriod;
import dev.plimsoll.model.observation.SupportPeriod.From;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sentences that say how long security updates are provided, and what they say. */
final class SupportFinder {
  private static final RuleBook BOOK = RuleBook.load(SupportFinder.class, "support.rules");
  private static final int BEFORE_DATE = 8;
  private static final int LONGEST_QUOTE = 600;
  private static final int MAX_YEARS = 50;
  private static final Set<String> UNTIL =
      Set.of(
          "until", "till", "through", "ends", "end", "ended", "ending", "expires", "expiry", "eol",
          "up", "before", "bis", "endet", "jusqu", "jusquau", "hasta", "fino", "tot", "than",
          "since", "seit", "date", "minimum", "on");
  private static final Set<String> OTHER_DATES =
      Set.of(
          "published",
          "updated",
          "issued",
          "released",
          "launched",
          "signed",
          "from",
          "starting",
          "starts",
          "begins",
          "version",
          "manufactured",
          "ab",
          "dated");
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("vier", 4),
          Map.entry("fünf", 5),
          Map.entry("sechs", 6),
          Map.entry("sieben", 7),
          Map.entry("acht", 8),
          Map.entry("zehn", 10),
          Map.entry("deux", 2),
          Map.entry("trois", 3),
          Map.entry("cinq", 5),
          Map.entry("dos", 2),
          Map.entry("cinco", 5),
          Map.entry("due", 2),
          Map.entry("cinque", 5),
          Map.entry("twee", 2),
          Map.entry("vijf", 5));
  private static final Set<String> YEARS =
      Set.of(
          "year", "years", "yrs", "yr", "jahre", "jahren", "jahr", "ans", "an", "années", "años",
          "año", "anni", "anno", "jaar");
  private static final Set<String> MONTHS =
      Set.of("month", "months", "monate", "monaten", "monat", "mois", "meses", "mesi", "maanden");

  List<SupportPeriod> find(String file, List<Passage> passages, Budget budget) {
    List<SupportPeriod> found = new ArrayList<>();
    Map<String, long[]> known = new HashMap<>();
    String columns = "";
    for (Passage passage : passages) {
      budget.check();
      columns = passage.type() == Passage.Type.ROW ? columns : "";
      boolean header = passage.type() == Passage.Type.ROW && columns.isEmpty();
      String over = String.join(" ", passage.headings()) + " " + passage.leadIn() + " " + columns;
      Set<String> topics = topics(over, "", known);
      for (String sentence : pieces(passage)) {
        SupportPeriod period = read(file, passage, sentence, topics, known);
        if (period != null) {
          found.add(period);
        }
      }
      columns = header ? passage.text() : columns;
    }
    return found;
  }

  private static List<String> pieces(Passage passage) {
    return passage.type() == Passage.Type.ROW
        ? List.of(passage.text())
        : Sentences.of(passage.text());
  }

  private @Nullable SupportPeriod read(
      String file, Passage passage, String sentence, Set<String> over, Map<String, long[]> known) {
    Set<String> here = topics(sentence, over.contains("support") ? "updates support" : "", known);
    boolean about =
        here.contains("support") || (over.contains("support") && !here.contains("other"));
    if (!about) {
      return null;
    }
    List<String> words = Words.of(sentence);
    LocalDate until = until(sentence, words, passage.type() == Passage.Type.ROW, over, here);
    int months = until == null ? months(words) : 0;
    From from = from(here, until, months);
    if (until == null && months == 0 && from != From.LIFETIME) {
      return null;
    }
    return new SupportPeriod(
        Place.passage(file, passage.number()),
        sentence.length() <= LONGEST_QUOTE ? sentence : sentence.substring(0, LONGEST_QUOTE),
        until,
        months,
        from,
        Models.in(passage, sentence));
  }

  private static From from(Set<String> here, @Nullable LocalDate until, int months) {
    if (until != null) {
      return From.NONE;
    }
    if (months == 0) {
      return here.contains("lifetime") ? From.LIFETIME : From.NONE;
    }
    if (here.contains("last-sold")) {
      return From.LAST_SOLD;
    }
    return here.contains("purchase")
        ? From.PURCHASE
        : here.contains("on-sale") ? From.ON_SALE : From.NONE;
  }

  /**
   * The kinds of the rules that hold. {@code beside} lends words that the heading has already said.
   */
  private static Set<String> topics(String text, String beside, Map<String, long[]> known) {
    Marked marked = BOOK.mark(Words.of(text), known);
    Marked context = BOOK.mark(Words.of(beside), known);
    Set<String> kinds = new HashSet<>();
    for (Rule rule : BOOK.rules()) {
      if (rule.holds(marked, marked, context)) {
        kinds.add(rule.kind());
      }
    }
    return kinds;
  }

  private static @Nullable LocalDate until(
      String sentence, List<String> words, boolean row, Set<String> over, Set<String> here) {
    LocalDate best = null;
    for (Dates.Found date : Dates.in(words)) {
      String cue = cueBefore(words, date.start());
      boolean cued = UNTIL.contains(cue);
      boolean column = row && over.contains("support") && !OTHER_DATES.contains(cue);
      boolean ended = here.contains("ended") && !OTHER_DATES.contains(cue);
      if (cued || column || ended) {
        best = date.last();
      }
    }
    if (best == null && (row || words.stream().anyMatch(UNTIL::contains))) {
      best = Dates.withStops(sentence);
    }
    return best;
  }

  /** The nearest word before a date that says what the date is; empty where there is none. */
  private static String cueBefore(List<String> words, int start) {
    for (int i = start - 1; i >= Math.max(0, start - BEFORE_DATE); i--) {
      if (OTHER_DATES.contains(words.get(i))
          || (UNTIL.contains(words.get(i)) && !words.get(i).equals("on"))) {
        return words.get(i);
      }
    }
    return "";
  }

  /** The shortest length in months that is named; 0 where none is. */
  private static int months(List<String> words) {
    int shortest = 0;
    for (int i = 0; i + 1 < words.size(); i++) {
      int number = number(words.get(i));
      int unit = i + 1;
      // Two to five years: the promise is the smaller number.
      if (number > 0
          && i + 3 < words.size()
          && Set.of("to", "or", "and", "bis").contains(words.get(i + 1))
          && number(words.get(i + 2)) > 0) {
        unit = i + 3;
      }
      String word = words.get(unit);
      int length = YEARS.contains(word) ? number * 12 : MONTHS.contains(word) ? number : 0;
      if (length > 0 && length <= MAX_YEARS * 12) {
        shortest = shortest == 0 ? length : Math.min(shortest, length);
      }
    }
    return shortest;
  }

  private static int number(String word) {
    if (word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(word);
    }
    return NUMBERS.getOrDefault(word, 0);
  }
}
