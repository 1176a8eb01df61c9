package dev.plimsoll.bytes;

import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Reading;

/**
 * Knows one kind of artefact and no standard. It says what stands in it and where, and never
 * judges.
 *
 * <p>A reader does not throw on what it is given: what it cannot read becomes a {@link
 * dev.plimsoll.model.Problem} in the reading, and what came before it is kept. It stays within the
 * budget of the request, and says so where the budget ended it. It keeps no state between calls and
 * may be called from several threads.
 */
public interface Reader {

  /** The kind that it reads. */
  Kind kind();

  /**
   * Whether the content looks like this kind. Decided by content; the name may only break a tie
   * between texts. Several readers may say yes: the first in the engine's order reads it.
   */
  boolean recognises(Source source);

  /**
   * Reads the artefact. Called also for content that it does not recognise, where the dossier
   * states the kind.
   */
  Reading read(Source source, Request request);
}
