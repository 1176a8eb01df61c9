package dev.plimsoll.components.csaf;

import dev.plimsoll.bytes.Budget;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that can be asked for parts that may be missing or of another kind. */
final class Tree {
  private static final Tree NONE = new Tree(null);
  private static final int DEPTH = 100;

  /** A key that stands twice would let two readers see two advisories. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(4 << 20)
                  .build())
          .build();

  private final @Nullable Object value;

  private Tree(@Nullable Object value) {
    this.value = value;
  }

  /**
   * Reads one value, and nothing after it.
   *
   * @throws tools.jackson.core.JacksonException where it is no JSON, or a key stands twice
   */
  static Tree read(InputStream in, Budget budget) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      JsonToken token = json.nextToken();
      return token == null ? NONE : new Tree(value(json, token, budget));
    }
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, Budget budget) {
    budget.spend(16);
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Tree> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String key = json.currentName();
          map.put(key, new Tree(value(json, json.nextToken(), budget)));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Tree> list = new ArrayList<>();
        for (JsonToken each = json.nextToken();
            each != null && each != JsonToken.END_ARRAY;
            each = json.nextToken()) {
          list.add(new Tree(value(json, each, budget)));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> json.getString();
      default -> null;
    };
  }

  /** The part under a key, or under a way of keys; an empty one where there is none. */
  Tree at(String... keys) {
    Tree tree = this;
    for (String key : keys) {
      tree = tree.value instanceof Map<?, ?> map && map.get(key) instanceof Tree part ? part : NONE;
    }
    return tree;
  }

  boolean isPresent() {
    return value != null;
  }

  boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  /** The items of a list; none where it is no list. */
  List<Tree> items() {
    List<Tree> found = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Tree tree) {
          found.add(tree);
        }
      }
    }
    return found;
  }

  /** The texts of a list. */
  List<String> texts() {
    List<String> found = new ArrayList<>();
    for (Tree each : items()) {
      if (each.value instanceof String text) {
        found.add(text);
      }
    }
    return found;
  }

  /** The keys of an object, in their order. */
  List<String> keys() {
    List<String> found = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> found.add(String.valueOf(key)));
    }
    return found;
  }

  /** The text; null where it is none. */
  @Nullable String text() {
    return value instanceof String text ? text : null;
  }

  /** The text; empty where it is none. */
  String word() {
    return value instanceof String text ? text : "";
  }

  /** The number; null where it is none. */
  @Nullable BigDecimal number() {
    return value instanceof BigDecimal number ? number : null;
  }
}
