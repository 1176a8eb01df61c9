package dev.plimsoll.capture.file;

/**
 * One frame of a capture. The same object is filled anew for every frame, and its bytes lie in a
 * buffer that is used again: copy what is to be kept.
 */
public final class Frame {
  /** Where the capture gives a frame no time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Number in the capture, from 1, as Wireshark counts. */
  public long number;

  /** Link type, by its number in the registry of tcpdump. */
  public int link;

  /** What a btsnoop record says beside its bytes: direction and type, or the monitor's opcode. */
  public int flags;

  /** Time in microseconds since 1970; {@link #NO_TIME} where the capture has none. */
  public long micros;

  /** The buffer that holds the frame. */
  public byte[] data = new byte[0];

  /** Where the frame begins in the buffer. */
  public int offset;

  /** How many of its bytes were captured. */
  public int captured;

  /** How many bytes it had on the wire, as the capture says. */
  public long length;

  /** A frame with nothing in it. */
  public Frame() {}
}
