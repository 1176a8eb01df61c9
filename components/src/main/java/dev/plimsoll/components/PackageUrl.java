package dev.plimsoll.components;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package URL (ECMA-427): what names a package in any ecosystem, in its canonical form.
 *
 * @param type such as npm, lower case
 * @param namespace such as a group or distribution, parts joined by slashes; null where there is
 *     none
 * @param version null where there is none
 * @param qualifiers by key, sorted
 * @param subpath null where there is none
 */
public record PackageUrl(
    String type,
    @Nullable String namespace,
    String name,
    @Nullable String version,
    SortedMap<String, String> qualifiers,
    @Nullable String subpath) {

  private static final int LONGEST = 16_384;
  private static final Set<String> LOWER_NAMESPACE =
      Set.of(
          "alpm",
          "apk",
          "bitbucket",
          "composer",
          "deb",
          "github",
          "golang",
          "hex",
          "qpkg",
          "rpm",
          "vscode-extension");
  private static final Set<String> LOWER_NAME =
      Set.of(
          "alpm",
          "apk",
          "bitbucket",
          "bitnami",
          "composer",
          "deb",
          "github",
          "golang",
          "hex",
          "oci",
          "otp",
          "pub",
          "pypi",
          "vscode-extension");
  private static final Set<String> NEEDS_NAMESPACE =
      Set.of(
          "alpm",
          "bitbucket",
          "composer",
          "deb",
          "github",
          "maven",
          "swift",
          "vscode-extension",
          "cpan");
  private static final Set<String> WITHOUT_NAMESPACE =
      Set.of(
          "bazel",
          "bitnami",
          "cargo",
          "chrome-extension",
          "cocoapods",
          "conda",
          "cran",
          "gem",
          "hackage",
          "julia",
          "mlflow",
          "nuget",
          "oci",
          "opam",
          "otp",
          "pub",
          "pypi");

  public PackageUrl {
    qualifiers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
  }

  /** Whether a text is a package URL. */
  public static boolean isValid(String text) {
    return parse(text).isPresent();
  }

  /** The package URL in a text; empty where the text is none. Keys of qualifiers are lower case. */
  public static Optional<PackageUrl> parse(String text) {
    return parse(text, true);
  }

  /** As {@link #parse}, but keys of qualifiers may stand in any case: for what others wrote. */
  public static Optional<PackageUrl> canonical(String text) {
    return parse(text, false);
  }

  private static Optional<PackageUrl> parse(String text, boolean strict) {
    if (text.length() > LONGEST || !text.regionMatches(true, 0, "pkg:", 0, 4)) {
      return Optional.empty();
    }
    String rest = text.substring(4);
    int hash = rest.lastIndexOf('#');
    String subpath = hash < 0 ? null : parts(rest.substring(hash + 1), true);
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.lastIndexOf('?');
    SortedMap<String, String> qualifiers =
        mark < 0 ? new TreeMap<>() : qualifiers(rest.substring(mark + 1), strict);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (qualifiers == null) {
      return Optional.empty();
    }
    rest = withoutSlashes(rest);
    int slash = rest.indexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    String type = rest.substring(0, slash);
    String path = withoutSlashes(rest.substring(slash + 1));
    // A version begins at the last "@", but not at that of a scope such as "@angular/core".
    int at = path.lastIndexOf('@');
    boolean scope = at >= 0 && path.indexOf('/', at) >= 0;
    String version = at < 0 || scope ? null : decoded(path.substring(at + 1));
    path = at < 0 || scope ? path : withoutSlashes(path.substring(0, at));
    int last = path.lastIndexOf('/');
    String namespace = last < 0 ? null : parts(path.substring(0, last), false);
    String name = decoded(path.substring(last + 1));
    return name == null
        ? Optional.empty()
        : of(type, namespace, name, version, qualifiers, subpath);
  }

  /** A package URL of its parts, normalised; empty where they make none. */
  public static Optional<PackageUrl> of(
      @Nullable String type,
      @Nullable String namespace,
      @Nullable String name,
      @Nullable String version,
      Map<String, String> qualifiers,
      @Nullable String subpath) {
    if (type == null || !isType(type) || name == null || name.isEmpty()) {
      return Optional.empty();
    }
    String kind = type.toLowerCase(Locale.ROOT);
    SortedMap<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, String> each : qualifiers.entrySet()) {
      String key = each.getKey().toLowerCase(Locale.ROOT);
      if (!isKey(key)) {
        return Optional.empty();
      }
      if (!each.getValue().isEmpty()) {
        kept.put(key, each.getValue());
      }
    }
    String space = namespace == null ? null : withoutSlashes(namespace);
    space = space == null || space.isEmpty() ? null : space;
    PackageUrl url =
        new PackageUrl(
            kind,
            space == null ? null : namespaceOf(kind, space),
            nameOf(kind, name, kept),
            version == null || version.isEmpty() ? null : versionOf(kind, version),
            kept,
            subpath == null || subpath.isEmpty() ? null : withoutSlashes(subpath));
    return url.keepsItsType() ? Optional.of(url) : Optional.empty();
  }

  private boolean keepsItsType() {
    if ((NEEDS_NAMESPACE.contains(type) && namespace == null)
        || (WITHOUT_NAMESPACE.contains(type) && namespace != null)) {
      return false;
    }
    return switch (type) {
      case "cran", "swift" -> version != null;
      case "julia" -> qualifiers.containsKey("uuid");
      case "conan" ->
          namespace == null || qualifiers.containsKey("channel") || !qualifiers.containsKey("user");
      default -> true;
    };
  }

  private static String namespaceOf(String type, String namespace) {
    return LOWER_NAMESPACE.contains(type)
        ? namespace.toLowerCase(Locale.ROOT)
        : type.equals("cpan") ? namespace.toUpperCase(Locale.ROOT) : namespace;
  }

  private static String nameOf(String type, String name, Map<String, String> qualifiers) {
    String called = LOWER_NAME.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
    return switch (type) {
      case "pypi" -> called.replace('_', '-');
      case "pub" -> called.replace('-', '_');
      // Databricks does not tell case apart, Azure does.
      case "mlflow" ->
          qualifiers.getOrDefault("repository_url", "").contains("databricks")
              ? called.toLowerCase(Locale.ROOT)
              : called;
      default -> called;
    };
  }

  private static String versionOf(String type, String version) {
    boolean lower = type.equals("huggingface") || type.equals("vscode-extension");
    return lower ? version.toLowerCase(Locale.ROOT) : version;
  }

  private static boolean isType(String type) {
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '.' || c == '-';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return !type.isEmpty();
  }

  private static boolean isKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private static @Nullable SortedMap<String, String> qualifiers(String text, boolean strict) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) {
        continue;
      }
      String written = equals < 0 ? pair : pair.substring(0, equals);
      String key = strict ? written : written.toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (value == null || !isKey(key)) {
        return null;
      }
      if (!value.isEmpty() && found.put(key, value) != null) {
        return null;
      }
    }
    return found;
  }

  /** The parts of a path, decoded; null where none is left. */
  private static @Nullable String parts(String path, boolean plain) {
    StringBuilder joined = new StringBuilder();
    for (String part : path.split("/", -1)) {
      String decoded = decoded(part);
      if (decoded == null || decoded.isEmpty()) {
        continue;
      }
      if (!plain || !(decoded.equals(".") || decoded.equals(".."))) {
        joined.append(joined.isEmpty() ? "" : "/").append(decoded);
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static String withoutSlashes(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '/') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '/') {
      to--;
    }
    return text.substring(from, to);
  }

  /** Undoes percent-encoding, in UTF-8; null where a percent sign stands alone. */
  private static @Nullable String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
        int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        out[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        out[length++] = in[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** The canonical text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("pkg:").append(type).append('/');
    if (namespace != null) {
      encode(namespace, true, text);
      text.append('/');
    }
    encode(name, false, text);
    if (version != null) {
      text.append('@');
      encode(version, false, text);
    }
    char join = '?';
    for (Map.Entry<String, String> each : qualifiers.entrySet()) {
      text.append(join).append(each.getKey()).append('=');
      encode(each.getValue(), false, text);
      join = '&';
    }
    if (subpath != null) {
      text.append('#');
      encode(subpath, true, text);
    }
    return text.toString();
  }

  private static void encode(String plain, boolean path, StringBuilder text) {
    for (byte each : plain.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if ((c < 0x80 && letter)
          || (c >= '0' && c <= '9')
          || ".-_~:".indexOf(c) >= 0
          || (path && c == '/')) {
        text.append(c);
      } else {
        text.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        text.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
  }
}
