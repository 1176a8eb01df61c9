package dev.plimsoll.components.csaf;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tests about versions and their history: CSAF 2.0, sections 6.1.14, 6.1.16 to 6.1.22, 6.1.30.
 */
final class HistoryTests {
  private final Tree tracking;
  private final Consumer<String> fail;

  HistoryTests(Tree root, Consumer<String> fail) {
    this.tracking = root.at("document", "tracking");
    this.fail = fail;
  }

  /** One revision; the version is null where it is neither an integer nor a semantic version. */
  private record Revision(Instant date, String number, @Nullable Version version) {}

  void run() {
    List<Revision> listed = new ArrayList<>();
    for (Tree each : tracking.at("revision_history").items()) {
      String number = each.at("number").word();
      listed.add(new Revision(time(each.at("date").word()), number, Version.of(number)));
    }
    Version current = Version.of(tracking.at("version").word());
    status(current, tracking.at("status").word());
    forms(listed, current);
    Set<String> numbers = new HashSet<>();
    for (Revision each : listed) {
      if (!numbers.add(each.number)) {
        fail.accept("6.1.22");
      }
      Version version = each.version;
      if (version != null && !version.pre.isEmpty()) {
        fail.accept("6.1.19");
      }
    }
    order(listed, current);
  }

  private void status(@Nullable Version current, String status) {
    if (current == null) {
      return;
    }
    boolean early = current.isZero() || !current.pre.isEmpty();
    if (early && !status.equals("draft")) {
      fail.accept("6.1.17");
    }
    boolean released = status.equals("final") || status.equals("interim");
    if (released && !current.pre.isEmpty()) {
      fail.accept("6.1.20");
    }
    for (Tree each : tracking.at("revision_history").items()) {
      Version version = Version.of(each.at("number").word());
      if (released && version != null && version.isZero()) {
        fail.accept("6.1.18");
      }
    }
  }

  private void forms(List<Revision> listed, @Nullable Version current) {
    Set<Boolean> forms = new HashSet<>();
    if (current != null) {
      forms.add(current.whole);
    }
    for (Revision each : listed) {
      if (each.version != null) {
        forms.add(each.version.whole);
      }
    }
    if (forms.size() > 1) {
      fail.accept("6.1.30");
    }
  }

  private void order(List<Revision> listed, @Nullable Version current) {
    List<Revision> sorted = new ArrayList<>();
    listed.stream().filter(each -> each.version != null).forEach(sorted::add);
    Comparator<Revision> byVersion = (one, other) -> Version.compare(one.version, other.version);
    sorted.sort(Comparator.comparing(Revision::date).thenComparing(byVersion));
    for (int i = 1; i < sorted.size(); i++) {
      if (byVersion.compare(sorted.get(i - 1), sorted.get(i)) > 0) {
        fail.accept("6.1.14");
      }
    }
    if (sorted.isEmpty()) {
      return;
    }
    Version last = sorted.getLast().version;
    boolean draft = tracking.at("status").word().equals("draft");
    if (current != null && last != null && !current.sameRelease(last, draft)) {
      fail.accept("6.1.16");
    }
    gaps(sorted.stream().sorted(byVersion).toList());
  }

  private void gaps(List<Revision> sorted) {
    BigInteger before = null;
    for (Revision each : sorted) {
      Version version = each.version;
      if (version == null) {
        continue;
      }
      BigInteger most = before == null ? BigInteger.ONE : before.add(BigInteger.ONE);
      if (version.major.compareTo(most) > 0) {
        fail.accept("6.1.21");
      }
      before = version.major;
    }
  }

  /** A time; the first of all where it is none, for the schema speaks of that. */
  static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  /**
   * An integer, or a semantic version (semver.org 2.0.0).
   *
   * @param whole whether it is an integer
   * @param pre what stands after the hyphen; empty where nothing does
   */
  private record Version(
      boolean whole, BigInteger major, BigInteger minor, BigInteger patch, String pre) {

    static @Nullable Version of(String text) {
      if (text.length() > 200) {
        return null;
      }
      int plus = text.indexOf('+');
      String core = plus < 0 ? text : text.substring(0, plus);
      int hyphen = core.indexOf('-');
      String pre = hyphen < 0 ? "" : core.substring(hyphen + 1);
      String[] parts = (hyphen < 0 ? core : core.substring(0, hyphen)).split("\\.", -1);
      for (String part : parts) {
        if (!isNumber(part)) {
          return null;
        }
      }
      if (parts.length == 1 && plus < 0 && hyphen < 0) {
        return new Version(true, new BigInteger(parts[0]), BigInteger.ZERO, BigInteger.ZERO, "");
      }
      return parts.length != 3 || (hyphen >= 0 && pre.isEmpty())
          ? null
          : new Version(
              false,
              new BigInteger(parts[0]),
              new BigInteger(parts[1]),
              new BigInteger(parts[2]),
              pre);
    }

    private static boolean isNumber(String part) {
      return !part.isEmpty()
          && part.chars().allMatch(c -> c >= '0' && c <= '9')
          && (part.length() == 1 || part.charAt(0) != '0');
    }

    boolean isZero() {
      return major.signum() == 0;
    }

    /** Whether both are one release: build metadata apart, and in drafts the pre-release too. */
    boolean sameRelease(Version other, boolean draft) {
      return whole == other.whole
          && major.equals(other.major)
          && minor.equals(other.minor)
          && patch.equals(other.patch)
          && (draft || pre.equals(other.pre));
    }

    static int compare(@Nullable Version one, @Nullable Version other) {
      if (one == null || other == null) {
        return 0;
      }
      int order = one.major.compareTo(other.major);
      order = order != 0 ? order : one.minor.compareTo(other.minor);
      order = order != 0 ? order : one.patch.compareTo(other.patch);
      if (order != 0 || one.pre.equals(other.pre)) {
        return order;
      }
      if (one.pre.isEmpty() || other.pre.isEmpty()) {
        return one.pre.isEmpty() ? 1 : -1;
      }
      return comparePre(one.pre.split("\\.", -1), other.pre.split("\\.", -1));
    }

    private static int comparePre(String[] one, String[] other) {
      for (int i = 0; i < Math.min(one.length, other.length); i++) {
        boolean first = isNumber(one[i]);
        boolean second = isNumber(other[i]);
        int order =
            first && second
                ? new BigInteger(one[i]).compareTo(new BigInteger(other[i]))
                : first != second ? (first ? -1 : 1) : one[i].compareTo(other[i]);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(one.length, other.length);
    }
  }
}
