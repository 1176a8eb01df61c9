package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A security.txt file as it was served, by RFC 9116.
 *
 * @param url where it was asked for; null where the dossier does not say
 * @param state what a finder may do with it
 * @param usability how far a contact in it can be used
 * @param contacts contacts in order of preference; of a signed file those of the signed part alone
 * @param expires when it says that it ends; null where absent or unreadable
 * @param rules ids of the rules that it breaks, errors first
 * @param signed whether it carries an OpenPGP signature
 * @param reason one sentence: the main point
 */
public record SecurityTxt(
    Place place,
    @Nullable String url,
    State state,
    Usability usability,
    List<String> contacts,
    @Nullable Instant expires,
    List<String> rules,
    boolean signed,
    String reason)
    implements Observation {

  public SecurityTxt {
    contacts = List.copyOf(contacts);
    rules = List.copyOf(rules);
  }

  /** Whether at least one contact can be used as it stands. */
  public boolean contactUsable() {
    return usability == Usability.YES;
  }

  /** What a finder may do with the file. */
  public enum State {
    /** By the rules. */
    VALID,
    /** Breaks a rule. */
    INVALID,
    /** By the rules, but RFC 9116 or the signature says not to rely on it. */
    UNTRUSTED;

    /** The stable name in machine-readable output. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a contact in the file can be used. */
  public enum Usability {
    /** As it stands. */
    YES,
    /** A person could still see what is meant. */
    REPAIRABLE,
    /** The file has expired. */
    STALE,
    /** Nobody vouches for it, although the file claims to be signed. */
    UNTRUSTED,
    /** There is none. */
    NO;

    /** The stable name in machine-readable output. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
