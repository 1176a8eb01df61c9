package dev.plimsoll.report;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Result;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can be counted in an assessment. Counts stand beside the result and never make it.
 *
 * @param applicable requirements that count and concern the product
 * @param decided those of them that are met or not met
 * @param strengths decided requirements by the weakest evidence behind each; every strength is
 *     there
 * @param open what would settle what is open, in the order of the requirements that count, then of
 *     the others
 */
record Summary(int applicable, int decided, Map<Strength, Integer> strengths, List<Open> open) {

  /**
   * One thing that would settle something.
   *
   * @param what what to get, and who could supply it
   * @param requirements ids of those that it would settle
   * @param must whether one of them counts
   */
  record Open(String what, List<String> requirements, boolean must) {}

  static Summary of(Assessment assessment) {
    int applicable = 0;
    int decided = 0;
    Map<Strength, Integer> strengths = new EnumMap<>(Strength.class);
    for (Strength strength : Strength.values()) {
      strengths.put(strength, 0);
    }
    for (RequirementVerdict each : requirements(assessment)) {
      if (each.must() && each.verdict() != Verdict.NOT_APPLICABLE) {
        applicable++;
        decided += decided(each) ? 1 : 0;
      }
      Strength strength = each.strength();
      if (decided(each) && strength != null) {
        strengths.merge(strength, 1, Integer::sum);
      }
    }
    return new Summary(applicable, decided, strengths, open(assessment));
  }

  static List<RequirementVerdict> requirements(Assessment assessment) {
    return assessment.standards().stream().flatMap(s -> s.requirements().stream()).toList();
  }

  private static boolean decided(RequirementVerdict requirement) {
    return requirement.verdict() == Verdict.PASS || requirement.verdict() == Verdict.FAIL;
  }

  private static List<Open> open(Assessment assessment) {
    List<Open> open = new ArrayList<>();
    Map<String, LinkedHashSet<String>> must = new LinkedHashMap<>();
    Map<String, LinkedHashSet<String>> should = new LinkedHashMap<>();
    for (RequirementVerdict each : requirements(assessment)) {
      for (String what : each.settle()) {
        Map<String, LinkedHashSet<String>> into =
            each.must() || must.containsKey(what) ? must : should;
        into.computeIfAbsent(what, key -> new LinkedHashSet<>()).add(each.id());
      }
    }
    must.forEach((what, ids) -> {
      LinkedHashSet<String> all = new LinkedHashSet<>(ids);
      all.addAll(should.getOrDefault(what, new LinkedHashSet<>()));
      open.add(new Open(what, List.copyOf(all), true));
    });
    should.forEach((what, ids) -> {
      if (!must.containsKey(what)) {
        open.add(new Open(what, List.copyOf(ids), false));
      }
    });
    return List.copyOf(open);
  }

  /** The result in one sentence, with what decides it. */
  static String sentence(Assessment assessment) {
    String why = why(assessment);
    return name(assessment)
        + " "
        + assessment.result().words()
        + (why.isEmpty() ? "" : ": " + why)
        + ".";
  }

  /** What decides the result, as part of a sentence; empty where every standard is met. */
  static String why(Assessment assessment) {
    return why(assessment.result(), assessment.standards());
  }

  /** Vendor and name; the name alone where it holds the vendor already. */
  static String name(Assessment assessment) {
    String name = assessment.product().name();
    String vendor = assessment.product().vendor();
    boolean named =
        vendor == null
            || vendor.isBlank()
            || name.toLowerCase(Locale.ROOT).startsWith(vendor.toLowerCase(Locale.ROOT))
            || vendor.equalsIgnoreCase("unknown");
    return named ? name : vendor + " " + name;
  }

  private static String why(Result result, List<StandardVerdict> standards) {
    return switch (result) {
      case MEETS -> "";
      case DOES_NOT_MEET -> reason("it fails on ", titles(standards, true));
      case CANNOT_CONFIRM -> reason("too little is known of ", titles(standards, false));
    };
  }

  private static String reason(String lead, List<String> titles) {
    return titles.isEmpty() ? "" : lead + joined(titles);
  }

  private static List<String> titles(List<StandardVerdict> standards, boolean failed) {
    return standards.stream()
        .filter(s -> failed ? s.verdict() == Verdict.FAIL : open(s.verdict()))
        .map(s -> lowerFirst(s.title()))
        .toList();
  }

  private static boolean open(Verdict verdict) {
    return verdict == Verdict.INCONCLUSIVE
        || verdict == Verdict.NOT_ASSESSED
        || verdict == Verdict.ERROR;
  }

  private static String lowerFirst(String title) {
    boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
    return word ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
  }

  /** Items in a sentence: {@code a, b and c}. */
  static String joined(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** How many of the requirements that count are decided, in words. */
  String completeness() {
    if (applicable == 1) {
      return "The one requirement that counts is " + (decided == 1 ? "decided" : "open");
    }
    return decided + " of the " + applicable + " requirements that count are decided";
  }

  /** What decided requirements rest on, strongest first, in words; empty where none is decided. */
  String mix() {
    List<String> parts = new ArrayList<>();
    for (Strength strength : List.of(Strength.values()).reversed()) {
      int count = strengths.getOrDefault(strength, 0);
      if (count > 0) {
        parts.add(count + " " + strength.id());
      }
    }
    return joined(parts);
  }

  /** A standard's requirements that count, by outcome, in words. */
  static String counts(StandardVerdict standard) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : List.of("met", "not met", "open", "not for this product")) {
      counts.put(word, 0);
    }
    int musts = 0;
    for (RequirementVerdict each : standard.requirements()) {
      if (each.must()) {
        musts++;
        counts.merge(word(each.verdict()), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((word, count) -> parts.add(count == 0 ? "" : count + " " + word));
    parts.removeIf(String::isEmpty);
    String things = musts == 1 ? " requirement counts: " : " requirements count: ";
    return musts == 0 ? "" : musts + things + joined(parts);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "met";
      case FAIL -> "not met";
      case NOT_APPLICABLE -> "not for this product";
      case INCONCLUSIVE, NOT_ASSESSED, ERROR -> "open";
    };
  }
}
