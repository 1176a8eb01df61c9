package dev.plimsoll.credentials.labels;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The labels that are looked at together, and what is the same in all their passwords. */
final class Lot {
  private final List<Unit> units;
  private final String[] passwords;
  private final String[] cores;
  private final Alphabet alphabet;

  Lot(List<Unit> units) {
    this.units = List.copyOf(units);
    this.passwords = units.stream().map(Unit::password).toArray(String[]::new);
    this.cores = cores(passwords);
    this.alphabet = Alphabet.of(cores);
  }

  List<Unit> units() {
    return units;
  }

  int size() {
    return passwords.length;
  }

  /** Passwords in the order of the units. */
  String[] passwords() {
    return passwords;
  }

  /**
   * Passwords without the beginning and the end that all units share, and without separators that
   * stand at the same place in all. Of a single unit, the password itself.
   */
  String[] cores() {
    return cores;
  }

  /** The smallest usual alphabet that holds every character of the cores. */
  Alphabet alphabet() {
    return alphabet;
  }

  /** The units for which the column has a value, as a lot; null where there is none. */
  @Nullable Lot having(Function<Unit, @Nullable String> column) {
    List<Unit> some = units.stream().filter(unit -> column.apply(unit) != null).toList();
    return some.isEmpty() ? null : some.size() == units.size() ? this : new Lot(some);
  }

  /** The length of all texts where they are equally long; -1 where they are not. */
  static int lengthOf(String[] texts) {
    int length = texts.length == 0 ? -1 : texts[0].length();
    for (String text : texts) {
      if (text.length() != length) {
        return -1;
      }
    }
    return length;
  }

  /** How many different characters stand at this place. */
  static int distinct(String[] texts, int place) {
    Set<Character> seen = new HashSet<>();
    for (String text : texts) {
      seen.add(text.charAt(place));
    }
    return seen.size();
  }

  private static String[] cores(String[] passwords) {
    if (new HashSet<>(List.of(passwords)).size() < 2) {
      return passwords;
    }
    int shortest = Integer.MAX_VALUE;
    for (String password : passwords) {
      shortest = Math.min(shortest, password.length());
    }
    int head = 0;
    while (head < shortest && distinct(passwords, head) == 1) {
      head++;
    }
    int tail = 0;
    while (tail < shortest - head && sameFromEnd(passwords, tail)) {
      tail++;
    }
    String[] cores = new String[passwords.length];
    for (int i = 0; i < cores.length; i++) {
      cores[i] = passwords[i].substring(head, passwords[i].length() - tail);
    }
    return withoutSeparators(cores);
  }

  private static boolean sameFromEnd(String[] texts, int back) {
    char first = texts[0].charAt(texts[0].length() - 1 - back);
    for (String text : texts) {
      if (text.charAt(text.length() - 1 - back) != first) {
        return false;
      }
    }
    return true;
  }

  private static String[] withoutSeparators(String[] cores) {
    int length = lengthOf(cores);
    if (length < 0) {
      return cores;
    }
    StringBuilder[] kept = new StringBuilder[cores.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new StringBuilder(length);
    }
    for (int place = 0; place < length; place++) {
      boolean separator =
          !Character.isLetterOrDigit(cores[0].charAt(place)) && distinct(cores, place) == 1;
      for (int i = 0; i < kept.length && !separator; i++) {
        kept[i].append(cores[i].charAt(place));
      }
    }
    String[] plain = new String[cores.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = kept[i].toString();
    }
    return plain;
  }
}
