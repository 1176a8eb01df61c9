package dev.plimsoll.documents.text;

import dev.plimsoll.bytes.Budget;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a page in reading order and makes a passage of every block. No recursion. */
final class BlockWalk implements NodeVisitor {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hr",
          "legend",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "ul",
          "li",
          "tr",
          "td",
          "th",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");
  private static final int LONGEST_BOLD_HEADING = 100;
  private static final int LONGEST_ROW = 3000;

  private final Budget budget;
  private final Outline outline = new Outline();
  private final StringBuilder text = new StringBuilder();
  private int items;

  /** Depth of the table row that is being read; 0 outside. */
  private int rows;

  private int breaks;
  private int boldLetters;
  private int visited;

  BlockWalk(Budget budget) {
    this.budget = budget;
  }

  List<Passage> walk(Element root) {
    root.traverse(this);
    flush(0);
    return outline.passages();
  }

  @Override
  public void head(Node node, int depth) {
    if ((++visited & 0xFFF) == 0) {
      budget.check();
    }
    if (node instanceof TextNode words) {
      String whole = words.getWholeText();
      if (!whole.isBlank()) {
        breaks = 0;
        if (isBold(node)) {
          boldLetters += whole.strip().length();
        }
      }
      text.append(whole.replace('\n', ' '));
      return;
    }
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (name.equals("br")) {
      if (++breaks >= 2) {
        flush(0);
      }
      text.append(' ');
    } else if (rows > 0) {
      boolean cell = name.equals("td") || name.equals("th");
      text.append(cell && !isBlank(text) ? " | " : BLOCKS.contains(name) ? " " : "");
    } else if (BLOCKS.contains(name)) {
      flush(0);
      if (name.equals("li")) {
        items++;
      } else if (name.equals("tr") && holdsData(element)) {
        rows = depth;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (rows > 0 && rows == depth) {
      flush(0);
      rows = 0;
    } else if (rows == 0 && BLOCKS.contains(name)) {
      flush(level(name));
      if (name.equals("li")) {
        items--;
      }
    }
  }

  private void flush(int level) {
    String folded = Fold.spaces(text.toString()).strip();
    text.setLength(0);
    breaks = 0;
    int bold = boldLetters;
    boldLetters = 0;
    if (folded.isEmpty()) {
      return;
    }
    if (level > 0) {
      outline.heading(level, folded);
    } else if (rows > 0) {
      outline.row(folded);
    } else if (items > 0) {
      outline.item(folded);
    } else if (bold * 10 >= folded.length() * 9 && folded.length() <= LONGEST_BOLD_HEADING) {
      outline.heading(6, folded);
    } else {
      outline.text(folded);
    }
  }

  /** Whether a row belongs to a table of data. Old pages use tables for their layout. */
  private static boolean holdsData(Element row) {
    return row.selectFirst("table, h1, h2, h3, h4") == null && row.text().length() <= LONGEST_ROW;
  }

  private static boolean isBlank(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBold(Node node) {
    Node parent = node.parent();
    for (int i = 0; i < 3 && parent instanceof Element element; i++) {
      String name = element.normalName();
      if (name.equals("b") || name.equals("strong") || name.equals("u")) {
        return true;
      }
      parent = element.parent();
    }
    return false;
  }

  private static int level(String name) {
    return name.length() == 2
            && name.charAt(0) == 'h'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '6'
        ? name.charAt(1) - '0'
        : 0;
  }
}
