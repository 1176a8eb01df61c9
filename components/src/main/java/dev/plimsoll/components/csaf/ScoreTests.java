package dev.plimsoll.components.csaf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tests about CVSS: CSAF 2.0, sections 6.1.8 to 6.1.10. */
final class ScoreTests {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final List<String> SEVERITIES =
      List.of("NONE", "LOW", "MEDIUM", "HIGH", "CRITICAL");

  private final Consumer<String> fail;

  ScoreTests(Consumer<String> fail) {
    this.fail = fail;
  }

  void run(Tree root) {
    for (Tree vulnerability : root.at("vulnerabilities").items()) {
      for (Tree score : vulnerability.at("scores").items()) {
        if (score.at("cvss_v2").isPresent()) {
          version2(score.at("cvss_v2"));
        }
        if (score.at("cvss_v3").isPresent()) {
          version3(score.at("cvss_v3"));
        }
      }
    }
  }

  private void version2(Tree cvss) {
    Map<String, String> vector = Metric.vector(cvss.at("vectorString").word(), Metric.V2);
    boolean sound = cvss.at("version").word().equals("2.0") && sound(cvss, Metric.V2);
    if (!sound || vector == null) {
      fail.accept("6.1.8");
    }
    if (vector != null) {
      Scores scores = Scores.v2(vector);
      if (differs(cvss, "baseScore", scores.base())
          || differs(cvss, "temporalScore", scores.temporal())
          || differs(cvss, "environmentalScore", scores.environmental())) {
        fail.accept("6.1.9");
      }
      consistent(cvss, vector, Metric.V2);
    }
  }

  private void version3(Tree cvss) {
    String version = cvss.at("version").word();
    String text = cvss.at("vectorString").word();
    String head = "CVSS:" + version + "/";
    boolean known = version.equals("3.0") || version.equals("3.1");
    Map<String, String> vector =
        known && text.startsWith(head)
            ? Metric.vector(text.substring(head.length()), Metric.V3)
            : null;
    boolean rated = SEVERITIES.contains(cvss.at("baseSeverity").word());
    if (vector == null || !rated || !sound(cvss, Metric.V3)) {
      fail.accept("6.1.8");
    }
    if (vector != null) {
      Scores scores = Scores.v3(vector, version.equals("3.1"));
      if (differs3(cvss, "base", scores.base())
          || differs3(cvss, "temporal", scores.temporal())
          || differs3(cvss, "environmental", scores.environmental())) {
        fail.accept("6.1.9");
      }
      consistent(cvss, vector, Metric.V3);
    }
  }

  /** Whether the parts are of the kind and range that the schema of CVSS wants. */
  private static boolean sound(Tree cvss, List<Metric> metrics) {
    if (cvss.at("baseScore").number() == null) {
      return false;
    }
    for (String key : List.of("baseScore", "temporalScore", "environmentalScore")) {
      BigDecimal score = cvss.at(key).number();
      if (cvss.at(key).isPresent()
          && (score == null || score.signum() < 0 || score.compareTo(TEN) > 0)) {
        return false;
      }
    }
    for (Metric metric : metrics) {
      Tree said = cvss.at(metric.property());
      if (said.isPresent() && !metric.values().containsValue(said.word())) {
        return false;
      }
    }
    return true;
  }

  private static boolean differs3(Tree cvss, String kind, int tenths) {
    String severity = cvss.at(kind + "Severity").text();
    return differs(cvss, kind + "Score", tenths)
        || (severity != null && !severity.equals(Scores.severity(tenths)));
  }

  private static boolean differs(Tree cvss, String key, int tenths) {
    BigDecimal said = cvss.at(key).number();
    return said != null && said.compareTo(BigDecimal.valueOf(tenths, 1)) != 0;
  }

  private void consistent(Tree cvss, Map<String, String> vector, List<Metric> metrics) {
    for (Metric metric : metrics) {
      String said = cvss.at(metric.property()).text();
      @Nullable String code = vector.get(metric.code());
      String meant = code == null ? null : metric.values().get(code);
      boolean same = meant == null ? said == null || Metric.isUnset(said) : meant.equals(said);
      if (said != null && !same) {
        fail.accept("6.1.10");
      }
    }
  }
}
