package dev.plimsoll.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Flow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File formats: each must give the same observations of the same frames. */
final class CaptureFileTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
  private static final List<byte[]> FRAMES =
      List.of(
          Wire.datagram("10.0.0.1", 1000, "10.0.0.2", 2000, "one"),
          Wire.datagram("10.0.0.2", 2000, "10.0.0.1", 1000, "two"),
          Wire.datagram("10.0.0.1", 1001, "10.0.0.2", 2000, "three"));
  private static final Reading PLAIN = Readings.read(Captures.pcap(FRAMES));

  @Test
  void readsPlainPcap() {
    assertThat(Readings.flows(PLAIN))
        .extracting(Flow::excerpt)
        .containsExactly(">one<two", ">three");
    assertThat(PLAIN.problems()).isEmpty();
    assertThat(PLAIN.at()).isEqualTo(Instant.ofEpochSecond(Captures.FIRST_SECOND + 2, 5000));
    assertThat(Readings.summary(PLAIN).frames()).isEqualTo(3);
    assertThat(Readings.summary(PLAIN).links()).containsExactly("Ethernet");
  }

  @Test
  void readsBothByteOrdersAndUnitsOfTime() {
    assertThat(Readings.read(Captures.pcap(FRAMES, 1, BIG, false))).isEqualTo(PLAIN);
    assertThat(Readings.read(Captures.pcap(FRAMES, 1, BIG, true))).isEqualTo(PLAIN);
    assertThat(Readings.read(Captures.pcap(FRAMES, 1, LITTLE, true))).isEqualTo(PLAIN);
    assertThat(Readings.read(Captures.pcapng(FRAMES, 1, BIG))).isEqualTo(PLAIN);
    assertThat(Readings.read(Captures.pcapng(FRAMES, 1, LITTLE))).isEqualTo(PLAIN);
  }

  @Test
  void readsCompressedFiles() throws IOException {
    byte[] plain = Captures.pcapng(FRAMES, 1, LITTLE);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    assertThat(Readings.read(packed.toByteArray())).isEqualTo(PLAIN);
    assertThat(Readings.read(Zstd.compress(plain))).isEqualTo(PLAIN);
    CaptureReader reader = new CaptureReader(new Readings.Mirror());
    assertThat(reader.recognises(Source.of("a", packed.toByteArray()))).isTrue();
    assertThat(reader.recognises(Source.of("a", Zstd.compress(plain)))).isTrue();
    assertThat(reader.recognises(Source.of("a", plain))).isTrue();
    assertThat(reader.recognises(Source.of("a", Wire.text("no capture at all")))).isFalse();
  }

  @Test
  void keepsWhatCameBeforeABreakInACompressedFile() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Captures.pcap(FRAMES));
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 30);
    Reading reading = Readings.read(cut);
    assertThat(reading.problems()).isNotEmpty();
    assertThat(Readings.flows(reading)).isNotEmpty();
  }

  @Test
  void readsSectionsAndInterfacesWithClocksOfTheirOwn() {
    byte[] nanos = Captures.option(LITTLE, 9, new byte[] {9});
    byte[] binary = Captures.option(BIG, 9, new byte[] {(byte) 0x8a});
    byte[] late = Captures.option(BIG, 14, new byte[] {0, 0, 0, 0, 0, 0, 0, 100});
    byte[] file =
        Wire.join(
            Captures.section(LITTLE),
            Captures.description(LITTLE, 101, new byte[0]),
            Captures.description(LITTLE, 1, nanos),
            Captures.block(LITTLE, 0x0bad, new byte[40]),
            Captures.packet(LITTLE, 1, 1_000_000_000_000_000_000L, FRAMES.get(0)),
            Captures.section(BIG),
            Captures.description(BIG, 1, Wire.join(binary, late)),
            Captures.packet(BIG, 0, (1_000_000_000L << 10) + 512, FRAMES.get(2)));
    Reading reading = Readings.read(file);
    assertThat(reading.problems()).isEmpty();
    assertThat(Readings.flows(reading))
        .extracting(Flow::first)
        .containsExactly(
            Instant.ofEpochSecond(1_000_000_000L),
            Instant.ofEpochSecond(1_000_000_100L, 500_000_000));
    assertThat(Readings.summary(reading).links()).containsExactly("Ethernet", "IP");
  }

  @Test
  void readsSimplePacketBlocksWithoutATime() {
    byte[] file =
        Wire.join(
            Captures.section(LITTLE),
            Captures.description(LITTLE, 1, new byte[0]),
            Captures.simple(LITTLE, FRAMES.get(0)),
            Captures.simple(LITTLE, FRAMES.get(1)));
    Reading reading = Readings.read(file);
    assertThat(Readings.flows(reading)).extracting(Flow::excerpt).containsExactly(">one<two");
    assertThat(reading.at()).isNull();
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {24 + 16 + 45, 24 + 16 + 45 + 10, 24 + 16 + 45 + 16 + 20})
  void saysWhereAPcapIsCut(int length) {
    Reading reading = Readings.read(Arrays.copyOf(Captures.pcap(FRAMES), length));
    assertThat(Readings.flows(reading)).extracting(Flow::excerpt).containsExactly(">one");
    if (length > 24 + 16 + 45) {
      assertThat(reading.problems())
          .extracting(problem -> problem.place())
          .containsExactly(Place.offset("test.pcap", 24 + 16 + 45));
    }
  }

  @Test
  void saysWhereALengthLies() {
    byte[] file = Captures.pcap(FRAMES);
    file[24 + 16 + 45 + 8 + 3] = 0x7f;
    Reading reading = Readings.read(file);
    assertThat(Readings.flows(reading)).extracting(Flow::excerpt).containsExactly(">one");
    assertThat(reading.problems().getFirst().place()).isEqualTo(Place.offset("test.pcap", 85));
    assertThat(reading.problems().getFirst().what()).contains("claims");
  }

  @Test
  void saysWhatIsNoCapture() {
    assertThat(Readings.read(Wire.text("GIF89a and more")).problems()).hasSize(1);
    assertThat(Readings.read(new byte[0]).problems()).hasSize(1);
  }

  @Test
  void readsAPipeAndAFileAlike(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    Path file = folder.resolve("file");
    Files.write(file, Captures.pcap(FRAMES));
    Process make = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Assumptions.assumeTrue(make.waitFor() == 0, "this system makes no pipes");
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Files.write(pipe, Captures.pcap(FRAMES));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    Source piped = Source.of("test.pcap", pipe);
    assertThat(Readings.read(piped, new Readings.Mirror())).isEqualTo(PLAIN);
    writer.join();
    Source mapped = Source.of("test.pcap", file);
    assertThat(Readings.read(mapped, new Readings.Mirror())).isEqualTo(PLAIN);
  }
}
