package dev.plimsoll.engine;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.bytes.yaml.Yaml;
import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Product;
import dev.plimsoll.standards.Catalogue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code product.yaml} and evidence manifests, and finds the files of a dossier. Every error
 * names the line.
 */
public final class DossierFile {
  private static final int MAX_FILES = 20_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_BYTES = 4 << 20;
  private static final List<String> AUDIENCES = List.of("general", "children");

  /**
   * Keys of an evidence entry that depend on its kind; each is documented beside the reader that
   * uses it.
   */
  private static final List<String> DETAILS =
      List.of(
          "url",
          "redirects",
          "content_type",
          "key",
          "signature",
          "status",
          "collected_by",
          "device",
          "note",
          "values");

  private final Catalogue catalogue;

  /** Reads against this catalogue, whose facts and requirements a dossier may name. */
  public DossierFile(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Reads the dossier in a folder. */
  public Dossier read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Unusable(
          folder.toString(),
          "is no folder",
          "give the folder of a dossier, or start one with 'plimsoll new'");
    }
    Path file = folder.resolve(Dossier.PRODUCT_FILE);
    if (!Files.isRegularFile(file)) {
      throw new Unusable(
          folder.toString(),
          "holds no product.yaml",
          "start the dossier with 'plimsoll new " + folder + "'");
    }
    YamlMap root = Yaml.read(file.toString(), text(file));
    YamlMap map = root.map("product");
    if (map == null) {
      throw new Unusable(file + ":1", "'product' is missing", "begin with 'product:' and its name");
    }
    Product product = product(map, folder);
    List<Claim> claims = root.maps("claims").stream().map(this::claim).toList();
    List<Exhibit> named = exhibits(root);
    root.done();
    return new Dossier(folder, product, claims, withUnnamed(folder, named));
  }

  /** Reads a manifest: a file that holds an evidence list alone. */
  public List<Exhibit> manifest(Path file) {
    YamlMap root = Yaml.read(file.toString(), text(file));
    List<Exhibit> exhibits = exhibits(root);
    root.done();
    return exhibits;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new Unusable(file.toString(), "is larger than " + MAX_BYTES + " bytes", "shorten it");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Unusable(file.toString(), "is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw new Unusable(
          file.toString(), "cannot be read", "check that it is there and that you may read it");
    }
  }

  private Product product(YamlMap map, Path folder) {
    YamlMap device = map.map("device");
    List<String> macs = new ArrayList<>();
    List<String> addresses = List.of();
    if (device != null) {
      for (String mac : device.texts("mac")) {
        macs.add(mac(mac, device));
      }
      addresses = device.texts("ip");
      device.done();
    }
    String audience = Objects.requireNonNullElse(map.text("audience"), "general");
    if (!AUDIENCES.contains(audience)) {
      throw new Unusable(
          map.where("audience"),
          "no audience '" + audience + "'",
          "use " + String.join(" or ", AUDIENCES));
    }
    Product product =
        new Product(
            map.need("name"),
            map.text("vendor"),
            map.text("model"),
            map.text("hardware"),
            map.texts("gtin"),
            Objects.requireNonNullElse(map.text("category"), "general"),
            audience,
            map.texts("markets"),
            map.text("firmware"),
            map.text("app"),
            map.date("on_sale"),
            map.date("last_sold"),
            map.date("support_until"),
            macs,
            addresses,
            facts(map.map("facts"), folder));
    map.done();
    return product;
  }

  private static String mac(String text, YamlMap map) {
    String mac = text.strip().toLowerCase(Locale.ROOT).replace('-', ':');
    boolean valid = mac.length() == 17;
    for (int i = 0; valid && i < 17; i++) {
      char c = mac.charAt(i);
      valid = i % 3 == 2 ? c == ':' : Character.digit(c, 16) >= 0;
    }
    if (!valid) {
      throw new Unusable(
          map.where("mac"),
          "'" + text + "' is no hardware address",
          "write it as 20:f8:5e:ca:91:52");
    }
    return mac;
  }

  private Map<String, Product.DeclaredFact> facts(@Nullable YamlMap map, Path folder) {
    Map<String, Product.DeclaredFact> facts = new HashMap<>();
    if (map == null) {
      return facts;
    }
    for (String name : map.keys()) {
      if (!catalogue.facts().containsKey(name)) {
        throw new Unusable(
            map.where(name),
            "unknown fact '" + name + "'",
            "use one of: " + String.join(", ", catalogue.facts().keySet()));
      }
      if (map.isMap(name)) {
        YamlMap fact = Objects.requireNonNull(map.map(name));
        Boolean value = fact.flag("value");
        if (value == null) {
          throw new Unusable(
              map.where(name),
              "'" + name + "' has no value",
              "add 'value: true' or 'value: false'");
        }
        String evidence = fact.text("evidence");
        if (evidence != null && !Files.exists(folder.resolve(evidence))) {
          throw new Unusable(
              fact.where("evidence"),
              "'" + evidence + "' is not in the dossier",
              "add the file that shows it, or leave 'evidence' out");
        }
        facts.put(name, new Product.DeclaredFact(value, evidence));
        fact.done();
      } else {
        facts.put(name, new Product.DeclaredFact(Objects.requireNonNull(map.flag(name)), null));
      }
    }
    return facts;
  }

  private Claim claim(YamlMap map) {
    String requirement = map.need("requirement");
    if (catalogue.requirement(requirement).isEmpty()) {
      throw new Unusable(
          map.where("requirement"),
          "no requirement '" + requirement + "'",
          "use an id such as MSS-2.2");
    }
    Claim claim =
        new Claim(
            requirement, map.need("says"), map.text("by"), map.date("date"), map.text("source"));
    map.done();
    return claim;
  }

  private static List<Exhibit> exhibits(YamlMap root) {
    List<Exhibit> exhibits = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (YamlMap map : root.maps("evidence")) {
      String file = map.need("file");
      if (!files.add(file)) {
        throw new Unusable(
            map.where("file"), "'" + file + "' is named twice", "keep one of the entries");
      }
      Map<String, List<String>> details = new HashMap<>();
      for (String key : DETAILS) {
        List<String> values = map.texts(key);
        if (!values.isEmpty()) {
          details.put(key, values);
        }
      }
      exhibits.add(
          new Exhibit(
              file,
              kind(map),
              Set.copyOf(map.texts("covers")),
              map.text("interface"),
              map.text("firmware"),
              map.moment("at"),
              details));
      map.done();
    }
    return exhibits;
  }

  private static @Nullable Kind kind(YamlMap map) {
    String as = map.text("as");
    if (as == null) {
      return null;
    }
    return Kind.of(as)
        .orElseThrow(() ->
            new Unusable(map.where("as"), "no kind '" + as + "'", "use one of: " + Kind.choices()));
  }

  /** Files that nobody named are evidence too: they are recognised by their content. */
  private static List<Exhibit> withUnnamed(Path folder, List<Exhibit> named) {
    List<Exhibit> all = new ArrayList<>(named);
    Set<String> known = new HashSet<>();
    known.add(Dossier.PRODUCT_FILE);
    named.forEach(exhibit -> known.add(exhibit.file()));
    named.forEach(exhibit -> known.addAll(exhibit.detailList("key")));
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, new FileVisitOption[0])) {
      List<String> unnamed =
          walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(MAX_FILES + 1L)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !isKnown(file, known))
              .sorted()
              .toList();
      if (unnamed.size() > MAX_FILES) {
        throw new Unusable(
            folder.toString(),
            "holds more than " + MAX_FILES + " files",
            "name the evidence in product.yaml");
      }
      unnamed.forEach(file -> all.add(Exhibit.of(file)));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Unusable(folder.toString(), "cannot be listed", "check that you may read it");
    }
    return all;
  }

  /** Named itself, below a named folder, hidden, or a text about the dossier. */
  private static boolean isKnown(String file, Set<String> known) {
    for (int slash = file.length(); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
      if (known.contains(file.substring(0, slash))
          || known.contains(file.substring(0, slash) + "/")) {
        return true;
      }
    }
    return file.startsWith(".") || file.contains("/.") || file.equals("README.md");
  }
}
