package dev.plimsoll.credentials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The project's own short lists: common passwords, words, and what vendors ship. */
public final class WordLists {
  private static final String EMPTY = "<empty>";

  private WordLists() {}

  /**
   * A login name and password that products leave the factory with.
   *
   * @param password empty where the product asks for none
   */
  public record Pair(String user, String password) {}

  /** Common passwords, most usual first. */
  public static Set<String> commonPasswords() {
    return Common.PASSWORDS;
  }

  /** Short English words in small letters. */
  public static Set<String> words() {
    return English.WORDS;
  }

  /** Login names and passwords of vendors, the most widely used first. */
  public static List<Pair> vendorDefaults() {
    return Vendors.PAIRS;
  }

  private static final class Common {
    static final Set<String> PASSWORDS = tokens("common-passwords.txt");
  }

  private static final class English {
    static final Set<String> WORDS = tokens("words.txt");
  }

  private static final class Vendors {
    static final List<Pair> PAIRS =
        lines("vendor-defaults.txt").stream().map(Vendors::pair).distinct().toList();

    private static Pair pair(String line) {
      int space = line.indexOf(' ');
      String password = line.substring(space + 1);
      return new Pair(line.substring(0, space), password.equals(EMPTY) ? "" : password);
    }
  }

  private static Set<String> tokens(String resource) {
    Set<String> found = new LinkedHashSet<>();
    for (String line : lines(resource)) {
      found.addAll(List.of(line.split(" ", -1)));
    }
    return java.util.Collections.unmodifiableSet(found);
  }

  private static List<String> lines(String resource) {
    List<String> found = new ArrayList<>();
    try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          found.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
