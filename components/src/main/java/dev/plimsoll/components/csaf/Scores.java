package dev.plimsoll.components.csaf;

import java.util.Map;
import java.util.Objects;

/**
 * The equations of CVSS 2.0 (complete guide, section 3.2), 3.0 and 3.1 (specification, sections 7
 * and 8). Scores are tenths, so that they compare exactly.
 *
 * @param base base score in tenths
 * @param temporal temporal score in tenths
 * @param environmental environmental score in tenths
 */
record Scores(int base, int temporal, int environmental) {
  private static final Map<String, Double> V3 =
      Map.ofEntries(
          Map.entry("AV:N", 0.85),
          Map.entry("AV:A", 0.62),
          Map.entry("AV:L", 0.55),
          Map.entry("AV:P", 0.2),
          Map.entry("AC:L", 0.77),
          Map.entry("AC:H", 0.44),
          Map.entry("UI:N", 0.85),
          Map.entry("UI:R", 0.62),
          Map.entry("CIA:N", 0.0),
          Map.entry("CIA:L", 0.22),
          Map.entry("CIA:H", 0.56),
          Map.entry("E:U", 0.91),
          Map.entry("E:P", 0.94),
          Map.entry("E:F", 0.97),
          Map.entry("RL:O", 0.95),
          Map.entry("RL:T", 0.96),
          Map.entry("RL:W", 0.97),
          Map.entry("RC:U", 0.92),
          Map.entry("RC:R", 0.96),
          Map.entry("R:L", 0.5),
          Map.entry("R:H", 1.5));
  private static final Map<String, Double> V2 =
      Map.ofEntries(
          Map.entry("AV:L", 0.395),
          Map.entry("AV:A", 0.646),
          Map.entry("AV:N", 1.0),
          Map.entry("AC:H", 0.35),
          Map.entry("AC:M", 0.61),
          Map.entry("AC:L", 0.71),
          Map.entry("Au:M", 0.45),
          Map.entry("Au:S", 0.56),
          Map.entry("Au:N", 0.704),
          Map.entry("CIA:N", 0.0),
          Map.entry("CIA:P", 0.275),
          Map.entry("CIA:C", 0.66),
          Map.entry("E:U", 0.85),
          Map.entry("E:POC", 0.9),
          Map.entry("E:F", 0.95),
          Map.entry("RL:OF", 0.87),
          Map.entry("RL:TF", 0.9),
          Map.entry("RL:W", 0.95),
          Map.entry("RC:UC", 0.9),
          Map.entry("RC:UR", 0.95),
          Map.entry("CDP:N", 0.0),
          Map.entry("CDP:L", 0.1),
          Map.entry("CDP:LM", 0.3),
          Map.entry("CDP:MH", 0.4),
          Map.entry("CDP:H", 0.5),
          Map.entry("TD:N", 0.0),
          Map.entry("TD:L", 0.25),
          Map.entry("TD:M", 0.75),
          Map.entry("R:L", 0.5),
          Map.entry("R:H", 1.51));

  /** The scores of a whole vector of version 3.0 or 3.1. */
  static Scores v3(Map<String, String> vector, boolean minorOne) {
    boolean changed = "C".equals(vector.get("S"));
    double impact = 1 - (1 - cia3(vector, "C")) * (1 - cia3(vector, "I")) * (1 - cia3(vector, "A"));
    double exploit = exploitability(vector, "", changed);
    int base = combined(impact3(impact, changed, false, minorOne), exploit, changed, minorOne);
    double time = time(vector, V3, "X");
    return new Scores(
        base, roundUp(base / 10.0 * time, minorOne), environmental3(vector, time, minorOne));
  }

  private static int environmental3(Map<String, String> vector, double time, boolean minorOne) {
    boolean changed = "C".equals(modified(vector, "S"));
    double missed =
        Math.min(
            1
                - (1 - required3(vector, "C"))
                    * (1 - required3(vector, "I"))
                    * (1 - required3(vector, "A")),
            0.915);
    double impact = impact3(missed, changed, true, minorOne);
    double exploit = exploitability(vector, "M", changed);
    int whole = combined(impact, exploit, changed, minorOne);
    return roundUp(whole / 10.0 * time, minorOne);
  }

  private static int combined(double impact, double exploit, boolean changed, boolean minorOne) {
    if (impact <= 0) {
      return 0;
    }
    double sum = changed ? 1.08 * (impact + exploit) : impact + exploit;
    return roundUp(Math.min(sum, 10), minorOne);
  }

  private static double impact3(
      double missed, boolean changed, boolean environmental, boolean minorOne) {
    if (!changed) {
      return 6.42 * missed;
    }
    boolean newer = environmental && minorOne;
    double late = newer ? Math.pow(missed * 0.9731 - 0.02, 13) : Math.pow(missed - 0.02, 15);
    return 7.52 * (missed - 0.029) - 3.25 * late;
  }

  private static double exploitability(Map<String, String> vector, String prefix, boolean changed) {
    boolean own = prefix.isEmpty();
    String privileges = own ? value(vector, "PR") : modified(vector, "PR");
    double needed =
        switch (privileges) {
          case "L" -> changed ? 0.68 : 0.62;
          case "H" -> changed ? 0.5 : 0.27;
          default -> 0.85;
        };
    return 8.22
        * weight(V3, "AV:" + (own ? value(vector, "AV") : modified(vector, "AV")))
        * weight(V3, "AC:" + (own ? value(vector, "AC") : modified(vector, "AC")))
        * needed
        * weight(V3, "UI:" + (own ? value(vector, "UI") : modified(vector, "UI")));
  }

  private static double cia3(Map<String, String> vector, String code) {
    return weight(V3, "CIA:" + value(vector, code));
  }

  private static double required3(Map<String, String> vector, String code) {
    double requirement = V3.getOrDefault("R:" + vector.getOrDefault(code + "R", "X"), 1.0);
    return requirement * weight(V3, "CIA:" + modified(vector, code));
  }

  private static String modified(Map<String, String> vector, String code) {
    String own = vector.getOrDefault("M" + code, "X");
    return own.equals("X") ? value(vector, code) : own;
  }

  private static double time(
      Map<String, String> vector, Map<String, Double> weights, String unset) {
    double product = 1;
    for (String code : new String[] {"E", "RL", "RC"}) {
      product *= weights.getOrDefault(code + ":" + vector.getOrDefault(code, unset), 1.0);
    }
    return product;
  }

  /** Rounds up to tenths; version 3.1 defines it on integers to be free of float errors. */
  private static int roundUp(double value, boolean minorOne) {
    if (!minorOne) {
      return (int) Math.ceil(Math.round(value * 10 * 1e8) / 1e8);
    }
    long scaled = Math.round(value * 100_000);
    return (int) (scaled % 10_000 == 0 ? scaled / 10_000 : scaled / 10_000 + 1);
  }

  /** The scores of a whole vector of version 2.0. */
  static Scores v2(Map<String, String> vector) {
    double impact =
        10.41 * (1 - (1 - cia2(vector, "C")) * (1 - cia2(vector, "I")) * (1 - cia2(vector, "A")));
    int base = base2(vector, impact);
    double time = time(vector, V2, "ND");
    double adjusted =
        Math.min(
            10,
            10.41
                * (1
                    - (1 - required2(vector, "C"))
                        * (1 - required2(vector, "I"))
                        * (1 - required2(vector, "A"))));
    double adjustedTime = round(base2(vector, adjusted) / 10.0 * time) / 10.0;
    double damage = V2.getOrDefault("CDP:" + vector.getOrDefault("CDP", "ND"), 0.0);
    double spread = V2.getOrDefault("TD:" + vector.getOrDefault("TD", "ND"), 1.0);
    return new Scores(
        base,
        round(base / 10.0 * time),
        round((adjustedTime + (10 - adjustedTime) * damage) * spread));
  }

  private static int base2(Map<String, String> vector, double impact) {
    double exploit =
        20
            * weight(V2, "AV:" + value(vector, "AV"))
            * weight(V2, "AC:" + value(vector, "AC"))
            * weight(V2, "Au:" + value(vector, "Au"));
    double factor = impact == 0 ? 0 : 1.176;
    return round((0.6 * impact + 0.4 * exploit - 1.5) * factor);
  }

  private static double cia2(Map<String, String> vector, String code) {
    return weight(V2, "CIA:" + value(vector, code));
  }

  private static double required2(Map<String, String> vector, String code) {
    return cia2(vector, code) * V2.getOrDefault("R:" + vector.getOrDefault(code + "R", "ND"), 1.0);
  }

  private static int round(double value) {
    return (int) Math.round(Math.round(value * 10 * 1e8) / 1e8);
  }

  private static String value(Map<String, String> vector, String code) {
    return Objects.requireNonNull(vector.get(code));
  }

  private static double weight(Map<String, Double> weights, String key) {
    return Objects.requireNonNull(weights.get(key));
  }

  /** The severity of a score of version 3 (specification, section 5). */
  static String severity(int tenths) {
    if (tenths == 0) {
      return "NONE";
    }
    return tenths < 40 ? "LOW" : tenths < 70 ? "MEDIUM" : tenths < 90 ? "HIGH" : "CRITICAL";
  }
}
