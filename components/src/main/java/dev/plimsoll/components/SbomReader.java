package dev.plimsoll.components;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * Reads component lists: CycloneDX 1.2 to 1.7 (ECMA-424), SPDX 2.2 and 2.3, and SPDX 3.0, in JSON.
 *
 * <p>The list is read as a stream and references in it are not followed, so neither its size nor a
 * circle in it matters. Of a list that breaks off the components before the break are kept.
 */
public final class SbomReader implements Reader {

  @Override
  public Kind kind() {
    return Kind.SBOM;
  }

  @Override
  public boolean recognises(Source source) {
    String head = new String(source.head(), StandardCharsets.ISO_8859_1);
    return isJson(head)
        && (head.contains("\"bomFormat\"")
            || head.contains("\"spdxVersion\"")
            || head.contains("spdx.org/rdf/3")
            || head.contains("cyclonedx.org/schema"));
  }

  private static boolean isJson(String head) {
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '{') {
        return true;
      }
      boolean mark = i < 3 && c >= 0x80;
      if (!mark && c > ' ') {
        return false;
      }
    }
    return false;
  }

  @Override
  public Reading read(Source source, Request request) {
    ListBuilder list = new ListBuilder(source.name());
    try (InputStream in = new Metered(source.open(), request.budget())) {
      new JsonList(in, list, request.budget()).read();
    } catch (JacksonException e) {
      list.problem(
          JsonList.place(source.name(), e.getLocation()),
          "the list breaks off or is no JSON here",
          "ask for the whole file, or have it written again");
    } catch (Budget.Exhausted e) {
      list.problem(
          Place.whole(source.name()),
          "reading it needs " + e.getMessage(),
          "split the list, or leave out what is no component");
    } catch (IOException | IllegalStateException e) {
      list.problem(
          Place.whole(source.name()), "the file cannot be read", "check that it can be opened");
    }
    return list.reading();
  }

  /** Takes every byte off the budget. */
  private static final class Metered extends InputStream {
    private final InputStream in;
    private final Budget budget;

    Metered(InputStream in, Budget budget) {
      this.in = in;
      this.budget = budget;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      budget.spend(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      budget.spend(Math.max(count, 0));
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
