package dev.plimsoll.capture.file;

/** Takes the frames of a capture, one after another. */
public interface FrameSink {

  /** Takes one frame. It is valid during the call alone. */
  void frame(Frame frame);
}
