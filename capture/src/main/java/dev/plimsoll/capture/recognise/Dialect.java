package dev.plimsoll.capture.recognise;

import org.jspecify.annotations.Nullable;

/** Knows one family of protocols by the shape of its messages. */
@FunctionalInterface
public interface Dialect {

  /** What the conversation is; null where this dialect does not fit. Never throws. */
  @Nullable Recognition recognise(Talk talk);
}
