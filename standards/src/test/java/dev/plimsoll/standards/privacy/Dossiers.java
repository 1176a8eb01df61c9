package dev.plimsoll.standards.privacy;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.CheckPage;
import java.util.List;

/** Dossiers with policies for tests, as YAML. */
final class Dossiers {
  private Dossiers() {}

  /** The beginning, with these keys of the product. */
  static String product(String keys) {
    return "product: {name: Lamp, " + keys + "}\nevidence:\n";
  }

  /** One policy: its keys, and the clauses as kind, sense and quote. */
  static String policy(String keys, String... clauses) {
    StringBuilder yaml =
        new StringBuilder("  - file: p")
            .append(Integer.toHexString(keys.hashCode()))
            .append(
                ".html\n    as: privacy-policy\n    at: 2026-11-10\n    seen:\n      - Policy: {state: POLICY, passages: 60, ");
    yaml.append(keys).append(", clauses: [");
    for (int i = 0; i + 2 < clauses.length; i += 3) {
      yaml.append(i > 0 ? ", " : "")
          .append("{passage: ")
          .append(i)
          .append(", kind: ")
          .append(clauses[i])
          .append(", sense: ")
          .append(clauses[i + 1])
          .append(", quote: \"")
          .append(clauses[i + 2])
          .append("\"}");
    }
    return yaml.append("]}\n").toString();
  }

  /** The record of a hands-on test. */
  static String record(String test, String outcome) {
    return "  - file: record.yaml\n    as: record\n    at: 2026-11-10\n    seen:\n      - TestRecord: {test: "
        + test
        + ", outcome: "
        + outcome
        + "}\n";
  }

  static List<Finding> findings(Check check, String... parts) {
    return CheckPage.findings(check, String.join("", parts));
  }

  static List<Verdict> verdicts(Check check, String... parts) {
    return findings(check, parts).stream().map(Finding::verdict).toList();
  }
}
