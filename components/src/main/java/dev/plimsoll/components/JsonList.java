package dev.plimsoll.components;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.model.Place;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The stream of a component list in JSON: CycloneDX, SPDX 2 or SPDX 3, told by its own keys. */
final class JsonList {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(500)
                  .maxStringLength(1 << 20)
                  .maxNameLength(1 << 16)
                  .maxDocumentLength(-1)
                  .build())
          .build();

  private final JsonParser json;
  private final ListBuilder list;
  private final Budget budget;

  /** Roots may be named after the packages, so the names of the first ones are kept. */
  private final Map<String, String[]> named = new HashMap<>();

  private @Nullable String documentName;
  private boolean spdx;

  JsonList(InputStream in, ListBuilder list, Budget budget) {
    this.json = FACTORY.createParser(ObjectReadContext.empty(), in);
    this.list = list;
    this.budget = budget;
  }

  /** Where in the file the parser stands: the line, or the byte where all is one line. */
  static Place place(String file, @Nullable TokenStreamLocation at) {
    if (at == null || at.getLineNr() < 1) {
      return Place.whole(file);
    }
    long offset = at.getByteOffset();
    return at.getLineNr() == 1 && offset > 0
        ? Place.offset(file, offset)
        : Place.line(file, at.getLineNr());
  }

  void read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "bomFormat" -> list.format("CycloneDX");
        case "$schema" -> schema(text(value));
        case "specVersion" -> version(text(value));
        case "spdxVersion" -> spdxVersion(text(value));
        case "@context" -> context(value);
        case "name" -> documentName = text(value);
        case "metadata" -> metadata(value);
        case "creationInfo" -> creation(value);
        case "components", "packages", "@graph" -> components(value, 0);
        case "documentDescribes" -> texts(value).forEach(list::root);
        case "relationships" -> relationships(value);
        default -> json.skipChildren();
      }
    }
    nameSubject();
  }

  private void nameSubject() {
    for (Map.Entry<String, String[]> each : named.entrySet()) {
      if (list.isRoot(each.getKey())) {
        list.subject(each.getValue()[0], each.getValue()[1]);
      }
    }
    if (spdx) {
      list.subject(documentName, null);
    }
  }

  private void schema(@Nullable String schema) {
    if (schema != null && schema.contains("cyclonedx.org/schema")) {
      list.format("CycloneDX");
    }
  }

  private void version(@Nullable String version) {
    if (version != null) {
      list.version(version);
    }
  }

  private void spdxVersion(@Nullable String version) {
    spdx = true;
    list.format("SPDX");
    version(version != null && version.startsWith("SPDX-") ? version.substring(5) : version);
  }

  private void context(JsonToken value) {
    for (String each : texts(value)) {
      int at = each.indexOf("spdx.org/rdf/");
      if (at >= 0) {
        String version = each.substring(at + "spdx.org/rdf/".length());
        int slash = version.indexOf('/');
        spdxVersion(slash < 0 ? version : version.substring(0, slash));
      }
    }
  }

  private void metadata(JsonToken value) {
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken inner = json.nextToken();
      switch (key) {
        case "timestamp" -> list.made(text(inner));
        case "component" -> {
          if (inner == JsonToken.START_OBJECT) {
            Draft draft = draft(1);
            list.subject(draft.fullName(), draft.version);
          }
        }
        default -> json.skipChildren();
      }
    }
  }

  private void creation(JsonToken value) {
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean created = json.currentName().equals("created");
      JsonToken inner = json.nextToken();
      if (created) {
        list.made(text(inner));
      } else {
        json.skipChildren();
      }
    }
  }

  private void components(JsonToken value, int depth) {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    budget.depth(depth);
    for (JsonToken each = json.nextToken(); isInside(each); each = json.nextToken()) {
      if (each != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      Place place = place(list.file(), json.currentTokenLocation());
      Draft draft = draft(depth);
      take(place, draft);
    }
  }

  private void take(Place place, Draft draft) {
    if (draft.twice != null) {
      list.problem(
          place,
          "a component states '" + draft.twice + "' twice",
          "ask which one holds; the last one is used");
    }
    String type = draft.type;
    if (type != null && spdx && !type.endsWith("Package")) {
      if (type.equals("CreationInfo")) {
        list.made(draft.created);
      }
      draft.roots.forEach(list::root);
      return;
    }
    if (draft.id != null && named.size() < 10_000) {
      named.put(draft.id, new String[] {draft.fullName(), draft.version});
    }
    list.add(place, draft.fullName(), draft.version, draft.purl, draft.end);
  }

  /** Reads one object of a list, and the components inside it as components of their own. */
  private Draft draft(int depth) {
    Draft draft = new Draft();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "name" -> draft.name = draft.once(key, draft.name, text(value));
        case "group" -> draft.group = draft.once(key, draft.group, text(value));
        case "version", "versionInfo", "software_packageVersion" ->
            draft.version = draft.once(key, draft.version, text(value));
        case "purl", "software_packageUrl" -> draft.purl = draft.once(key, draft.purl, text(value));
        case "SPDXID", "spdxId" -> draft.id = text(value);
        case "type" -> draft.type = text(value);
        case "created" -> draft.created = text(value);
        case "rootElement" -> draft.roots.addAll(texts(value));
        case "validUntilDate", "validUntilTime" -> draft.end = text(value);
        case "externalRefs", "externalIdentifier" -> references(value, draft);
        case "properties" -> properties(value, draft);
        case "components" -> components(value, depth + 1);
        default -> json.skipChildren();
      }
    }
    return draft;
  }

  private void references(JsonToken value, Draft draft) {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (JsonToken each = json.nextToken(); isInside(each); each = json.nextToken()) {
      if (each != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      Map<String, String> said = scalars();
      String type = said.getOrDefault("referenceType", said.get("externalIdentifierType"));
      String locator = said.getOrDefault("referenceLocator", said.get("identifier"));
      if (("purl".equals(type) || "packageUrl".equals(type)) && draft.purl == null) {
        draft.purl = locator;
      }
    }
  }

  private void properties(JsonToken value, Draft draft) {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (JsonToken each = json.nextToken(); isInside(each); each = json.nextToken()) {
      if (each != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      Map<String, String> said = scalars();
      if (saysEnd(said.getOrDefault("name", "")) && draft.end == null) {
        draft.end = said.get("value");
      }
    }
  }

  /** Whether a property of this name states the end of support; makers name it as they like. */
  static boolean saysEnd(String name) {
    StringBuilder letters = new StringBuilder();
    for (char c : name.substring(0, Math.min(name.length(), 200)).toCharArray()) {
      if (Character.isLetter(c)) {
        letters.append(c);
      }
    }
    String bare = letters.toString().toLowerCase(Locale.ROOT);
    return bare.endsWith("endofsupport")
        || bare.endsWith("endofsupportdate")
        || bare.endsWith("endoflife")
        || bare.endsWith("endoflifedate")
        || bare.endsWith("eoldate")
        || bare.endsWith("eosdate")
        || bare.endsWith("supportenddate");
  }

  private void relationships(JsonToken value) {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (JsonToken each = json.nextToken(); isInside(each); each = json.nextToken()) {
      if (each != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      Map<String, String> said = scalars();
      String related = said.get("relatedSpdxElement");
      if ("DESCRIBES".equals(said.get("relationshipType")) && related != null) {
        list.root(related);
      }
    }
  }

  /** The plain values of the object that has just begun; what is nested in it is skipped. */
  private Map<String, String> scalars() {
    Map<String, String> said = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      String value = said.size() < 64 ? text(json.nextToken()) : skip();
      if (value != null) {
        said.put(key, value);
      }
    }
    return said;
  }

  private @Nullable String skip() {
    json.nextToken();
    json.skipChildren();
    return null;
  }

  private List<String> texts(JsonToken value) {
    List<String> found = new ArrayList<>();
    if (value == JsonToken.START_ARRAY) {
      for (JsonToken each = json.nextToken(); isInside(each); each = json.nextToken()) {
        String text = text(each);
        if (text != null && found.size() < 1000) {
          found.add(text);
        }
      }
    } else {
      String text = text(value);
      if (text != null) {
        found.add(text);
      }
    }
    return found;
  }

  /** The text of a plain value; null for null, and for an object or array, which is skipped. */
  private @Nullable String text(JsonToken value) {
    if (value.isStructStart()) {
      json.skipChildren();
      return null;
    }
    return value == JsonToken.VALUE_NULL ? null : json.getString();
  }

  private static boolean isInside(@Nullable JsonToken token) {
    return token != null && token != JsonToken.END_ARRAY;
  }

  /** An object of a list while it is read. */
  private static final class Draft {
    private @Nullable String name;
    private @Nullable String group;
    private @Nullable String version;
    private @Nullable String purl;
    private @Nullable String end;
    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String created;
    private @Nullable String twice;
    private final List<String> roots = new ArrayList<>(0);

    private @Nullable String once(String key, @Nullable String before, @Nullable String now) {
      if (before != null && twice == null) {
        twice = key;
      }
      return now;
    }

    private @Nullable String fullName() {
      return group == null || group.isBlank() || name == null ? name : group + "/" + name;
    }
  }
}
