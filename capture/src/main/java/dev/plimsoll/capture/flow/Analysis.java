package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.LinkType;
import dev.plimsoll.capture.file.Walked;
import dev.plimsoll.capture.link.EtherType;
import dev.plimsoll.capture.link.LinkLayer;
import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.radio.RadioDecoder;
import dev.plimsoll.capture.recognise.Recogniser;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.CaptureSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the frames of one capture and gives what they say: a summary, and the flows. */
public final class Analysis implements FrameSink {
  private final String file;
  private final Addresses addresses = new Addresses();
  private final Stations stations = new Stations();
  private final Naming naming = new Naming(addresses, stations);
  private final FlowTable flows;
  private final Network network;
  private final Packet packet = new Packet();
  private @Nullable RadioDecoder radio;
  private int radioLink = LinkType.ETHERNET;
  private boolean isRadio;
  private long firstMicros = Frame.NO_TIME;
  private long lastMicros = Frame.NO_TIME;
  private long timeOfPrevious = Frame.NO_TIME;

  /**
   * @param file what places call the capture
   * @param recogniser says what a conversation speaks
   */
  public Analysis(String file, Recogniser recogniser) {
    this.file = file;
    flows = new FlowTable(recogniser, addresses, naming);
    network = new Network(addresses, flows);
  }

  @Override
  public void frame(Frame frame) {
    if (frame.link != radioLink) {
      radioLink = frame.link;
      isRadio = RadioDecoder.isRadio(frame.link);
    }
    if (isRadio) {
      radio(frame);
    }
    boolean hasNetwork = LinkLayer.open(frame, packet);
    time(frame.micros);
    stations.frame(packet.source);
    if (!hasNetwork) {
      return;
    }
    if (packet.type == EtherType.ARP) {
      naming.arp(packet);
    } else {
      network.accept(packet);
    }
  }

  private void radio(Frame frame) {
    RadioDecoder decoder = radio;
    if (decoder == null) {
      decoder = new RadioDecoder();
      radio = decoder;
    }
    decoder.frame(frame);
  }

  private void time(long micros) {
    if (micros == Frame.NO_TIME) {
      // A frame without a time is taken to follow at once.
      packet.micros = timeOfPrevious;
      return;
    }
    timeOfPrevious = micros;
    firstMicros = firstMicros == Frame.NO_TIME ? micros : Math.min(firstMicros, micros);
    lastMicros = Math.max(lastMicros, micros);
  }

  /** Ends the analysis: all that was seen. Called once. */
  public Reading finish(Walked walked) {
    network.finish();
    FlowState[] all = flows.finish();
    List<Observation> observations = new ArrayList<>(all.length + 1);
    observations.add(summary(walked));
    if (radio != null) {
      observations.addAll(radio.links(file));
    }
    FlowWriter writer = new FlowWriter(file, addresses);
    for (int i = 0; i < all.length; i++) {
      observations.add(writer.write(all[i]));
    }
    return new Reading(observations, problems(walked), time(lastMicros, lastMicros));
  }

  private CaptureSummary summary(Walked walked) {
    return new CaptureSummary(
        Place.whole(file),
        walked.frames(),
        walked.links().stream().map(LinkType::name).distinct().toList(),
        time(firstMicros, lastMicros),
        time(lastMicros, lastMicros),
        stations.list(addresses));
  }

  private static @Nullable Instant time(long micros, long last) {
    return last == Frame.NO_TIME ? null : FlowWriter.instant(micros);
  }

  private List<Problem> problems(Walked walked) {
    List<Problem> all = new ArrayList<>(walked.problems());
    if (radio != null) {
      all.addAll(radio.problems(file));
    }
    if (flows.refused() > 0) {
      all.add(
          new Problem(
              Place.whole(file),
              flows.refused()
                  + " packets belong to flows beyond the "
                  + FlowTable.MAX_FLOWS
                  + " that are told apart, and are not judged",
              "split the capture, or filter it for the product's address"));
    }
    if (network.orphans() > 0) {
      all.add(
          new Problem(
              Place.whole(file),
              network.orphans() + " fragments came without the first one of their packet",
              "take the capture again if they matter; they are not judged"));
    }
    if (flows.failedFrame() > 0) {
      all.add(
          new Problem(
              Place.frame(file, flows.failedFrame()),
              "what this flow speaks could not be determined because of a fault in this program",
              "report it with the capture; the flow counts as unknown"));
    }
    return all;
  }
}
