package dev.plimsoll.capture.radio;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.file.CaptureFile;
import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.Walked;
import dev.plimsoll.capture.radio.bluetooth.BluetoothTrace;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.RadioLink;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how Bluetooth devices pair, from btsnoop, pcap and pcapng: one {@link RadioLink} for the
 * capture, of the pairing that decides. That is the weakest of those that came to their end.
 */
public final class BluetoothReader implements Reader {

  /** A reader. */
  public BluetoothReader() {}

  @Override
  public Kind kind() {
    return Kind.BLUETOOTH;
  }

  @Override
  public boolean recognises(Source source) {
    return !source.isFolder() && CaptureFile.isBtsnoop(source);
  }

  @Override
  public Reading read(Source source, Request request) {
    BluetoothTrace trace = new BluetoothTrace();
    Sink sink = new Sink(trace);
    Walked walked = CaptureFile.walk(source, request.budget(), sink);
    List<Problem> problems = new ArrayList<>(walked.problems());
    problems.addAll(trace.problems(source.name()));
    RadioLink link = trace.link(source.name());
    List<Observation> observations = link == null ? List.of() : List.of(link);
    if (link == null && problems.isEmpty()) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              "holds no Bluetooth frame that can be read",
              "save the log of the phone (btsnoop) or of a Bluetooth LE sniffer, with the pairing in it"));
    }
    Instant at =
        sink.last == Frame.NO_TIME ? null : Instant.EPOCH.plus(sink.last, ChronoUnit.MICROS);
    return new Reading(observations, problems, at);
  }

  /** Keeps the time of the last frame beside what the trace makes of them. */
  private static final class Sink implements FrameSink {
    private final BluetoothTrace trace;
    private long last = Frame.NO_TIME;

    Sink(BluetoothTrace trace) {
      this.trace = trace;
    }

    @Override
    public void frame(Frame frame) {
      last = Math.max(last, frame.micros);
      trace.frame(frame);
    }
  }
}
