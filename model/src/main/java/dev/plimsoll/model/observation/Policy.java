package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A privacy policy as a whole.
 *
 * @param url where it was fetched from; null where the dossier does not say
 * @param state whether the text is a policy at all
 * @param language ISO 639-1 code; {@code und} where it cannot be told
 * @param searched whether clauses were looked for: there are rules for its language. Where false,
 *     an empty list of clauses says nothing
 * @param words number of words
 * @param passages number of passages
 * @param ease readability by the formula of its language, 0 (hard) to 100 (easy); NaN where the
 *     language has none here
 * @param grade years of schooling that it asks for; NaN where the language has no formula here
 * @param effective the date that it says it holds from; null where none
 * @param scope what it says that it covers
 * @param clauses what it says, in order
 */
public record Policy(
    Place place,
    @Nullable String url,
    State state,
    String language,
    boolean searched,
    int words,
    int passages,
    double ease,
    double grade,
    @Nullable LocalDate effective,
    Scope scope,
    List<Clause> clauses)
    implements Observation {

  public Policy {
    clauses = List.copyOf(clauses);
  }

  /** Whether the text is a policy. */
  public enum State {
    /** It is. */
    POLICY,
    /** Another text. */
    NOT_A_POLICY,
    /** A page that wants proof that no program reads it. */
    BOT_WALL,
    /** A page that says that something is missing or broken, whatever the status said. */
    ERROR_PAGE,
    /** A notice about cookies alone. */
    COOKIE_NOTICE,
    /** A page that asks to log in first. */
    LOGIN,
    /** Hardly any text could be read. */
    EMPTY
  }

  /** What a policy says that it covers. */
  public enum Scope {
    /** Devices, apps or products by name or kind. */
    PRODUCT,
    /** The website alone, expressly. */
    WEBSITE_ONLY,
    /** It does not say. */
    UNSAID
  }

  /**
   * One thing that the policy says.
   *
   * @param place passage
   * @param kind one of first_party_collection, third_party_marketing, opt_out_choice,
   *     deletion_right, retention, change_notification, children
   * @param sense what is said about it: retention is bounded, criterion, as-long-as-necessary or
   *     unlimited; deletion is offered, by-post or denied; opt-out is offered or denied; a change
   *     is told direct, on-site or posting-only; marketing is shared, allowed or denied; collection
   *     and children stated or denied
   * @param quote the sentence
   */
  public record Clause(Place place, String kind, String sense, String quote) {
    /** The sense that says that something is not done or not offered. */
    public static final String DENIED = "denied";

    /** Whether it says that the thing is done or offered. */
    public boolean affirmed() {
      return !sense.equals(DENIED);
    }
  }
}
