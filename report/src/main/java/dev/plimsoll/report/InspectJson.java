package dev.plimsoll.report;

import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * What readers saw as JSON: for each artefact its observations, with every field of theirs under
 * its own name, and what could not be read.
 *
 * <p>This is the raw material for the person who holds the artefact. It holds hardware addresses
 * and redacted excerpts; an assessment does not.
 */
public final class InspectJson {
  /** Writes one object with an entry for each artefact. Leaves {@code out} open. */
  public void write(List<Inspected> inspected, Writer out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("artefacts");
      inspected.forEach(each -> artefact(json, each));
      json.writeEndArray();
      json.writeEndObject();
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  private static void artefact(JsonGenerator json, Inspected inspected) {
    Kind kind = inspected.kind();
    json.writeStartObject();
    Json.text(json, "file", inspected.file());
    Json.text(json, "kind", kind == null ? null : kind.id());
    Json.text(json, "at", inspected.reading().at());
    json.writeArrayPropertyStart("observations");
    for (Observation each : inspected.reading().observations()) {
      json.writeStartObject();
      Json.text(json, "type", named(each.getClass().getSimpleName()));
      fields(json, each);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("problems");
    inspected.reading().problems().forEach(each -> value(json, each));
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The components of a record, in the order in which it declares them. */
  private static void fields(JsonGenerator json, Object of) {
    for (RecordComponent component : of.getClass().getRecordComponents()) {
      json.writeName(named(component.getName()));
      value(json, get(component, of));
    }
  }

  private static @Nullable Object get(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void value(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Place it -> Json.place(json, it);
      case Boolean it -> json.writeBoolean(it);
      case Integer it -> json.writeNumber(it);
      case Long it -> json.writeNumber(it);
      case Double it when !Double.isFinite(it) -> json.writeNull();
      case Double it -> json.writeNumber(it);
      case Enum<?> it -> json.writeString(it.name().toLowerCase(Locale.ROOT));
      case Collection<?> it -> {
        json.writeStartArray();
        it.forEach(each -> value(json, each));
        json.writeEndArray();
      }
      case Record it -> {
        json.writeStartObject();
        fields(json, it);
        json.writeEndObject();
      }
      default -> json.writeString(Json.whole(value.toString()));
    }
  }

  /** {@code firstSeen} as {@code first_seen}. */
  private static String named(String camel) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char each = camel.charAt(i);
      if (Character.isUpperCase(each) && i > 0) {
        out.append('_');
      }
      out.append(Character.toLowerCase(each));
    }
    return out.toString();
  }
}
