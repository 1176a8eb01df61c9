package dev.plimsoll.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The data that ships inside this module. */
final class Resources {
  private Resources() {}

  static String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the resource " + name + " was not packaged"));
  }

  static Optional<String> find(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
