package dev.plimsoll.capture.radio;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.RadioLink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Writes radio captures for tests, and reads them. */
final class RadioReadings {
  private RadioReadings() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** A btsnoop file with the frames as hex; record n, from 0, is n seconds after 2000. */
  static byte[] btsnoop(int link, int flags, List<String> frames) {
    ByteBuffer out = ByteBuffer.allocate(1 << 16);
    out.put("btsnoop\0".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(link);
    long time = 0x00e03ab44a676000L;
    for (String each : frames) {
      byte[] frame = hex(each);
      out.putInt(frame.length)
          .putInt(frame.length)
          .putInt(flags)
          .putInt(0)
          .putLong(time)
          .put(frame);
      time += 1_000_000;
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  static byte[] pcap(int link, List<String> frames) {
    ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535);
    out.putInt(link);
    for (String each : frames) {
      byte[] frame = hex(each);
      out.putInt(1_000_000_000).putInt(0).putInt(frame.length).putInt(frame.length).put(frame);
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  static Reading read(Reader reader, Source source) {
    return reader.read(
        source,
        new Request(
            Exhibit.of(source.name()), List.of(), List.of(), Instant.EPOCH, Budget.standard()));
  }

  static List<RadioLink> links(Reading reading) {
    return reading.observations().stream()
        .filter(RadioLink.class::isInstance)
        .map(RadioLink.class::cast)
        .toList();
  }

  /** A folder of the corpus; the test is skipped where it is not on the machine. */
  static Path corpus(String name) {
    Path root = Path.of(System.getProperty("plimsoll.root", "."));
    Path beside = root.resolveSibling("shared").resolve("corpus").resolve(name);
    Path nested = root.resolve("../../shared/corpus").resolve(name).normalize();
    Path found = Files.isDirectory(beside) ? beside : nested;
    Assumptions.assumeTrue(Files.isDirectory(found), "the corpus is not on this machine");
    return found;
  }
}
