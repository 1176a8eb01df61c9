package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Budget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a format is told beside the bytes.
 *
 * @param at the moment that validity is judged at: when the package was got, else the clock
 * @param depth how many wrappings are around these bytes
 */
record Trial(TrustAnchors anchors, Instant at, Budget budget, int depth) {
  private static final int MAX_DEPTH = 4;

  /** What the bytes inside a wrapping are worth; null where their format is unknown. */
  @Nullable Appraisal inside(Slice bytes) {
    if (depth >= MAX_DEPTH) {
      throw bytes.malformed(0, "is wrapped more than " + MAX_DEPTH + " times");
    }
    PackageFormat format = Formats.of(bytes);
    return format == null
        ? null
        : format.appraise(bytes, new Trial(anchors, at, budget, depth + 1));
  }
}
