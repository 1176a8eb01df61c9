package dev.plimsoll.report;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * HTML in the making: elements that close in their order, and text that cannot be mistaken for
 * markup.
 *
 * <p>Tag and attribute names come from this program; values and text may come from anywhere. Line
 * ends are spaces, hidden characters are visible ({@link Visible}).
 */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element. Attributes are names and values by turns; a null value leaves one out. */
  Html open(String tag, @Nullable String... attributes) {
    tag(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the innermost open element. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the innermost open element and ends the line. */
  Html end() {
    close();
    return line();
  }

  /** A line feed, for those who read the source. */
  Html line() {
    out.append('\n');
    return this;
  }

  /** An element without content: a void one of HTML, or any of SVG. */
  Html empty(String tag, @Nullable String... attributes) {
    tag(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element with text. */
  Html element(String tag, String text, @Nullable String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Text of this program or from evidence. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** Text from evidence: its direction does not reach beyond it. */
  Html said(String text) {
    return element("bdi", text);
  }

  /** Markup that this program made. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  private void tag(String tag, @Nullable String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(value);
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    String line = Visible.line(text);
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      switch (each) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(each);
      }
    }
  }

  /** The whole. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
    return out.toString();
  }
}
