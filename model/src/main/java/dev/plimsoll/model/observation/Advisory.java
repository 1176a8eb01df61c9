package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A security advisory in a machine-readable format.
 *
 * @param format such as CSAF 2.0
 * @param id what its publisher calls it; null where it does not say
 * @param publisher who published it; null where it does not say
 * @param byVendor whether the publisher says that it is the vendor of the products
 * @param category the profile that it claims, such as csaf_vex; null where it does not say
 * @param status draft, interim or final; null where it does not say
 * @param released when its current version was released; null where it does not say
 * @param vulnerabilities ids of the vulnerabilities that it names, such as CVE-2026-1234
 * @param failed ids of the mandatory tests that it fails, in their order; {@code schema} where a
 *     part is missing that the tests rest on
 */
public record Advisory(
    Place place,
    String format,
    @Nullable String id,
    @Nullable String publisher,
    boolean byVendor,
    @Nullable String category,
    @Nullable String status,
    @Nullable Instant released,
    List<String> vulnerabilities,
    List<String> failed)
    implements Observation {

  public Advisory {
    vulnerabilities = List.copyOf(vulnerabilities);
    failed = List.copyOf(failed);
  }

  /** Whether it holds every mandatory test. */
  public boolean valid() {
    return failed.isEmpty();
  }
}
