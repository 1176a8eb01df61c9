package dev.plimsoll.report;

import dev.plimsoll.model.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON with two spaces of indent and line feeds on every system.
 *
 * <p>Characters that act rather than read (see {@link Visible#hidden}) are written as escapes,
 * which any parser turns back; halves of surrogate pairs become U+FFFD, since no UTF-8 file can
 * hold them.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A generator whose closing ends the document with a line feed and leaves {@code out} open. */
  static JsonGenerator generator(Writer out) {
    return FACTORY.createGenerator(new Indented(), new Escaping(out));
  }

  static void text(JsonGenerator json, String key, @Nullable Object value) {
    json.writeName(key);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(whole(value.toString()));
    }
  }

  static void texts(JsonGenerator json, String key, Collection<String> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(value -> json.writeString(whole(value)));
    json.writeEndArray();
  }

  static void places(JsonGenerator json, Collection<Place> places) {
    json.writeArrayPropertyStart("places");
    places.forEach(place -> place(json, place));
    json.writeEndArray();
  }

  /** A place as an object whose keys depend on what it counts. */
  static void place(JsonGenerator json, Place place) {
    json.writeStartObject();
    text(json, "file", place.file());
    if (place.inside() != null) {
      text(json, "inside", place.inside());
    }
    switch (place.unit()) {
      case FRAME -> range(json, "frames", place);
      case OFFSET -> range(json, "bytes", place);
      case LINE -> range(json, "lines", place);
      case PASSAGE -> range(json, "passages", place);
      case WHOLE -> {}
    }
    String filter = Words.filter(place);
    if (filter != null) {
      text(json, "filter", filter);
    }
    text(json, "words", place.words());
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, String key, Place place) {
    json.writeArrayPropertyStart(key);
    json.writeNumber(place.first());
    json.writeNumber(place.last());
    json.writeEndArray();
  }

  /** The text with halves of surrogate pairs replaced. */
  static String whole(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= 0xd800 && point <= 0xdfff) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
            .map(p -> p >= 0xd800 && p <= 0xdfff ? 0xfffd : p)
            .forEach(out::appendCodePoint);
        return out.toString();
      }
      at += Character.charCount(point);
    }
    return text;
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** Outside of strings JSON holds ASCII alone, so any such character stands in a string. */
  private static final class Escaping extends Writer {
    private final Writer out;

    Escaping(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      int plain = offset;
      int end = offset + length;
      for (int i = offset; i < end; i++) {
        char each = buffer[i];
        boolean half = Character.isSurrogate(each);
        if (each >= 0x7f && !half && Visible.hidden(each)) {
          out.write(buffer, plain, i - plain);
          out.write(String.format("\\u%04x", (int) each));
          plain = i + 1;
        }
      }
      out.write(buffer, plain, end - plain);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.write('\n');
      out.flush();
    }
  }
}
