package dev.plimsoll.documents.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sequence of words with gaps, matched against a sentence in bounded time.
 *
 * <p>Elements are parted by spaces: {@code word}, {@code start*}, {@code one|other},
 * {@code @class}, each with {@code ?} behind it where it may be absent. {@code ..n} lets up to n
 * other words lie between its neighbours ({@code ..} alone means {@value #GAP}).
 */
public final class WordPattern {
  /** Words that {@code ..} lets pass. */
  static final int GAP = 5;

  private static final int MAX_GAP = 40;

  private final List<Element> elements;

  private record Element(int feature, boolean optional, int gap) {}

  private WordPattern(List<Element> elements) {
    this.elements = elements;
  }

  /** Reads a pattern; unknown classes are an error of the rule book. */
  static WordPattern parse(String text, Vocabulary vocabulary, Map<String, String> classes) {
    List<Element> elements = new ArrayList<>();
    int gap = 0;
    for (String part : text.strip().split(" +")) {
      if (part.startsWith("..")) {
        gap = part.length() == 2 ? GAP : Math.min(MAX_GAP, Integer.parseInt(part.substring(2)));
        continue;
      }
      boolean optional = part.endsWith("?");
      String body = optional ? part.substring(0, part.length() - 1) : part;
      elements.add(new Element(vocabulary.feature(expand(body, classes)), optional, gap));
      gap = 0;
    }
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("empty pattern: " + text);
    }
    return new WordPattern(List.copyOf(elements));
  }

  private static String expand(String body, Map<String, String> classes) {
    StringBuilder all = new StringBuilder();
    for (String each : body.split("\\|")) {
      String words = each;
      if (each.startsWith("@")) {
        words = classes.get(each.substring(1));
        if (words == null) {
          throw new IllegalArgumentException("no such class: " + each);
        }
      }
      all.append(all.isEmpty() ? "" : "|").append(words);
    }
    return all.toString();
  }

  /** Whether it occurs in the sentence. */
  boolean matches(Marked sentence) {
    for (Element each : elements) {
      if (!each.optional && !sentence.has(each.feature)) {
        return false;
      }
    }
    for (int at = 0; at < sentence.size(); at++) {
      if (matches(sentence, at, 0)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(Marked sentence, int at, int index) {
    if (index == elements.size()) {
      return true;
    }
    Element element = elements.get(index);
    int last = Math.min(sentence.size() - 1, at + element.gap);
    for (int i = at; i <= last; i++) {
      if (sentence.is(i, element.feature) && matches(sentence, i + 1, index + 1)) {
        return true;
      }
    }
    return element.optional && matches(sentence, at, index + 1);
  }
}
