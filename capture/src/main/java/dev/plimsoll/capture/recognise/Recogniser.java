package dev.plimsoll.capture.recognise;

/**
 * Says what a conversation speaks. Pure: the same conversation gives the same answer; it keeps
 * nothing between calls.
 */
public interface Recogniser {

  /**
   * What the conversation is, as far as its bytes tell.
   *
   * <p>Called when a flow has its first payload in one direction, again when the other direction
   * speaks or more has come, and a last time when it is complete. It does not throw, whatever the
   * bytes are.
   */
  Recognition recognise(Conversation conversation);
}
