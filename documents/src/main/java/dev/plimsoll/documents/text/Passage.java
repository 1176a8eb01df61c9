package dev.plimsoll.documents.text;

import java.util.List;

/**
 * One passage of a document: a paragraph, a heading, a list item or a table row.
 *
 * @param number place in the document, from 0
 * @param type what it is
 * @param text the words, white space folded to single spaces; line breaks only before list items
 * @param headings the headings that stand over it, outermost first, at most {@value #MAX_HEADINGS}
 * @param leadIn the sentence that introduces the list that it belongs to; empty where there is none
 */
public record Passage(int number, Type type, String text, List<String> headings, String leadIn) {
  /** Most headings that a passage carries. */
  public static final int MAX_HEADINGS = 2;

  public Passage {
    headings = List.copyOf(headings);
  }

  /** What a passage is. */
  public enum Type {
    /** A heading. */
    HEADING,
    /** A paragraph. */
    TEXT,
    /** An item of a list. */
    ITEM,
    /** A row of a table. */
    ROW
  }

  /** The nearest heading; empty where there is none. */
  public String heading() {
    return headings.isEmpty() ? "" : headings.getLast();
  }
}
