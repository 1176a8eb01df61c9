package dev.plimsoll.documents.text;

import java.util.ArrayList;
import java.util.List;

/** Gathers passages and remembers the headings and the lead-in over the next one. */
final class Outline {
  private static final int MAX_PASSAGES = 200_000;
  private static final int LONGEST_LEAD_IN = 400;
  private static final int LONGEST_FRAGMENT = 400;

  private final List<Passage> passages = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private String leadIn = "";

  /** A heading of a level, 1 for the outermost. */
  void heading(int level, String text) {
    while (!levels.isEmpty() && levels.getLast() >= level) {
      levels.removeLast();
      headings.removeLast();
    }
    add(Passage.Type.HEADING, text, "");
    levels.add(level);
    headings.add(text);
    leadIn = "";
  }

  /** A paragraph. One that ends in a colon leads in what follows. */
  void text(String text) {
    boolean led = !leadIn.isEmpty() && isFragment(text);
    add(led ? Passage.Type.ITEM : Passage.Type.TEXT, text, led ? leadIn : "");
    leadIn = endsInColon(text) ? tail(text) : led ? leadIn : "";
  }

  /** An item of a list. */
  void item(String text) {
    add(Passage.Type.ITEM, text, leadIn);
    leadIn = endsInColon(text) ? tail(text) : leadIn;
  }

  /** A row of a table. */
  void row(String text) {
    add(Passage.Type.ROW, text, "");
  }

  List<Passage> passages() {
    return passages;
  }

  private void add(Passage.Type type, String text, String lead) {
    if (!text.isBlank() && passages.size() < MAX_PASSAGES) {
      int from = Math.max(0, headings.size() - Passage.MAX_HEADINGS);
      passages.add(
          new Passage(passages.size(), type, text, headings.subList(from, headings.size()), lead));
    }
  }

  /** Whether the text is a part of a sentence: begins small, or ends without a full stop. */
  private static boolean isFragment(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return text.length() <= LONGEST_FRAGMENT
        && (Character.isLowerCase(text.codePointAt(0)) || (last != '.' && last != ':'));
  }

  private static boolean endsInColon(String text) {
    return text.endsWith(":") || text.endsWith("\uFF1A");
  }

  private static String tail(String text) {
    List<String> sentences = Sentences.of(text);
    String last = sentences.isEmpty() ? text : sentences.getLast();
    return last.length() <= LONGEST_LEAD_IN
        ? last
        : last.substring(last.length() - LONGEST_LEAD_IN);
  }
}
