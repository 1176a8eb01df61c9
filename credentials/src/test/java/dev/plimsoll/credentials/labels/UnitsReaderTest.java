package dev.plimsoll.credentials.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.model.observation.UnitLabels.Tie;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsReaderTest {
  private static final String SMALL = "abcdefghjkmnpqrstuvwxyz23456789";

  /** An invented label without its password. */
  record Label(String serial, long address) {
    String hex() {
      return "%012X".formatted(address);
    }

    String colons() {
      return hex().replaceAll("..(?!$)", "$0:");
    }

    int number() {
      return Integer.parseInt(serial.substring(2));
    }
  }

  private static List<Label> labels(int count, long seed) {
    Random random = new Random(seed);
    long address = 0x02C0FF000000L + random.nextInt(1 << 23);
    int serial = 41_000_000 + random.nextInt(1_000_000);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      address += 1 + random.nextInt(3000);
      serial += 1 + random.nextInt(400);
      labels.add(new Label("KX" + serial, address));
    }
    return labels;
  }

  private static String table(List<Label> labels, Function<Label, String> password) {
    StringBuilder table = new StringBuilder("serial,mac,ssid,password\n");
    for (Label label : labels) {
      table
          .append(label.serial())
          .append(',')
          .append(label.colons())
          .append(",HOME_")
          .append(label.hex().substring(8))
          .append(',')
          .append(password.apply(label))
          .append('\n');
    }
    return table.toString();
  }

  private static Reading read(byte[] bytes) {
    return new UnitsReader()
        .read(
            Source.of("units.csv", bytes),
            new Request(
                Exhibit.of("units.csv", Kind.UNITS),
                List.of(),
                List.of(),
                java.time.Instant.EPOCH,
                Budget.standard()));
  }

  private static UnitLabels judge(String table) {
    return (UnitLabels) read(table.getBytes(StandardCharsets.UTF_8)).observations().getFirst();
  }

  private static String random(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] digest(String name, String text) {
    return digest(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Arguments way(String name, Function<Label, String> password) {
    return Arguments.of(name, password);
  }

  static Stream<Arguments> derivations() {
    return Stream.of(
        way("end of the MAC address", label -> label.hex().substring(6).toLowerCase(Locale.ROOT)),
        way(
            "MAC address backwards",
            label -> new StringBuilder(label.hex()).reverse().substring(0, 8)),
        way("MAC address behind a name", label -> "cam-" + label.hex().substring(4)),
        way("MAC address in decimal", label -> "%08d".formatted(label.address() & 0xffffff)),
        way("next MAC address", label -> "%08X".formatted(label.address() + 1 & 0xffffffffL)),
        way(
            "MAC address XOR constant",
            label -> "%06x".formatted((label.address() & 0xffffff) ^ 0x5a3c19)),
        way(
            "places exchanged",
            label -> {
              String hex = label.hex();
              return ""
                  + hex.charAt(11)
                  + hex.charAt(6)
                  + hex.charAt(8)
                  + hex.charAt(10)
                  + hex.charAt(7)
                  + hex.charAt(9);
            }),
        way("digits complemented", label -> "%08d".formatted(99_999_999 - label.number())),
        way(
            "serial times constant",
            label -> "%08d".formatted((label.number() * 7919L + 31337) % 100_000_000)),
        way("MD5 of MAC address, end", label -> hex(digest("MD5", label.hex())).substring(24)),
        way(
            "SHA-1 of serial, capitals",
            label ->
                hex(digest("SHA-1", label.serial())).toUpperCase(Locale.ROOT).substring(3, 13)),
        way(
            "SHA-256 of small colons",
            label ->
                hex(digest("SHA-256", label.colons().toLowerCase(Locale.ROOT))).substring(0, 12)),
        way(
            "SHA-256 bytes in an alphabet",
            label -> {
              byte[] out = digest("SHA-256", HexFormat.of().parseHex(label.hex()));
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < 9; i++) {
                text.append(SMALL.charAt((out[i] & 0xff) % SMALL.length()));
              }
              return text.toString();
            }),
        way(
            "SHA-1 in base64",
            label ->
                Base64.getEncoder()
                    .encodeToString(digest("SHA-1", label.colons()))
                    .substring(0, 10)),
        way(
            "SHA-1 as a decimal number",
            label ->
                "%010d"
                    .formatted(
                        new BigInteger(1, digest("SHA-1", label.serial()))
                            .mod(BigInteger.TEN.pow(10)))),
        way(
            "CRC-32",
            label -> {
              CRC32 crc = new CRC32();
              crc.update(label.hex().getBytes(StandardCharsets.UTF_8));
              return "%08x".formatted(crc.getValue());
            }),
        way(
            "MD5 of MAC address and serial",
            label -> hex(digest("MD5", label.hex() + label.serial())).substring(0, 8)),
        way(
            "SHA-1 with a usual word",
            label -> hex(digest("SHA-1", "admin" + label.hex())).substring(0, 9)),
        way(
            "java.util.Random",
            label ->
                random(new Random(label.address()), "0123456789abcdefghijklmnopqrstuvwxyz", 10)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("derivations")
  void findsWhatIsDerived(String name, Function<Label, String> password) {
    UnitLabels labels = judge(table(labels(6, name.hashCode()), password));
    assertThat(labels.tie()).as(labels.reason()).isEqualTo(Tie.DERIVABLE);
    assertThat(labels.family()).isNotNull();
  }

  @Test
  void oneRepetitionIsShared() {
    String table = table(labels(5, 1), label -> "Zq8%dvWx".formatted(label.number() % 97));
    String line = table.lines().toList().get(1);
    assertThat(judge(table + line + "\n").family()).isEqualTo("shared");
  }

  @Test
  void countsUp() {
    int[] next = {0x7c31a0};
    UnitLabels labels = judge(table(labels(6, 2), _ -> "%08x".formatted(next[0] += 11)));
    assertThat(labels.family()).isEqualTo("incremental");
  }

  @Test
  void smallPoolsAreGuessable() {
    Random random = new Random(5);
    for (Function<Label, String> password :
        List.<Function<Label, String>>of(
            _ -> random(random, "0123456789", 4),
            _ -> "dev-" + random(random, "0123456789abcdef", 4),
            _ -> random(random, "0123456789", 6),
            _ ->
                List.of("tiger", "river", "Maple", "stone", "eagle")
                        .get(random.nextInt(5))
                        .toLowerCase(Locale.ROOT)
                    + random(random, "0123456789", 2))) {
      UnitLabels labels = judge(table(labels(7, 3), password));
      assertThat(labels.tie()).as(labels.reason()).isIn(Tie.GUESSABLE, Tie.DERIVABLE);
    }
  }

  @Test
  void aPoolThatMayBeTooSmallStaysOpen() {
    Random random = new Random(6);
    assertThat(judge(table(labels(6, 4), _ -> random(random, "0123456789", 9))).tie())
        .isEqualTo(Tie.OPEN);
    assertThat(judge(table(labels(6, 4), _ -> random(random, "0123456789abcdef", 8))).tie())
        .isEqualTo(Tie.OPEN);
  }

  @Test
  void fewUnitsNeverPass() {
    Random random = new Random(7);
    for (int count = 1; count < LotAnalysis.ENOUGH_UNITS; count++) {
      UnitLabels labels = judge(table(labels(count, 8), _ -> random(random, SMALL, 16)));
      assertThat(labels.tie()).isEqualTo(Tie.OPEN);
      assertThat(labels.reason()).contains("5 units");
    }
  }

  @Test
  void oneUnitWithItsMacAddressIsEnough() {
    assertThat(judge(table(labels(1, 9), label -> label.hex().substring(2))).tie())
        .isEqualTo(Tie.DERIVABLE);
  }

  @Test
  void aCommonPasswordOfOneUnitIsGuessable() {
    assertThat(judge("password\npassword123\n").tie()).isEqualTo(Tie.GUESSABLE);
  }

  @Test
  void aKeyedDigestIsNotAccused() {
    UnitLabels labels =
        judge(
            table(
                labels(8, 10),
                label -> hex(digest("SHA-256", "k#0x9!vQ" + label.serial())).substring(0, 12)));
    assertThat(labels.tie()).isEqualTo(Tie.NONE_FOUND);
    assertThat(labels.reason()).contains("no more than");
  }

  private static List<UnitLabels> soundLots(int count, long seed) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    List<String> alphabets =
        List.of(
            "0123456789",
            "0123456789abcdef",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            SMALL,
            letters,
            letters + "0123456789");
    Random random = new Random(seed);
    List<UnitLabels> judged = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String alphabet = alphabets.get(random.nextInt(alphabets.size()));
      int length = 8 + random.nextInt(9);
      int units = 2 + random.nextInt(11);
      judged.add(
          judge(table(labels(units, random.nextLong()), _ -> random(random, alphabet, length))));
    }
    return judged;
  }

  private static long accused(List<UnitLabels> lots) {
    return lots.stream()
        .filter(lot -> lot.tie() == Tie.DERIVABLE || lot.tie() == Tie.GUESSABLE)
        .count();
  }

  @Test
  void soundLotsAreNotAccused() {
    assertThat(accused(soundLots(8, 77))).isZero();
  }

  /** The bound that is promised: at most one false word in a thousand. Takes minutes. */
  @Test
  @Tag("peers")
  void ofAThousandSoundLotsAtMostOneIsAccused() {
    assertThat(accused(soundLots(1000, 2026))).isLessThanOrEqualTo(1);
  }

  @Test
  void readsAnyDelimiterMarkAndOrder() {
    String password = "Zq8rW2xKp4";
    for (String table :
        List.of(
            "password;note;mac\n" + password + ";\"a;b\"\"c\nd\";02-00-00-00-00-01\n",
            "\uFEFFMAC\tPassword\r\n0200.0000.0001\t" + password + "\r\n",
            "serial,password\n\n,," + "\n1," + password)) {
      Reading reading = read(table.getBytes(StandardCharsets.UTF_8));
      assertThat(reading.observations()).as(table).hasSize(1);
      assertThat(((UnitLabels) reading.observations().getFirst()).units()).isEqualTo(1);
    }
  }

  @Test
  void recognisesATableByItsHeader() {
    UnitsReader reader = new UnitsReader();
    assertThat(
            reader.recognises(Source.of("a", "SSID;Password\n".getBytes(StandardCharsets.UTF_8))))
        .isTrue();
    assertThat(reader.recognises(Source.of("a", "name,price\n".getBytes(StandardCharsets.UTF_8))))
        .isFalse();
    assertThat(reader.recognises(Source.of("a", new byte[0]))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "serial,mac\n1,2\n",
        "password\n",
        "password\n\n\n",
        "serial,password\n1,\n"
      })
  void nothingToReadIsSaid(String table) {
    Reading reading = read(table.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
  }

  @Test
  void aBadAddressIsSaidAndTheRestRead() {
    Reading reading = read("mac,password\nnonsense,Zq8rW2xKp4\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reading.observations()).hasSize(1);
    assertThat(reading.problems()).extracting(Problem::what).anyMatch(what -> what.contains("MAC"));
  }

  @Test
  void damagedTablesNeverThrow() {
    byte[] whole =
        table(labels(3, 20), label -> label.serial() + "x").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 64; i++) {
      assertThat(read(Arrays.copyOf(whole, whole.length * i / 64))).isNotNull();
    }
    Random random = new Random(21);
    for (int i = 0; i < 10; i++) {
      byte[] flipped = whole.clone();
      for (int k = 0; k < 1 + whole.length / 100; k++) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertThat(read(flipped)).isNotNull();
    }
  }

  @Test
  void manyUnitsAndLongFieldsStayBounded() {
    StringBuilder table = new StringBuilder("serial,mac,ssid,password\n");
    Random random = new Random(22);
    for (int i = 0; i < 3000; i++) {
      table.append(i).append(",,,").append(random(random, SMALL, 12)).append('\n');
    }
    assertThat(judge(table.toString()).units()).isEqualTo(3000);
    assertThat(
            read(("serial,password\n1," + "a".repeat(5000) + "\n").getBytes(StandardCharsets.UTF_8))
                .observations())
        .isEmpty();
  }
}
