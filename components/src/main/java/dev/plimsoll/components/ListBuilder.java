package dev.plimsoll.components;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.ComponentList.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what a component list says, whatever its format. */
final class ListBuilder {
  /** Most components that are kept. */
  static final int MOST = 200_000;

  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST = 1000;

  private final String file;
  private final List<Component> components = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> roots = new HashSet<>();
  private @Nullable String format;
  private @Nullable String version;
  private @Nullable String subject;
  private @Nullable Instant made;
  private boolean full;

  ListBuilder(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void format(String name) {
    format = name;
  }

  /** The version of the format, by its own key. */
  void version(String text) {
    version = shortened(text);
  }

  void subject(@Nullable String name, @Nullable String release) {
    if (name != null && subject == null) {
      subject = release == null ? shortened(name) : shortened(name) + " " + shortened(release);
    }
  }

  /** The time of making; a text that is no time is left out. */
  void made(@Nullable String time) {
    if (time == null || made != null) {
      return;
    }
    try {
      made = OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      LocalDate day = day(time);
      made = day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /** The identifier of what the list describes. */
  void root(String id) {
    if (roots.size() < LONGEST) {
      roots.add(id);
    }
  }

  boolean isRoot(@Nullable String id) {
    return id != null && roots.contains(id);
  }

  /** Adds a component; one without a name is a problem, for nothing can be said about it. */
  void add(
      Place place,
      @Nullable String name,
      @Nullable String release,
      @Nullable String purl,
      @Nullable String end) {
    if (components.size() >= MOST) {
      if (!full) {
        problem(
            place,
            "the list has more than " + MOST + " components",
            "split it; what follows is not looked at");
      }
      full = true;
      return;
    }
    String called = name == null || name.isBlank() ? purl : name;
    if (called == null || called.isBlank()) {
      problem(place, "a component has no name", "have the list written again with names");
      return;
    }
    LocalDate last = end == null ? null : day(end);
    components.add(
        new Component(
            place,
            shortened(called),
            blankToNull(release),
            blankToNull(purl),
            last == null ? null : last.toString()));
  }

  void problem(Place place, String what, String mend) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(place, what, mend));
    }
  }

  Reading reading() {
    String name = format;
    if (name == null) {
      if (problems.isEmpty()) {
        problem(
            Place.whole(file),
            "this is neither CycloneDX nor SPDX",
            "ask for the component list in one of the two");
      }
      return new Reading(List.of(), problems, null);
    }
    String whole = version == null ? name : name + " " + version;
    return new Reading(
        List.of(new ComponentList(Place.whole(file), whole, subject, made, components)),
        problems,
        made);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : shortened(text);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
