package dev.plimsoll.components.csaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The tests about the profile that an advisory claims: CSAF 2.0, sections 6.1.26 and 6.1.27. */
final class ProfileTests {
  private static final String RESPONSE = "csaf_security_incident_response";
  private static final String INFORMATIONAL = "csaf_informational_advisory";
  private static final String ADVISORY = "csaf_security_advisory";
  private static final String VEX = "csaf_vex";
  private static final Set<String> PROFILES = Set.of(RESPONSE, INFORMATIONAL, ADVISORY, VEX);
  private static final Set<String> TELLING = Set.of("description", "details", "general", "summary");
  private static final List<String> VEX_STATUS =
      List.of("fixed", "known_affected", "known_not_affected", "under_investigation");

  private final Tree root;
  private final ProductTests products;
  private final Consumer<String> fail;
  private final String category;

  ProfileTests(Tree root, ProductTests products, Consumer<String> fail) {
    this.root = root;
    this.products = products;
    this.fail = fail;
    this.category = root.at("document", "category").word();
  }

  void run() {
    if (!PROFILES.contains(category)) {
      name();
      return;
    }
    if (category.equals(RESPONSE) || category.equals(INFORMATIONAL)) {
      talks();
    }
    if (category.equals(INFORMATIONAL) && root.at("vulnerabilities").isPresent()) {
      fail.accept("6.1.27.3");
    }
    if (category.equals(ADVISORY) || category.equals(VEX)) {
      lists();
    }
    if (category.equals(VEX)) {
      root.at("vulnerabilities").items().forEach(this::vex);
    }
  }

  /** A name of one's own must not look like that of a profile. */
  private void name() {
    String bare = bare(category);
    boolean reserved =
        category.toLowerCase(Locale.ROOT).startsWith("csaf_") && !category.equals("csaf_base");
    for (String profile : PROFILES) {
      String full = bare(profile);
      if (reserved || bare.equals(full) || bare.equals(full.substring("csaf".length()))) {
        fail.accept("6.1.26");
        return;
      }
    }
  }

  private static String bare(String name) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_' && !Character.isWhitespace(c)) {
        bare.append(c);
      }
    }
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  private void talks() {
    if (root.at("document", "notes").items().stream()
        .noneMatch(note -> TELLING.contains(note.at("category").word()))) {
      fail.accept("6.1.27.1");
    }
    if (root.at("document", "references").items().stream()
        .noneMatch(reference -> reference.at("category").word().equals("external"))) {
      fail.accept("6.1.27.2");
    }
  }

  private void lists() {
    if (!root.at("product_tree").isPresent()) {
      fail.accept("6.1.27.4");
    }
    if (!root.at("vulnerabilities").isPresent()) {
      fail.accept("6.1.27.11");
    }
    for (Tree each : root.at("vulnerabilities").items()) {
      if (!each.at("notes").isPresent()) {
        fail.accept("6.1.27.5");
      }
      if (category.equals(ADVISORY) && !each.at("product_status").isPresent()) {
        fail.accept("6.1.27.6");
      }
    }
  }

  private void vex(Tree vulnerability) {
    Tree status = vulnerability.at("product_status");
    if (VEX_STATUS.stream().noneMatch(key -> status.at(key).isPresent())) {
      fail.accept("6.1.27.7");
    }
    if (!vulnerability.at("cve").isPresent() && !vulnerability.at("ids").isPresent()) {
      fail.accept("6.1.27.8");
    }
    Set<String> explained = new HashSet<>();
    vulnerability.at("flags").items().forEach(flag -> explained.addAll(products.productsOf(flag)));
    for (Tree threat : vulnerability.at("threats").items()) {
      if (threat.at("category").word().equals("impact")) {
        explained.addAll(products.productsOf(threat));
      }
    }
    if (!explained.containsAll(status.at("known_not_affected").texts())) {
      fail.accept("6.1.27.9");
    }
    Set<String> acted = new HashSet<>();
    vulnerability
        .at("remediations")
        .items()
        .forEach(each -> acted.addAll(products.productsOf(each)));
    if (!acted.containsAll(status.at("known_affected").texts())) {
      fail.accept("6.1.27.10");
    }
  }
}
