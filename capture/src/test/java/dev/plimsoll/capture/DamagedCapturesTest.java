package dev.plimsoll.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Captures that were cut or whose bytes were changed: no exception, no hang, no end of memory. */
final class DamagedCapturesTest {
  private static final int CUTS = 64;
  private static final int LARGE = 1 << 20;

  @Test
  void readsWhatIsLeftOfSmallCaptures() {
    List<byte[]> frames = frames();
    List<byte[]> captures = new ArrayList<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      captures.add(Captures.pcap(frames, 1, order, false));
      captures.add(Captures.pcapng(frames, 1, order));
      for (int link : new int[] {0, 9, 101, 105, 113, 119, 127, 192, 239, 276}) {
        captures.add(Captures.pcap(frames, link, order, true));
      }
    }
    for (int i = 0; i < captures.size(); i++) {
      damage(captures.get(i), i, 40);
    }
  }

  @Test
  void readsWhatIsLeftOfTheCorpus() throws IOException {
    List<Path> captures = Corpus.captures();
    for (int i = 0; i < captures.size(); i++) {
      byte[] capture = Files.readAllBytes(captures.get(i));
      // Large ones are cut at fewer places, so that the test stays short.
      damage(capture.length > LARGE ? Arrays.copyOf(capture, LARGE) : capture, i, 2);
    }
  }

  @Test
  void staysWithinBoundsForMillionsOfFlows() {
    byte[] packet = Wire.datagram("10.0.0.1", 1, "10.0.0.2", 2, "x".repeat(300));
    int count = 1 << 18;
    byte[] file = new byte[24 + count * (16 + packet.length)];
    byte[] one = Captures.pcap(List.of(packet));
    System.arraycopy(one, 0, file, 0, 24);
    for (int i = 0; i < count; i++) {
      int at = 24 + i * (16 + packet.length);
      System.arraycopy(one, 24, file, at, 16 + packet.length);
      System.arraycopy(Wire.u32(0x0b000000L + i), 0, file, at + 16 + 14 + 12, 4);
    }
    long before = used();
    Reading reading = Readings.read(Source.of("many", file), seen -> unknown());
    assertThat(reading.observations()).hasSize(count + 1);
    assertThat(used() - before).isLessThan(count * 500L);
  }

  private static dev.plimsoll.capture.recognise.Recognition unknown() {
    return dev.plimsoll.capture.recognise.Recognition.UNKNOWN;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void damage(byte[] capture, int seed, int flips) {
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < CUTS; i++) {
            read(Arrays.copyOf(capture, (int) ((long) capture.length * i / CUTS)));
          }
          Random random = new Random(seed);
          for (int i = 0; i < flips; i++) {
            byte[] changed = capture.clone();
            for (int n = 0; n < changed.length / 100 + 1; n++) {
              changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(changed);
          }
        });
  }

  private static void read(byte[] capture) {
    Reading reading = Readings.read(Source.of("damaged", capture), new Readings.Mirror());
    assertThat(reading.problems())
        .noneMatch(problem -> problem.what().contains("fault in this program"));
  }

  private static List<byte[]> frames() {
    byte[] dns =
        Wire.join(
            Wire.hex("1234 8180 0001 0002 0000 0000"),
            Wire.dnsName("a.example"),
            Wire.hex("0001 0001 c00c 0005 0001 00000010 0004"),
            Wire.hex("0162c00c c00c 0001 0001 00000010 0004 c6336407"));
    byte[] inner = Wire.datagram("10.1.0.1", 5, "10.1.0.2", 6, "inside");
    byte[] vxlan = Wire.udp(9, 4789, Wire.join(Wire.hex("08000000 00000100"), inner));
    byte[] part = Wire.udp(7, 8, Wire.text("0123456789abcdef"));
    byte[] extended = Wire.join(new byte[] {44, 0}, new byte[6], Wire.hex("1100 0001 00000007"));
    return List.of(
        Wire.up(100, 0, Wire.SYN, ""),
        Wire.down(500, 101, Wire.SYN | Wire.ACK, ""),
        Wire.up(101, 501, Wire.PSH_ACK, "GET / HTTP/1.1"),
        Wire.up(130, 501, Wire.PSH_ACK, "behind a gap"),
        Wire.down(501, 115, Wire.PSH_ACK, "HTTP/1.1 200 OK"),
        Wire.ethernet(0x0800, Wire.ip4("10.0.0.53", "10.0.0.1", 17, Wire.udp(53, 5000, dns))),
        Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, vxlan)),
        Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 0x2000, part)),
        Wire.ethernet(0x0800, Wire.ip4("10.0.0.1", "10.0.0.2", 17, 9, 3, part)),
        Wire.ethernet(0x86dd, Wire.ip6("fe80::1", "fe80::2", 0, Wire.join(extended, part))),
        Wire.ethernet(0x8100, Wire.join(Wire.hex("0005 8847 00010140"), new byte[40])),
        Wire.ethernet(0x0806, new byte[28]));
  }
}
