package dev.plimsoll.capture;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.file.CaptureFile;
import dev.plimsoll.capture.file.Walked;
import dev.plimsoll.capture.flow.Analysis;
import dev.plimsoll.capture.recognise.ProtocolRecogniser;
import dev.plimsoll.capture.recognise.Recogniser;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Reading;

/**
 * Reads captures of network traffic: a {@link dev.plimsoll.model.observation.CaptureSummary} and
 * one {@link dev.plimsoll.model.observation.Flow} for each conversation, in the order of their
 * first frames.
 *
 * <p>It knows pcap and pcapng, plain or compressed. Frames without IP are counted and make no flow;
 * those heard from the air also make one {@link dev.plimsoll.model.observation.RadioLink} for each
 * radio network. Of each flow the beginning is kept until the recogniser is sure, some tens of
 * kilobytes at most; memory is bounded whatever the capture holds.
 */
public final class CaptureReader implements Reader {
  private final Recogniser recogniser;

  /** A reader that recognises all protocols that the project knows. */
  public CaptureReader() {
    this(new ProtocolRecogniser());
  }

  /**
   * @param recogniser says what a conversation speaks
   */
  public CaptureReader(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  @Override
  public Kind kind() {
    return Kind.CAPTURE;
  }

  @Override
  public boolean recognises(Source source) {
    return !source.isFolder() && CaptureFile.recognises(source);
  }

  @Override
  public Reading read(Source source, Request request) {
    Analysis analysis = new Analysis(source.name(), recogniser);
    Walked walked = CaptureFile.walk(source, request.budget(), analysis);
    return analysis.finish(walked);
  }
}
