package dev.plimsoll.documents.text;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads HTML into passages: ballast and boilerplate go, collapsed and late text stays. */
final class Markup {
  private static final int SNIFF = 2048;
  private static final String BOILERPLATE =
      "script, style, noscript, template, svg, canvas, iframe, object, nav, select, button, textarea,"
          + " [role=navigation], [role=banner], [role=search], [role=menu], [role=menubar],"
          + " [aria-hidden=true], [hidden]:not([hidden=until-found])";
  private static final String EDGES = "header, footer, [role=contentinfo], aside";

  private Markup() {}

  /** Whether the bytes begin like an HTML page. */
  static boolean looksLikeHtml(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, SNIFF), StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .toLowerCase(Locale.ROOT);
    if (head.contains("<!doctype html") || head.contains("<html") || head.contains("<body")) {
      return true;
    }
    String start = head.strip();
    return start.startsWith("<")
        && (head.contains("<div")
            || head.contains("<p>")
            || head.contains("<head")
            || head.contains("<title")
            || head.contains("<meta")
            || head.contains("<script")
            || head.contains("<h1")
            || head.contains("<p ")
            || head.contains("<table"));
  }

  /**
   * The page without scripts, styles, comments and embedded data, which make up nearly all of a
   * large page and none of its words. Only for encodings that keep ASCII as it is.
   */
  static byte[] withoutBallast(byte[] bytes) {
    if (bytes.length <= Document.MAX_KEPT) {
      return bytes;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 20);
    int i = 0;
    while (i < bytes.length && kept.size() <= Document.MAX_KEPT) {
      int end = bytes[i] == '<' ? ballastEnd(bytes, i) : bytes[i] == 'd' ? dataEnd(bytes, i) : i;
      if (end > i) {
        i = end;
      } else {
        kept.write(bytes[i++]);
      }
    }
    return kept.toByteArray();
  }

  private static int ballastEnd(byte[] bytes, int at) {
    if (is(bytes, at, "<!--")) {
      return after(bytes, at + 4, "-->");
    }
    if (is(bytes, at, "<script")) {
      return after(bytes, at + 7, "</script>");
    }
    if (is(bytes, at, "<style")) {
      return after(bytes, at + 6, "</style>");
    }
    return is(bytes, at, "<svg") ? after(bytes, at + 4, "</svg>") : at;
  }

  private static int dataEnd(byte[] bytes, int at) {
    if (!is(bytes, at, "data:")) {
      return at;
    }
    int i = at;
    while (i < bytes.length
        && bytes[i] > ' '
        && bytes[i] != '"'
        && bytes[i] != '\''
        && bytes[i] != '>') {
      i++;
    }
    return i - at > 256 ? i : at;
  }

  private static int after(byte[] bytes, int from, String end) {
    for (int i = from; i + end.length() <= bytes.length; i++) {
      if (bytes[i] == end.charAt(0) && is(bytes, i, end)) {
        return i + end.length();
      }
    }
    return bytes.length;
  }

  private static boolean is(byte[] bytes, int at, String text) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      int b = bytes[at + i];
      if (b != text.charAt(i) && (b >= 'A' && b <= 'Z' ? b + 32 : b) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Reads the page. */
  static Document read(String html, List<Problem> problems, Budget budget) {
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    budget.check();
    Element root = page.selectFirst("html");
    String language =
        root == null ? "" : root.attr("lang").isEmpty() ? root.attr("xml:lang") : root.attr("lang");
    Document.Signs signs = signs(page);
    String title = Fold.spaces(page.title());
    page.select(BOILERPLATE).remove();
    for (Element each : page.select("[id], [class]")) {
      if (isNotice(each)) {
        each.remove();
      }
    }
    Element body = page.body();
    List<Passage> passages = passages(body, budget);
    return new Document(
        passages, title, language.isBlank() ? null : language.strip(), true, signs, problems);
  }

  private static List<Passage> passages(Element body, Budget budget) {
    List<Passage> all = new BlockWalk(budget).walk(body);
    Element inner = body.clone();
    inner.select(EDGES).remove();
    Element main = inner.selectFirst("main, [role=main]");
    if (main == null) {
      main = inner.selectFirst("article");
    }
    List<Passage> without = new BlockWalk(budget).walk(inner);
    List<Passage> narrow = main == null ? without : new BlockWalk(budget).walk(main);
    // Boilerplate is small: where cutting takes most of the words, the page uses the marks wrongly.
    List<Passage> best = letters(without) * 2 < letters(all) ? all : without;
    return letters(narrow) * 2 < letters(best) ? best : narrow;
  }

  private static long letters(List<Passage> passages) {
    return passages.stream().mapToLong(each -> each.text().length()).sum();
  }

  private static Document.Signs signs(org.jsoup.nodes.Document page) {
    List<String> frames = new ArrayList<>();
    page.select("iframe[src]").stream().limit(20).forEach(each -> frames.add(each.attr("src")));
    return new Document.Signs(
        page.select("script").size(),
        page.select("img").size(),
        page.select("input[type=password]").size(),
        frames);
  }

  /** Whether the element is a cookie notice laid over the page rather than part of its text. */
  private static boolean isNotice(Element element) {
    if (!element.hasParent()
        || element.normalName().equals("body")
        || element.normalName().equals("html")) {
      return false;
    }
    String names = (element.id() + " " + element.className()).toLowerCase(Locale.ROOT);
    boolean named =
        names.contains("onetrust")
            || names.contains("cookiebot")
            || names.contains("cookie-banner")
            || names.contains("cookie-consent")
            || names.contains("cookie-notice")
            || names.contains("cookiebanner")
            || names.contains("cookieconsent")
            || names.contains("consent-banner")
            || names.contains("gdpr-banner")
            || names.contains("breadcrumb")
            || names.contains("skip-link")
            || names.contains("skip-to-content");
    return named && element.text().length() < 4000;
  }
}
