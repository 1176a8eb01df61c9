package dev.plimsoll.testkit;

import dev.plimsoll.bytes.yaml.YamlMap;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an observation from YAML by the names of its record's components. */
final class ExampleObservation {
  private ExampleObservation() {}

  static Observation of(String type, YamlMap map, String file) {
    try {
      Class<?> record = Class.forName("dev.plimsoll.model.observation." + type);
      Observation made = (Observation) make(record, map, file);
      map.done();
      return made;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no observation is called " + type, e);
    }
  }

  private static Object make(Class<?> record, YamlMap map, String file) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], map, file);
    }
    try {
      return record.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make " + record.getSimpleName(), e);
    }
  }

  private static @Nullable Object value(RecordComponent component, YamlMap map, String file) {
    String name = component.getName();
    Class<?> type = component.getType();
    if (type == Place.class) {
      return place(map, file);
    }
    if (type == List.class) {
      return list(component.getGenericType(), name, map, file);
    }
    if (type.isRecord()) {
      YamlMap inner = map.map(name);
      if (inner == null) {
        return null;
      }
      Object made = make(type, inner, file);
      inner.done();
      return made;
    }
    String text = map.text(name);
    if (text == null) {
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
          ? null
          : missing(type);
    }
    return scalar(type, text, name, map);
  }

  private static Object scalar(Class<?> type, String text, String name, YamlMap map) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> each.toString().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  map.where(name) + ": no " + type.getSimpleName() + " " + text));
    }
    if (type == Instant.class) {
      return Objects.requireNonNull(map.moment(name));
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "int", "Integer" -> Integer.valueOf(text);
      case "long", "Long" -> Long.valueOf(text);
      case "double", "Double" -> Double.valueOf(text);
      case "boolean", "Boolean" -> Boolean.valueOf(text);
      default -> throw new IllegalArgumentException("no example can hold a " + type);
    };
  }

  /** What stands for a value that is left out and may not be null. */
  private static Object missing(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == Instant.class) {
      return ExampleDossier.AT;
    }
    return switch (type.getSimpleName()) {
      case "String" -> "";
      case "int" -> 0;
      case "long" -> 0L;
      case "double" -> 0.0;
      case "boolean" -> false;
      default -> throw new IllegalArgumentException("no default for a " + type);
    };
  }

  private static List<Object> list(Type type, String name, YamlMap map, String file) {
    Class<?> element = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    if (element == String.class) {
      return new ArrayList<>(map.texts(name));
    }
    List<Object> made = new ArrayList<>();
    for (YamlMap each : map.maps(name)) {
      made.add(make(element, each, file));
      each.done();
    }
    return made;
  }

  private static Place place(YamlMap map, String file) {
    String inside = map.text("inside");
    for (Place.Unit unit : Place.Unit.values()) {
      Long at = map.number(unit.name().toLowerCase(java.util.Locale.ROOT));
      if (at != null) {
        return new Place(file, inside, unit, at, at);
      }
    }
    return new Place(file, inside, Place.Unit.WHOLE, 0, 0);
  }
}
