package dev.plimsoll.capture.flow;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of flows. Equal texts are kept once: half a million flows share most of them.
 */
final class FlowWriter {
  private static final String OVERLAP = "overlap_conflict";
  private static final int MAX_TEXTS = 1 << 16;

  private final String file;
  private final Addresses addresses;
  private final Map<Object, String> texts = new HashMap<>();

  FlowWriter(String file, Addresses addresses) {
    this.file = file;
    this.addresses = addresses;
  }

  Flow write(FlowState flow) {
    Recognition what = flow.recognition;
    boolean clientA = flow.isClientA();
    String name = flow.name != null ? flow.name : what.serverName();
    Instant first = instant(flow.firstMicros);
    return new Flow(
        place(flow),
        IpProtocol.name(flow.protocol),
        end(flow, clientA),
        end(flow, !clientA),
        name == null ? null : share(name),
        flow.vlan == Packet.NONE ? null : Integer.valueOf(flow.vlan),
        flow.packets,
        flow.bytes,
        flow.payload,
        first,
        flow.lastMicros == flow.firstMicros ? first : instant(flow.lastMicros),
        what.protocol(),
        what.protection(),
        what.basis(),
        shareOrNull(what.version()),
        shareOrNull(what.cipher()),
        findings(flow),
        shareOrNull(what.excerpt()));
  }

  private Place place(FlowState flow) {
    List<Long> deciding = flow.recognition.deciding();
    if (deciding.isEmpty()) {
      return Place.frames(file, flow.firstFrame, flow.lastFrame);
    }
    long first = Long.MAX_VALUE;
    long last = 0;
    for (long frame : deciding) {
      first = Math.min(first, frame);
      last = Math.max(last, frame);
    }
    return Place.frames(file, first, last);
  }

  private Flow.End end(FlowState flow, boolean a) {
    int version = flow.version();
    int address = flow.address(a);
    long mac = flow.mac(a);
    Long key = ((long) version << 32) | (address & 0xffffffffL);
    String text = texts.get(key);
    if (text == null) {
      text = addresses.text(version, address);
      keep(key, text);
    }
    return new Flow.End(text, flow.port(a), Packet.isStation(mac) ? mac(mac) : null);
  }

  private String mac(long mac) {
    Long key = 1L << 62 | mac;
    String text = texts.get(key);
    if (text == null) {
      text = Packet.macText(mac);
      keep(key, text);
    }
    return text;
  }

  private @Nullable String shareOrNull(@Nullable String text) {
    return text == null ? null : share(text);
  }

  private String share(String text) {
    String known = texts.get(text);
    if (known == null) {
      keep(text, text);
      return text;
    }
    return known;
  }

  private void keep(Object key, String text) {
    if (texts.size() < MAX_TEXTS) {
      texts.put(key, text);
    }
  }

  private static List<String> findings(FlowState flow) {
    List<String> found = flow.recognition.findings();
    if (!flow.hasConflict() && found.size() < 2) {
      return found;
    }
    TreeSet<String> sorted = new TreeSet<>(found);
    if (flow.hasConflict()) {
      sorted.add(OVERLAP);
    }
    return new ArrayList<>(sorted);
  }

  static Instant instant(long micros) {
    return micros == Frame.NO_TIME
        ? Instant.EPOCH
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }
}
