package dev.plimsoll.standards.vulnerabilities;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.ComponentList.Component;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a component list shows by itself: parts past their makers' support. That nothing is known
 * against the others it cannot show, so it never passes.
 */
public final class TrackedComponents implements Check {
  private static final int SHOWN = 5;

  @Override
  public String requirement() {
    return "MSS-4.4";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.SBOM);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    Set<String> core = Set.copyOf(profile.words("components.core"));
    LocalDate today = evidence.at().atZone(ZoneOffset.UTC).toLocalDate();
    for (Seen<ComponentList> seen : evidence.all(ComponentList.class)) {
      boolean assessed = isOfAssessedVersion(seen, evidence.product().firmware());
      List<Component> ended = new ArrayList<>();
      for (Component component : seen.what().components()) {
        String end = component.end();
        if (end != null && LocalDate.parse(end).isBefore(today)) {
          ended.add(component);
        }
      }
      List<Component> decisive =
          assessed ? ended.stream().filter(each -> isCore(each, core)).toList() : List.of();
      decisive.forEach(each -> findings.add(past(seen, each)));
      findings.add(unmatched(seen, ended, assessed));
    }
    return findings;
  }

  /**
   * Whether the list names the assessed firmware, or the dossier says that it was taken from it.
   */
  private static boolean isOfAssessedVersion(Seen<ComponentList> seen, @Nullable String firmware) {
    String taken = seen.artefact().firmware();
    if (firmware == null) {
      return false;
    }
    String subject = seen.what().subject();
    boolean named = subject != null && subject.endsWith(" " + firmware);
    return firmware.equals(taken) || named;
  }

  private static boolean isCore(Component component, Set<String> core) {
    String name = component.name().toLowerCase(Locale.ROOT);
    return core.contains(name.substring(name.lastIndexOf('/') + 1));
  }

  private Finding past(Seen<ComponentList> seen, Component component) {
    return fail("The firmware contains %s, whose maker's support ended on %s."
            .formatted(words(component), component.end()))
        .from(seen.artefact(), component.place())
        .covers("components")
        .build();
  }

  private Finding unmatched(Seen<ComponentList> seen, List<Component> ended, boolean assessed) {
    List<Component> all = seen.what().components();
    long bare = all.stream().filter(each -> each.version() == null).count();
    StringBuilder reason = new StringBuilder();
    reason.append("The list names %d components".formatted(all.size()));
    reason.append(bare == 0 ? "" : ", %d of them without a version".formatted(bare));
    reason.append(", and they were not matched against advisory data.");
    if (!ended.isEmpty()) {
      List<String> names =
          ended.stream().limit(SHOWN).map(each -> words(each) + " until " + each.end()).toList();
      reason.append(" Past their makers' support: ").append(String.join(", ", names));
      reason.append(ended.size() > SHOWN ? " and others." : ".");
    }
    if (!assessed) {
      reason.append(" Nothing ties the list to the assessed version.");
    }
    String settle =
        (assessed ? "" : "Get the list of the assessed version; ")
            + "match the list against dated advisory data, and ask the vendor for a statement on"
            + " what is found.";
    return open(reason.toString(), settle).from(seen).covers("components").build();
  }

  private static String words(Component component) {
    return component.version() == null
        ? component.name()
        : component.name() + " " + component.version();
  }
}
