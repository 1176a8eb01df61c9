package dev.plimsoll.components.csaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a CVSS vector: its code there, its name in JSON, and its values by code.
 *
 * @param code such as AV
 * @param property such as attackVector
 * @param needed whether every vector has it
 * @param values the name in JSON by the code in the vector
 */
record Metric(String code, String property, boolean needed, Map<String, String> values) {

  private static final String UNSET = "NOT_DEFINED";

  /** CVSS 3.0 and 3.1 (FIRST, specification sections 2 to 4). */
  static final List<Metric> V3 =
      List.of(
          base("AV", "attackVector", "N:NETWORK A:ADJACENT_NETWORK L:LOCAL P:PHYSICAL"),
          base("AC", "attackComplexity", "L:LOW H:HIGH"),
          base("PR", "privilegesRequired", "N:NONE L:LOW H:HIGH"),
          base("UI", "userInteraction", "N:NONE R:REQUIRED"),
          base("S", "scope", "U:UNCHANGED C:CHANGED"),
          base("C", "confidentialityImpact", "N:NONE L:LOW H:HIGH"),
          base("I", "integrityImpact", "N:NONE L:LOW H:HIGH"),
          base("A", "availabilityImpact", "N:NONE L:LOW H:HIGH"),
          more("E", "exploitCodeMaturity", "X U:UNPROVEN P:PROOF_OF_CONCEPT F:FUNCTIONAL H:HIGH"),
          more(
              "RL",
              "remediationLevel",
              "X O:OFFICIAL_FIX T:TEMPORARY_FIX W:WORKAROUND U:UNAVAILABLE"),
          more("RC", "reportConfidence", "X U:UNKNOWN R:REASONABLE C:CONFIRMED"),
          more("CR", "confidentialityRequirement", "X L:LOW M:MEDIUM H:HIGH"),
          more("IR", "integrityRequirement", "X L:LOW M:MEDIUM H:HIGH"),
          more("AR", "availabilityRequirement", "X L:LOW M:MEDIUM H:HIGH"),
          more("MAV", "modifiedAttackVector", "X N:NETWORK A:ADJACENT_NETWORK L:LOCAL P:PHYSICAL"),
          more("MAC", "modifiedAttackComplexity", "X L:LOW H:HIGH"),
          more("MPR", "modifiedPrivilegesRequired", "X N:NONE L:LOW H:HIGH"),
          more("MUI", "modifiedUserInteraction", "X N:NONE R:REQUIRED"),
          more("MS", "modifiedScope", "X U:UNCHANGED C:CHANGED"),
          more("MC", "modifiedConfidentialityImpact", "X N:NONE L:LOW H:HIGH"),
          more("MI", "modifiedIntegrityImpact", "X N:NONE L:LOW H:HIGH"),
          more("MA", "modifiedAvailabilityImpact", "X N:NONE L:LOW H:HIGH"));

  /** CVSS 2.0 (FIRST, complete guide, section 2). */
  static final List<Metric> V2 =
      List.of(
          base("AV", "accessVector", "L:LOCAL A:ADJACENT_NETWORK N:NETWORK"),
          base("AC", "accessComplexity", "H:HIGH M:MEDIUM L:LOW"),
          base("Au", "authentication", "M:MULTIPLE S:SINGLE N:NONE"),
          base("C", "confidentialityImpact", "N:NONE P:PARTIAL C:COMPLETE"),
          base("I", "integrityImpact", "N:NONE P:PARTIAL C:COMPLETE"),
          base("A", "availabilityImpact", "N:NONE P:PARTIAL C:COMPLETE"),
          more("E", "exploitability", "ND U:UNPROVEN POC:PROOF_OF_CONCEPT F:FUNCTIONAL H:HIGH"),
          more(
              "RL",
              "remediationLevel",
              "ND OF:OFFICIAL_FIX TF:TEMPORARY_FIX W:WORKAROUND U:UNAVAILABLE"),
          more("RC", "reportConfidence", "ND UC:UNCONFIRMED UR:UNCORROBORATED C:CONFIRMED"),
          more(
              "CDP",
              "collateralDamagePotential",
              "ND N:NONE L:LOW LM:LOW_MEDIUM MH:MEDIUM_HIGH H:HIGH"),
          more("TD", "targetDistribution", "ND N:NONE L:LOW M:MEDIUM H:HIGH"),
          more("CR", "confidentialityRequirement", "ND L:LOW M:MEDIUM H:HIGH"),
          more("IR", "integrityRequirement", "ND L:LOW M:MEDIUM H:HIGH"),
          more("AR", "availabilityRequirement", "ND L:LOW M:MEDIUM H:HIGH"));

  private static Metric base(String code, String property, String values) {
    return new Metric(code, property, true, parse(values));
  }

  private static Metric more(String code, String property, String values) {
    return new Metric(code, property, false, parse(values));
  }

  private static Map<String, String> parse(String values) {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String each : values.split(" ", -1)) {
      int colon = each.indexOf(':');
      parsed.put(
          colon < 0 ? each : each.substring(0, colon),
          colon < 0 ? UNSET : each.substring(colon + 1));
    }
    return parsed;
  }

  /**
   * The values of a vector by code.
   *
   * @return null where a metric is unknown, stands twice, or a needed one is missing
   */
  static @Nullable Map<String, String> vector(String text, List<Metric> metrics) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String each : text.split("/", 64)) {
      int colon = each.indexOf(':');
      String code = colon < 0 ? each : each.substring(0, colon);
      String value = colon < 0 ? "" : each.substring(colon + 1);
      boolean known =
          metrics.stream().anyMatch(m -> m.code.equals(code) && m.values.containsKey(value));
      if (!known || found.put(code, value) != null) {
        return null;
      }
    }
    boolean whole = metrics.stream().allMatch(m -> !m.needed || found.containsKey(m.code));
    return whole ? found : null;
  }

  /** Whether the value stands for "not defined". */
  static boolean isUnset(String value) {
    return value.equals(UNSET);
  }
}
