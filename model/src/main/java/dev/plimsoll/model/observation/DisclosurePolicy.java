package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A page on which a vendor says how it takes and handles reports of vulnerabilities.
 *
 * @param place the page
 * @param url where it was fetched from; null where the dossier does not say
 * @param contact how to report: the address, number or form; null where none was found
 * @param acknowledgement the sentence that promises an acknowledgement in a stated time; null where
 *     none was found
 * @param updates the sentence that promises word on progress; null where none was found
 * @param programme the sentence that invites reports to a bounty programme; null where none was
 *     found
 * @param account the sentence that asks for an account before a report can be made; null where none
 *     was found
 */
public record DisclosurePolicy(
    Place place,
    @Nullable String url,
    @Nullable Quote contact,
    @Nullable Quote acknowledgement,
    @Nullable Quote updates,
    @Nullable Quote programme,
    @Nullable Quote account)
    implements Observation {

  /**
   * What the page says, word for word.
   *
   * @param place passage, or line of a plain text
   * @param text the sentence; of a contact the address itself
   */
  public record Quote(Place place, String text) {
    /** The words of a quote; null where there is none. */
    public static @Nullable String textOf(@Nullable Quote quote) {
      return quote == null ? null : quote.text();
    }
  }
}
