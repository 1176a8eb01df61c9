package dev.plimsoll.firmware.update;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats, in the order in which they are asked. */
final class Formats {
  private static final List<PackageFormat> ALL = List.of(new Uimage(), new Trx());

  private Formats() {}

  /** The format of these bytes; null where none knows them. */
  static @Nullable PackageFormat of(Slice file) {
    for (PackageFormat each : ALL) {
      if (each.recognises(file)) {
        return each;
      }
    }
    return null;
  }
}
