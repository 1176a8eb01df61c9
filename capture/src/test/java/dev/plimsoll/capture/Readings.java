package dev.plimsoll.capture;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.recognise.Conversation;
import dev.plimsoll.capture.recognise.Recogniser;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.CaptureSummary;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Reads captures for tests, with a recogniser that shows what it was given. */
final class Readings {
  private Readings() {}

  /** Shows the bytes of both directions as {@code client|server}, and the datagrams with arrows. */
  static final class Mirror implements Recogniser {
    @Override
    public Recognition recognise(Conversation seen) {
      String shown =
          seen.ipProtocol() == 6
              ? text(seen.fromClient()) + "|" + text(seen.fromServer())
              : seen.messages().stream()
                  .map(each -> (each.fromClient() ? ">" : "<") + text(each.data()))
                  .collect(Collectors.joining());
      return new Recognition(
          seen.fromStart() ? "WHOLE" : "PART",
          Protection.CLEARTEXT,
          Basis.PROVEN,
          null,
          null,
          List.of(),
          null,
          List.of(),
          shown,
          false);
    }

    private static String text(Conversation.Bytes bytes) {
      String all = new String(bytes.array(), 0, bytes.length(), StandardCharsets.ISO_8859_1);
      return bytes.gap() == bytes.length()
          ? all
          : all.substring(0, bytes.gap()) + "~" + all.substring(bytes.gap());
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  static Reading read(Source source, Recogniser recogniser) {
    Request request =
        new Request(
            Exhibit.of(source.name()), List.of(), List.of(), Instant.EPOCH, Budget.standard());
    return new CaptureReader(recogniser).read(source, request);
  }

  static Reading read(byte[] capture) {
    return read(Source.of("test.pcap", capture), new Mirror());
  }

  static List<Flow> flows(Reading reading) {
    return reading.observations().stream()
        .filter(Flow.class::isInstance)
        .map(Flow.class::cast)
        .toList();
  }

  /** The flows of Ethernet frames. */
  static List<Flow> flows(byte[]... frames) {
    return flows(read(Captures.pcap(List.of(frames))));
  }

  static CaptureSummary summary(Reading reading) {
    return (CaptureSummary) reading.observations().getFirst();
  }

  /** A flow in one line. */
  static String line(Flow flow) {
    return flow.transport() + " " + end(flow.client()) + " > " + end(flow.server());
  }

  private static String end(Flow.End end) {
    return end.port() < 0 ? end.address() : end.address() + " " + end.port();
  }
}
