package dev.plimsoll.capture.radio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.CaptureReader;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.RadioLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Frames are laid out by hand after the Core Specification. */
class BluetoothReaderTest {
  private static final int H4 = 1002;
  private static final String VALUE = "000102030405060708090a0b0c0d0e0f";

  /** A message of the security manager as ACL data on handle 0x40. */
  private static String smp(String message) {
    int length = message.replace(" ", "").length() / 2;
    return "02 4020 %02x00 %02x00 0600 %s".formatted(length + 4, length, message);
  }

  /** A whole LE pairing: features, confirmation, random values, checks, encryption. */
  private static List<String> secure(String request, String response) {
    return List.of(
        "04 3e 13 01 00 4000 00 00 665544332211 1800 0000 4800 00",
        smp("01 " + request),
        smp("02 " + response),
        smp("03 " + VALUE),
        smp("04 " + VALUE),
        smp("04 ff" + VALUE.substring(2)),
        smp("0d " + VALUE),
        smp("0d ff" + VALUE.substring(2)),
        "04 08 04 00 4000 01");
  }

  private static RadioLink only(byte[] capture) {
    Reading reading = RadioReadings.read(new BluetoothReader(), Source.of("log.btsnoop", capture));
    assertThat(reading.problems()).isEmpty();
    return RadioReadings.links(reading).getFirst();
  }

  @Test
  void comparedNumbersOverSecureConnectionsAreStrong() {
    RadioLink link =
        only(RadioReadings.btsnoop(H4, 0, secure("01 00 0d 10 00 00", "04 00 09 10 00 00")));
    assertThat(link.grade()).isEqualTo("STRONG");
    assertThat(link.model()).isEqualTo("NumericComparison");
    assertThat(link.ends()).containsExactly("11:22:33:44:55:66");
    assertThat(link.place().first()).isEqualTo(2);
    assertThat(link.place().last()).isEqualTo(9);
  }

  @Test
  void aSideWithoutSecureConnectionsBringsTheOldPairing() {
    RadioLink link =
        only(RadioReadings.btsnoop(H4, 0, secure("04 00 0d 10 00 00", "02 00 05 10 00 00")));
    assertThat(link.pairing()).isEqualTo("Legacy");
    assertThat(link.model()).isEqualTo("Passkey");
    assertThat(link.grade()).isEqualTo("WEAK");
    assertThat(link.findings()).contains("downgrade");
  }

  @Test
  void theShorterKeyCounts() {
    RadioLink link =
        only(RadioReadings.btsnoop(H4, 0, secure("01 00 0d 10 00 00", "01 00 09 07 00 00")));
    assertThat(link.keySize()).isEqualTo(7);
    assertThat(link.grade()).isEqualTo("WEAK");
  }

  @Test
  void aPairingWhoseEndWasNotSeenIsNeverStrong() {
    List<String> begun = secure("01 00 0d 10 00 00", "01 00 0d 10 00 00").subList(0, 4);
    assertThat(only(RadioReadings.btsnoop(H4, 0, begun)).grade()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void aFailedPairingIsNeverStrong() {
    List<String> failed = new ArrayList<>(secure("01 00 0d 10 00 00", "01 00 0d 10 00 00"));
    failed.set(8, smp("05 0b"));
    assertThat(only(RadioReadings.btsnoop(H4, 0, failed)).grade()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void theWeakestCompletedPairingDecides() {
    List<String> both = new ArrayList<>(secure("01 00 0d 10 00 00", "01 00 0d 10 00 00"));
    both.addAll(secure("03 00 09 10 00 00", "03 00 09 10 00 00"));
    RadioLink link = only(RadioReadings.btsnoop(H4, 0, both));
    assertThat(link.grade()).isEqualTo("WEAK");
    assertThat(link.place().first()).isEqualTo(11);
  }

  @Test
  void valuesBeforeAnyEncryptionAreSeen() {
    List<String> frames =
        List.of(
            "04 3e 13 01 00 4000 00 00 665544332211 1800 0000 4800 00",
            "02 4020 0b00 0700 0400 52 1200 61626364");
    RadioLink link = only(RadioReadings.btsnoop(H4, 0, frames));
    assertThat(link.grade()).isEqualTo("NO_PAIRING_SEEN");
    assertThat(link.protection()).isEqualTo(Protection.CLEARTEXT);
  }

  @Test
  void aShorterKeyAtReconnectionLowersAPairing() {
    String address = "665544332211";
    List<String> frames =
        List.of(
            "04 03 0b 00 0b00 " + address + " 01 00",
            "04 32 09 " + address + " 01 00 03",
            "01 2b04 09 " + address + " 01 00 03",
            "04 18 17 " + address + VALUE + "08",
            "04 08 04 00 0b00 02",
            "04 0e 07 01 0814 00 0b00 10",
            "04 08 04 00 0b00 02",
            "04 0e 07 01 0814 00 0b00 07");
    RadioLink strong = only(RadioReadings.btsnoop(H4, 0, frames.subList(0, 6)));
    assertThat(strong.grade()).isEqualTo("STRONG");
    assertThat(strong.pairing()).isEqualTo("SSP P-256");
    RadioLink lowered = only(RadioReadings.btsnoop(H4, 0, frames));
    assertThat(lowered.grade()).isEqualTo("WEAK");
    assertThat(lowered.findings()).containsExactly("downgrade", "short_key");
  }

  @Test
  void readsTheTimesOfTheLog() {
    byte[] log = RadioReadings.btsnoop(H4, 0, List.of("04 13 05 01 4000 0100"));
    Reading reading = RadioReadings.read(new BluetoothReader(), Source.of("log", log));
    assertThat(reading.at()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
  }

  @Test
  void staysCalmOnDamagedInput() {
    List<byte[]> all = new ArrayList<>();
    all.add(RadioReadings.btsnoop(H4, 0, secure("01 00 0d 10 00 00", "04 00 09 10 00 00")));
    all.add(RadioReadings.btsnoop(1001, 3, secure("01 00 0d 10 00 00", "04 00 09 10 00 00")));
    all.add(RadioReadings.btsnoop(2001, 5, secure("01 00 0d 10 00 00", "04 00 09 10 00 00")));
    for (int link :
        new int[] {105, 119, 127, 163, 192, 187, 195, 201, 215, 230, 251, 254, 256, 272, 283}) {
      all.add(RadioReadings.pcap(link, secure("01 00 0d 10 00 00", "04 00 09 10 00 00")));
    }
    for (int i = 0; i < all.size(); i++) {
      damage(all.get(i), i);
    }
  }

  @Test
  void staysCalmOnTheDamagedCorpus() throws IOException {
    int seed = 0;
    for (String folder : List.of("bluetooth", "traffic/linklayer")) {
      try (Stream<Path> files = Files.list(RadioReadings.corpus(folder))) {
        for (Path file : files.sorted().toList()) {
          damage(Files.readAllBytes(file), seed++);
        }
      }
    }
  }

  private static void damage(byte[] capture, int seed) {
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 64; i++) {
            readBoth(Arrays.copyOf(capture, (int) ((long) capture.length * i / 64)));
          }
          Random random = new Random(seed);
          for (int i = 0; i < 8; i++) {
            byte[] changed = capture.clone();
            for (int n = 0; n < changed.length / 100 + 1; n++) {
              changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readBoth(changed);
          }
        });
  }

  private static void readBoth(byte[] bytes) {
    Source source = Source.of("damaged", bytes);
    RadioReadings.read(new BluetoothReader(), source);
    RadioReadings.read(new CaptureReader(_ -> Recognition.UNKNOWN), source);
  }

  @Test
  void gradesEveryCaptureOfTheCorpus() throws IOException {
    Path folder = RadioReadings.corpus("bluetooth");
    List<String> rows = Files.readAllLines(folder.resolve("truth.csv"));
    List<String> heads = List.of(rows.getFirst().split(",", -1));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      byte[] capture = Files.readAllBytes(folder.resolve(cells[0]));
      RadioLink link = only(capture);
      assertThat(link.grade()).as(cells[0]).isEqualTo(cells[heads.indexOf("verdict")]);
      assertThat(link.model()).as(cells[0]).isEqualTo(cells[heads.indexOf("model")]);
    }
  }

  @Test
  void labelsEveryRadioCaptureOfTheCorpus() throws IOException {
    Path folder = RadioReadings.corpus("traffic/linklayer");
    List<String> rows = Files.readAllLines(folder.resolveSibling("linklayer.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      Reading reading =
          RadioReadings.read(
              new CaptureReader(_ -> Recognition.UNKNOWN),
              Source.of(cells[0], Files.readAllBytes(folder.resolve(cells[0]))));
      assertThat(RadioReadings.links(reading))
          .as(cells[0])
          .extracting(link -> link.protection() == null ? "none" : link.protection().label())
          .containsOnly(cells[2]);
    }
  }
}
