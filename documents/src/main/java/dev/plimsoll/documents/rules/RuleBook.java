package dev.plimsoll.documents.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules for one language, read from a text of the project.
 *
 * <p>{@code @name = word start* ...} names a class of words. {@code kind sense weight: pattern &
 * pattern & !pattern & ^pattern} is a rule; {@code !} must not occur, {@code ^} must occur in the
 * heading or lead-in over the sentence, {@code ~} anywhere in its passage. {@code -} stands for an
 * empty sense. Lines that begin with {@code --} are remarks.
 */
public final class RuleBook {
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<String, String> classes = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private RuleBook() {}

  /** Reads the rules from a resource beside a class. */
  public static RuleBook load(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the rules from a text. */
  public static RuleBook parse(String text) {
    RuleBook book = new RuleBook();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String rest = line.strip();
      if (rest.isEmpty() || rest.startsWith("--")) {
        continue;
      }
      try {
        book.add(rest);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("rule book, line " + number + ": " + rest, e);
      }
    }
    return book;
  }

  private void add(String line) {
    if (line.startsWith("@")) {
      int equals = line.indexOf('=');
      String name = line.substring(1, equals).strip();
      StringBuilder words = new StringBuilder();
      for (String each : line.substring(equals + 1).strip().split(" +")) {
        String word = each.startsWith("@") ? classes.get(each.substring(1)) : each;
        if (word == null) {
          throw new IllegalArgumentException("no such class: " + each);
        }
        words.append(words.isEmpty() ? "" : "|").append(word);
      }
      classes.put(name, words.toString());
      return;
    }
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).strip().split(" +");
    List<WordPattern> all = new ArrayList<>();
    List<WordPattern> none = new ArrayList<>();
    List<WordPattern> near = new ArrayList<>();
    List<WordPattern> over = new ArrayList<>();
    for (String part : line.substring(colon + 1).split("&")) {
      String pattern = part.strip();
      switch (pattern.charAt(0)) {
        case '!' -> none.add(WordPattern.parse(pattern.substring(1), vocabulary, classes));
        case '~' -> near.add(WordPattern.parse(pattern.substring(1), vocabulary, classes));
        case '^' -> over.add(WordPattern.parse(pattern.substring(1), vocabulary, classes));
        default -> all.add(WordPattern.parse(pattern, vocabulary, classes));
      }
    }
    String sense = head[1].equals("-") ? "" : head[1];
    rules.add(new Rule(head[0], sense, Double.parseDouble(head[2]), all, none, near, over));
  }

  /**
   * Marks the words of a sentence for the rules of this book.
   *
   * @param known marks of the words seen before, kept by the caller for one document
   */
  public Marked mark(List<String> words, Map<String, long[]> known) {
    return Marked.of(words, vocabulary, known);
  }

  /** The rules, in the order written. */
  public List<Rule> rules() {
    return rules;
  }
}
