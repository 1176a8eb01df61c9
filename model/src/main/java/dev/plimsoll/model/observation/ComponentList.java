package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component list as a whole.
 *
 * @param format CycloneDX 1.6, SPDX 2.3 and so on
 * @param subject what the list describes, name and version; null where it does not say
 * @param made when it says that it was made; null where it does not
 * @param components what it lists, in its order
 */
public record ComponentList(
    Place place,
    String format,
    @Nullable String subject,
    @Nullable Instant made,
    List<Component> components)
    implements Observation {

  public ComponentList {
    components = List.copyOf(components);
  }

  /**
   * One component.
   *
   * @param version null where the list gives none
   * @param purl package URL; null where the list gives none
   * @param end last day of its maker's support as the list states it, ISO date; null where it does
   *     not
   */
  public record Component(
      Place place,
      String name,
      @Nullable String version,
      @Nullable String purl,
      @Nullable String end) {}
}
