package dev.plimsoll.disclosure;

import dev.plimsoll.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A page as a reader sees it: passages in their order, with the links and forms among them. */
final class Page {
  private static final int MOST_PASSAGES = 20_000;
  private static final int LONGEST = 20_000;
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "head", "iframe", "object");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "div",
          "section",
          "article",
          "tr",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "table",
          "form",
          "header",
          "footer",
          "main",
          "nav",
          "aside",
          "body",
          "br",
          "label",
          "address",
          "figure",
          "details",
          "summary");

  private final String file;
  private final List<Passage> passages = new ArrayList<>();

  private Page(String file) {
    this.file = file;
  }

  /**
   * One run of text.
   *
   * @param text with single blanks
   * @param links where its links lead to
   * @param form whether a form for text stands in it
   */
  record Passage(Place place, String text, List<Link> links, boolean form) {

    /** The text in lower case. */
    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** A link by its target and its text. */
  record Link(String target, String text) {}

  List<Passage> passages() {
    return passages;
  }

  /** The passages of an HTML page; what is not shown is left out. */
  static Page ofHtml(String file, String html, String base) {
    Page page = new Page(file);
    Document document = Jsoup.parse(html, base);
    Walk walk = page.new Walk();
    document.traverse(walk);
    walk.flush();
    return page;
  }

  /** The paragraphs of a plain text, each placed by its first line. */
  static Page ofText(String file, String text) {
    Page page = new Page(file);
    StringBuilder paragraph = new StringBuilder();
    int first = 1;
    int line = 0;
    int from = 0;
    while (from <= text.length() && page.passages.size() < MOST_PASSAGES) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : feed;
      String each = text.substring(from, end).strip();
      line++;
      if (each.isEmpty()) {
        page.add(Place.line(file, first), paragraph, List.of(), false);
      } else {
        first = paragraph.isEmpty() ? line : first;
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(each);
      }
      from = end + 1;
    }
    page.add(Place.line(file, first), paragraph, List.of(), false);
    return page;
  }

  private void add(Place place, StringBuilder text, List<Link> links, boolean form) {
    String bare = text.toString().strip();
    text.setLength(0);
    if (bare.isEmpty() && links.isEmpty() && !form) {
      return;
    }
    String kept = bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    passages.add(new Passage(place, kept, List.copyOf(links), form));
  }

  /** Goes over the tree once, without recursion. */
  private final class Walk implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private final List<Link> links = new ArrayList<>();
    private boolean form;
    private int hidden;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (isUnseen(element)) {
          hidden++;
        } else if (hidden == 0) {
          enter(element);
        }
      } else if (node instanceof TextNode words && hidden == 0 && text.length() < LONGEST) {
        append(words.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (isUnseen(element)) {
        hidden--;
      } else if (hidden == 0 && BLOCKS.contains(element.normalName())) {
        flush();
      } else if (hidden == 0 && (element.normalName().equals("td") || element.nameIs("th"))) {
        append(" | ");
      }
    }

    private void enter(Element element) {
      String name = element.normalName();
      if (BLOCKS.contains(name)) {
        flush();
      }
      switch (name) {
        case "a" -> {
          if (element.hasAttr("href") && links.size() < 1000) {
            links.add(new Link(element.attr("href").strip(), clipped(element)));
          }
        }
        case "textarea" -> form = true;
        default -> {}
      }
    }

    /** The link's own words alone: a link around a whole page is no label. */
    private String clipped(Element element) {
      String own = element.ownText();
      return own.length() > 200 ? own.substring(0, 200) : own;
    }

    private boolean isUnseen(Element element) {
      return UNSEEN.contains(element.normalName()) || element.hasAttr("hidden");
    }

    private void append(String words) {
      for (int i = 0; i < words.length() && text.length() < LONGEST; i++) {
        char c = words.charAt(i);
        boolean blank = Character.isWhitespace(c) || c == '\u00a0';
        if (!blank) {
          text.append(c);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      }
    }

    private void flush() {
      if (passages.size() < MOST_PASSAGES) {
        add(Place.passage(file, passages.size()), text, links, form);
      }
      text.setLength(0);
      links.clear();
      form = false;
    }
  }
}
