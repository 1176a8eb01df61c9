package dev.plimsoll.standards;

import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test that a person carries out and records.
 *
 * @param id what a record names it by
 * @param asks the question that it answers
 * @param does what to do, in words
 * @param outcomes what may come out, by its id
 * @param measure what is measured and held against the profile; null where nothing is
 */
public record HandsOnTest(
    String id,
    String requirement,
    String asks,
    String does,
    Map<String, Outcome> outcomes,
    @Nullable Measure measure) {

  /** What a record writes as its outcome where the value decides. */
  public static final String MEASURED = "measured";

  /**
   * One outcome.
   *
   * @param covers parts of the requirement's coverage list that it accounts for
   * @param cites appendix rule that it rests on; null where none
   * @param says the outcome in words
   */
  public record Outcome(
      String id, Verdict verdict, List<String> covers, @Nullable String cites, String says) {
    public Outcome {
      covers = List.copyOf(covers);
    }
  }

  /**
   * A value that is held against a threshold of the profile: at most the limit is a pass.
   *
   * @param limit key of the threshold
   * @param beyondVerdict what a value over the limit means
   */
  public record Measure(
      String unit,
      String limit,
      List<String> covers,
      String within,
      String beyond,
      Verdict beyondVerdict) {
    public Measure {
      covers = List.copyOf(covers);
    }
  }

  public HandsOnTest {
    outcomes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** The tests that the project ships, by id, in the order of the requirements. */
  public static Map<String, HandsOnTest> shipped() {
    return Shipped.ALL;
  }

  /** What a record may write as its outcome. */
  public List<String> choices() {
    List<String> choices = new ArrayList<>(outcomes.keySet());
    if (measure != null) {
      choices.addFirst(MEASURED);
    }
    return choices;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final Map<String, HandsOnTest> ALL = parse();

    private static Map<String, HandsOnTest> parse() {
      YamlMap root = Yaml.read("hands-on.yaml", Resources.text("hands-on.yaml"));
      Map<String, HandsOnTest> found = new LinkedHashMap<>();
      for (YamlMap each : root.maps("tests")) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (YamlMap outcome : each.maps("outcomes")) {
          String id = outcome.need("id");
          outcomes.put(
              id,
              new Outcome(
                  id,
                  verdict(outcome.need("verdict")),
                  outcome.texts("covers"),
                  outcome.text("cites"),
                  outcome.need("says")));
          outcome.done();
        }
        String id = each.need("id");
        found.put(
            id,
            new HandsOnTest(
                id,
                each.need("requirement"),
                each.need("asks"),
                each.need("do"),
                outcomes,
                measure(each.map("measures"))));
        each.done();
      }
      root.done();
      return java.util.Collections.unmodifiableMap(found);
    }

    private static @Nullable Measure measure(@Nullable YamlMap map) {
      if (map == null) {
        return null;
      }
      Measure measure =
          new Measure(
              map.need("unit"),
              map.need("limit"),
              map.texts("covers"),
              map.need("within"),
              map.need("beyond"),
              verdict(map.need("beyond-verdict")));
      map.done();
      return measure;
    }

    private static Verdict verdict(String id) {
      for (Verdict each : Verdict.values()) {
        if (each.id().equals(id)) {
          return each;
        }
      }
      throw new IllegalStateException("no verdict " + id);
    }
  }
}
