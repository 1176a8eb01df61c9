package dev.plimsoll.components.csaf;

import dev.plimsoll.components.PackageUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The products of an advisory, and the tests about them: CSAF 2.0, sections 6.1.1 to 6.1.7, 6.1.13,
 * 6.1.25, 6.1.29, 6.1.31 to 6.1.33.
 */
final class ProductTests {
  private static final List<Set<String>> CONTRADICTIONS =
      List.of(
          Set.of("first_affected", "known_affected", "last_affected"),
          Set.of("known_not_affected"),
          Set.of("first_fixed", "fixed"),
          Set.of("under_investigation"));
  private static final Set<String> VAGUE =
      Set.of("after", "all", "before", "earlier", "later", "prior", "versions");
  private static final Set<String> JUSTIFICATIONS =
      Set.of(
          "component_not_present",
          "inline_mitigations_already_exist",
          "vulnerable_code_cannot_be_controlled_by_adversary",
          "vulnerable_code_not_in_execute_path",
          "vulnerable_code_not_present");

  private final Tree root;
  private final Consumer<String> fail;
  private final Set<String> products = new HashSet<>();
  private final Map<String, List<String>> groups = new HashMap<>();

  ProductTests(Tree root, Consumer<String> fail) {
    this.root = root;
    this.fail = fail;
  }

  void run() {
    Tree tree = root.at("product_tree");
    for (Tree product : definitions(tree)) {
      String id = product.at("product_id").word();
      if (!id.isEmpty() && !products.add(id)) {
        fail.accept("6.1.2");
      }
      helper(product.at("product_identification_helper"));
    }
    for (Tree group : tree.at("product_groups").items()) {
      if (groups.put(group.at("group_id").word(), group.at("product_ids").texts()) != null) {
        fail.accept("6.1.5");
      }
      defined(group.at("product_ids").texts());
    }
    circles(tree.at("relationships").items());
    root.at("vulnerabilities").items().forEach(this::vulnerability);
  }

  /** The products that a remediation, flag or threat speaks of, by id and by group. */
  Set<String> productsOf(Tree part) {
    Set<String> found = new LinkedHashSet<>(part.at("product_ids").texts());
    for (String group : part.at("group_ids").texts()) {
      found.addAll(groups.getOrDefault(group, List.of()));
    }
    return found;
  }

  private List<Tree> definitions(Tree tree) {
    List<Tree> found = new ArrayList<>(tree.at("full_product_names").items());
    branches(tree.at("branches").items(), found);
    for (Tree each : tree.at("relationships").items()) {
      found.add(each.at("full_product_name"));
    }
    return found;
  }

  private void branches(List<Tree> branches, List<Tree> found) {
    for (Tree branch : branches) {
      if (branch.at("product").isObject()) {
        found.add(branch.at("product"));
      }
      if (branch.at("category").word().equals("product_version")
          && isVague(branch.at("name").word())) {
        fail.accept("6.1.31");
      }
      branches(branch.at("branches").items(), found);
    }
  }

  private static boolean isVague(String version) {
    if (version.indexOf('<') >= 0 || version.indexOf('>') >= 0) {
      return true;
    }
    for (String word : version.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (VAGUE.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private void helper(Tree helper) {
    if (helper.at("purl").text() != null && !PackageUrl.isValid(helper.at("purl").word())) {
      fail.accept("6.1.13");
    }
    for (Tree hash : helper.at("hashes").items()) {
      Set<String> algorithms = new HashSet<>();
      for (Tree each : hash.at("file_hashes").items()) {
        if (!algorithms.add(each.at("algorithm").word())) {
          fail.accept("6.1.25");
        }
      }
    }
  }

  /** A relationship must not rest on the product that it defines, straight or in a circle. */
  private void circles(List<Tree> relationships) {
    Map<String, List<String>> rests = new HashMap<>();
    for (Tree each : relationships) {
      List<String> on =
          List.of(
              each.at("product_reference").word(), each.at("relates_to_product_reference").word());
      defined(on);
      rests.put(each.at("full_product_name", "product_id").word(), on);
    }
    Set<String> sound = new HashSet<>();
    for (String start : rests.keySet()) {
      if (isCircle(start, rests, sound)) {
        fail.accept("6.1.3");
        return;
      }
    }
  }

  /** Follows the references without recursion; what is known to be sound is not followed again. */
  private static boolean isCircle(
      String start, Map<String, List<String>> rests, Set<String> sound) {
    List<String> open = new ArrayList<>(rests.getOrDefault(start, List.of()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String each = open.removeLast();
      if (each.equals(start)) {
        return true;
      }
      if (!sound.contains(each) && seen.add(each)) {
        open.addAll(rests.getOrDefault(each, List.of()));
      }
    }
    sound.add(start);
    return false;
  }

  private void defined(Iterable<String> ids) {
    for (String id : ids) {
      if (!products.contains(id)) {
        fail.accept("6.1.1");
      }
    }
  }

  private void vulnerability(Tree vulnerability) {
    statuses(vulnerability.at("product_status"));
    Set<String> scored = new HashSet<>();
    for (Tree score : vulnerability.at("scores").items()) {
      List<String> ids = score.at("products").texts();
      defined(ids);
      for (String version : versions(score)) {
        ids.stream()
            .filter(id -> !scored.add(version + " " + id))
            .forEach(_ -> fail.accept("6.1.7"));
      }
    }
    for (Tree remediation : vulnerability.at("remediations").items()) {
      referenced(remediation, "6.1.29");
    }
    Map<String, String> labels = new HashMap<>();
    for (Tree flag : vulnerability.at("flags").items()) {
      referenced(flag, "6.1.32");
      String label = flag.at("label").word();
      if (JUSTIFICATIONS.contains(label)) {
        for (String id : productsOf(flag)) {
          String before = labels.put(id, label);
          if (before != null && !before.equals(label)) {
            fail.accept("6.1.33");
          }
        }
      }
    }
    for (Tree threat : vulnerability.at("threats").items()) {
      references(threat);
    }
  }

  private void statuses(Tree status) {
    Map<String, Integer> kinds = new HashMap<>();
    for (String key : status.keys()) {
      List<String> ids = status.at(key).texts();
      defined(ids);
      for (int kind = 0; kind < CONTRADICTIONS.size(); kind++) {
        if (CONTRADICTIONS.get(kind).contains(key)) {
          for (String id : ids) {
            Integer before = kinds.put(id, kind);
            if (before != null && before != kind) {
              fail.accept("6.1.6");
            }
          }
        }
      }
    }
  }

  private static List<String> versions(Tree score) {
    List<String> versions = new ArrayList<>();
    if (score.at("cvss_v2").isObject()) {
      versions.add("2.0");
    }
    if (score.at("cvss_v3").isObject()) {
      versions.add(score.at("cvss_v3", "version").word());
    }
    return versions;
  }

  private void referenced(Tree part, String test) {
    if (!part.at("product_ids").isPresent() && !part.at("group_ids").isPresent()) {
      fail.accept(test);
    }
    references(part);
  }

  private void references(Tree part) {
    defined(part.at("product_ids").texts());
    for (String group : part.at("group_ids").texts()) {
      if (!groups.containsKey(group)) {
        fail.accept("6.1.4");
      }
    }
  }
}
