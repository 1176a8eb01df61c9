package dev.plimsoll.components.csaf;

import dev.plimsoll.bytes.text.LanguageTags;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The mandatory tests of CSAF 2.0, section 6.1, over one document. */
final class MandatoryTests {
  private MandatoryTests() {}

  /** Ids of the tests that fail, in the order of the standard; {@code schema} first. */
  static List<String> failed(Tree root) {
    Set<String> failed = new TreeSet<>(MandatoryTests::compare);
    ProductTests products = new ProductTests(root, failed::add);
    if (!hasFrame(root.at("document"))) {
      failed.add("schema");
    }
    products.run();
    new ScoreTests(failed::add).run(root);
    new HistoryTests(root, failed::add).run();
    new ProfileTests(root, products, failed::add).run();
    languages(root.at("document"), failed::add);
    vulnerabilities(root.at("vulnerabilities").items(), failed::add);
    return List.copyOf(failed);
  }

  private static boolean hasFrame(Tree document) {
    boolean publisher =
        document.at("publisher", "category").text() != null
            && document.at("publisher", "name").text() != null
            && document.at("publisher", "namespace").text() != null;
    boolean tracking =
        document.at("tracking", "id").text() != null
            && document.at("tracking", "status").text() != null
            && document.at("tracking", "version").text() != null
            && isTime(document.at("tracking", "current_release_date"))
            && isTime(document.at("tracking", "initial_release_date"))
            && !document.at("tracking", "revision_history").items().isEmpty();
    return publisher
        && tracking
        && document.at("title").text() != null
        && document.at("category").text() != null;
  }

  private static boolean isTime(Tree time) {
    return !HistoryTests.time(time.word()).equals(Instant.MIN);
  }

  private static void languages(Tree document, Consumer<String> fail) {
    String language = document.at("lang").text();
    String source = document.at("source_lang").text();
    if ((language != null && !LanguageTags.isLanguageTag(language))
        || (source != null && !LanguageTags.isLanguageTag(source))) {
      fail.accept("6.1.12");
    }
    if (source == null && document.at("publisher", "category").word().equals("translator")) {
      fail.accept("6.1.15");
    }
    if (source != null && source.equalsIgnoreCase(language)) {
      fail.accept("6.1.28");
    }
  }

  private static void vulnerabilities(List<Tree> vulnerabilities, Consumer<String> fail) {
    Set<String> cves = new HashSet<>();
    for (Tree each : vulnerabilities) {
      String cve = each.at("cve").text();
      if (cve != null && !cves.add(cve)) {
        fail.accept("6.1.23");
      }
      Tree weakness = each.at("cwe");
      if (weakness.isObject()
          && !Weaknesses.isNamed(weakness.at("id").word(), weakness.at("name").word())) {
        fail.accept("6.1.11");
      }
      Set<String> involved = new HashSet<>();
      for (Tree involvement : each.at("involvements").items()) {
        String date = involvement.at("date").text();
        String when = date == null ? "" : HistoryTests.time(date).toString();
        if (!involved.add(involvement.at("party").word() + " " + when)) {
          fail.accept("6.1.24");
        }
      }
    }
  }

  /** By the numbers between the dots, and a word before all. */
  private static int compare(String one, String other) {
    String[] first = one.split("\\.", -1);
    String[] second = other.split("\\.", -1);
    for (int i = 0; i < Math.min(first.length, second.length); i++) {
      int order = Integer.compare(number(first[i]), number(second[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(first.length, second.length);
  }

  private static int number(String part) {
    return Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : -1;
  }
}
