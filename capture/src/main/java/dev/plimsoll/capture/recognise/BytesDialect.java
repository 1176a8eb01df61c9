package dev.plimsoll.capture.recognise;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.text.TextTest;
import dev.plimsoll.model.observation.Flow.Basis;
import org.jspecify.annotations.Nullable;

/**
 * The last look: files by their magic, text inside of binary messages, bytes so repetitive that
 * they are no ciphertext. That bytes look random says nothing.
 */
final class BytesDialect implements Dialect {
  private static final int LOOKED_AT = 4096;
  private static final int LEAST = 40;

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    String file = FileMagic.name(talk.client());
    if (file == null) {
      file = FileMagic.name(talk.server());
    }
    if (file != null) {
      return Said.clear(file).frames(talk.openingFrames()).build();
    }
    Tally tally = new Tally();
    if (talk.stream()) {
      tally.add(talk.client().slice(0, LOOKED_AT));
      tally.add(talk.server().slice(0, LOOKED_AT));
    } else {
      for (Message message : talk.messages()) {
        if (tally.count < LOOKED_AT) {
          tally.add(Octets.of(message.data()));
        }
      }
    }
    if (tally.count < LEAST) {
      return null;
    }
    // Half of it in runs of text: ciphertext has such a run of eight once in thousands of bytes
    boolean reads = tally.inRuns * 2 >= tally.count;
    return reads || tally.inRuns * 4 >= tally.count || tally.repetitive()
        ? Said.clear("")
            .basis(reads && tally.count >= 2 * LEAST ? Basis.PROVEN : Basis.INFERRED)
            .frames(talk.openingFrames())
            .open()
            .build()
        : null;
  }

  /** Counts bytes. */
  private static final class Tally {
    private final int[] counts = new int[256];
    private int count;
    private int inRuns;

    void add(Octets octets) {
      for (int i = 0; i < octets.length(); i++) {
        counts[octets.u8(i)]++;
      }
      count += octets.length();
      inRuns += TextTest.inRuns(octets);
    }

    /** Whether two bytes drawn at random are the same at least 16 times as often as by chance. */
    boolean repetitive() {
      long pairs = 0;
      for (int each : counts) {
        pairs += (long) each * (each - 1);
      }
      return pairs * 16 >= (long) count * (count - 1);
    }
  }
}
