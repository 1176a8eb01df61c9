package dev.plimsoll.credentials.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Account;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootfsReaderTest {
  /** mkpasswd -m md5crypt -S saltsalt admin. */
  private static final String ADMIN = "$1$saltsalt$Y3BMhxQHmg7scgLILa56u1";

  @TempDir Path folder;

  private static Request request(Budget budget) {
    return new Request(Exhibit.of("fs", Kind.ROOTFS), List.of(), List.of(), Instant.EPOCH, budget);
  }

  private static Reading read(Source source) {
    return new RootfsReader().read(source, request(Budget.standard()));
  }

  private static List<Account> accounts(Reading reading) {
    return reading.observations().stream().map(Account.class::cast).toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Source source() {
    return Source.of("fs", folder);
  }

  @Test
  void findsTheListOfAFixedPassword() throws IOException {
    write("etc/passwd", "# local\nroot:x:0:0:root:/root:/bin/sh\nnobody:*:99:99::/:/bin/false\n");
    write("etc/shadow", "root:" + ADMIN + ":0:0:99999:7:::\nnobody:*:0:0:99999:7:::\n");
    assertThat(new RootfsReader().recognises(source())).isTrue();
    Reading reading = read(source());
    assertThat(reading.problems()).isEmpty();
    assertThat(accounts(reading))
        .singleElement()
        .satisfies(account -> {
          assertThat(account.user()).isEqualTo("root");
          assertThat(account.uid()).isZero();
          assertThat(account.scheme()).isEqualTo("md5crypt");
          assertThat(account.cracked()).isEqualTo(Candidates.VENDOR);
          assertThat(account.tried()).isPositive();
          assertThat(account.place())
              .isEqualTo(new Place("fs", "etc/shadow", Place.Unit.LINE, 1, 1));
          assertThat(account.toString()).doesNotContain(ADMIN);
        });
  }

  @Test
  void lockedAccountsAndThoseWithoutAShellAreLeftOut() throws IOException {
    write(
        "etc/passwd",
        "a:!:0:0::/:/bin/sh\nb:*:1:1::/:/bin/sh\nc:"
            + ADMIN
            + ":2:2::/:/sbin/nologin\nd:x:3:3::/:/bin/sh\n");
    write("etc/shadow", "d:!" + ADMIN + ":::\n");
    Reading reading = read(source());
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void anEmptyPasswordIsSaid() throws IOException {
    write("etc/passwd", "root::0:0:root:/:/bin/sh\n");
    assertThat(accounts(read(source())))
        .extracting(Account::scheme, Account::cracked)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("none", "empty passwords"));
  }

  @Test
  void anUnknownPasswordStaysUnknown() throws IOException {
    // openssl passwd -1 -salt saltsalt with twenty random characters.
    write("etc/passwd", "root:$1$saltsalt$gZEP8nVUhc8xM3kSbGcRT0:0:0:root:/:/bin/sh\n");
    assertThat(accounts(read(source())))
        .singleElement()
        .satisfies(account -> {
          assertThat(account.cracked()).isNull();
          assertThat(account.tried()).isGreaterThan(400);
        });
  }

  @Test
  void aSlowHashGetsFewCandidatesAndSaysHowMany() throws IOException {
    write(
        "etc/passwd", "root:$6$rounds=999999999$abcdefgh$" + "a".repeat(86) + ":0:0::/:/bin/sh\n");
    assertThat(accounts(read(source())))
        .singleElement()
        .satisfies(account -> {
          assertThat(account.scheme()).isEqualTo("sha512crypt");
          assertThat(account.tried()).isZero();
        });
  }

  @Test
  void aPlainWordIsShownForWhatItIs() throws IOException {
    write("etc/passwd", "root:hunter2:0:0:root:/:/bin/sh\n");
    Reading reading = read(source());
    assertThat(accounts(reading)).extracting(Account::scheme).containsExactly("unknown");
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void linksAreFollowedInsideAlone() throws IOException {
    write("rom/etc/passwd", "root::0:0:root:/:/bin/sh\n");
    Files.createDirectories(folder.resolve("etc"));
    Files.createSymbolicLink(folder.resolve("etc/passwd"), Path.of("/rom/etc/passwd"));
    Files.createSymbolicLink(folder.resolve("etc/shadow"), Path.of("../../../../../etc/shadow"));
    Reading reading = read(source());
    assertThat(accounts(reading)).hasSize(2).allMatch(account -> account.user().equals("root"));
    assertThat(reading.problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("link"));
  }

  @Test
  void aLinkLoopEnds() throws IOException {
    Files.createDirectories(folder.resolve("etc"));
    Files.createSymbolicLink(folder.resolve("etc/passwd"), Path.of("shadow"));
    Files.createSymbolicLink(folder.resolve("etc/shadow"), Path.of("passwd"));
    assertThat(read(source()).observations()).isEmpty();
  }

  @Test
  void aMissingShadowFileIsAProblem() throws IOException {
    write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    assertThat(read(source()).problems()).hasSize(1);
  }

  @Test
  void anotherFolderIsNotRecognised() throws IOException {
    write("readme.txt", "hello");
    assertThat(new RootfsReader().recognises(source())).isFalse();
    assertThat(read(source()).problems()).hasSize(1);
  }

  @Test
  void aTarArchiveReadsAsItsFolder() throws IOException {
    byte[] tar = tar("./etc/passwd", "root:" + ADMIN + ":0:0:root:/root:/bin/sh\n");
    assertThat(new RootfsReader().recognises(Source.of("fs.tar", tar))).isTrue();
    assertThat(accounts(read(Source.of("fs.tar", tar)))).hasSize(1);
    byte[] gzip = gzip(tar);
    assertThat(new RootfsReader().recognises(Source.of("fs.tgz", gzip))).isTrue();
    assertThat(accounts(read(Source.of("fs.tgz", gzip)))).hasSize(1);
  }

  @Test
  void anArchiveWithoutAccountsIsNotRecognised() throws IOException {
    assertThat(new RootfsReader().recognises(Source.of("x.tar", tar("a", "b")))).isFalse();
    assertThat(new RootfsReader().recognises(Source.of("x.gz", gzip(new byte[5000])))).isFalse();
  }

  @Test
  void anArchiveThatUnpacksWithoutEndStopsAtTheBudget() throws IOException {
    byte[] tar = gzip(tar("etc/passwd", "root::0:0::/:/bin/sh\n"));
    Budget small = new Budget(600, 8, Long.MAX_VALUE / 4, () -> 0);
    Reading reading = new RootfsReader().read(Source.of("fs.tgz", tar), request(small));
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void damagedArchivesNeverThrow() throws IOException {
    byte[] plain = tar("etc/passwd", "root::0:0:root:/:/bin/sh\nuser:x:1:1::/:/bin/sh\n");
    for (byte[] whole : List.of(plain, gzip(plain))) {
      for (int i = 0; i < 64; i++) {
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length * i / 64);
        assertThat(read(Source.of("fs.tar", cut))).isNotNull();
      }
      Random random = new Random(11);
      for (int i = 0; i < 200; i++) {
        byte[] flipped = whole.clone();
        for (int k = 0; k < Math.max(1, whole.length / 100); k++) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Source source = Source.of("fs.tar", flipped);
        assertThat(new RootfsReader().recognises(source)).isIn(true, false);
        assertThat(read(source)).isNotNull();
      }
    }
  }

  @Test
  void damagedAccountFilesNeverThrow() throws IOException {
    byte[] text =
        ("root:x:0:0:r:/:/bin/sh\nu:" + ADMIN + ":1:1::/:\nv::4294967296:1::/:/bin/sh\n")
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      byte[] flipped = text.clone();
      for (int k = 0; k < 3; k++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      Files.createDirectories(folder.resolve("etc"));
      Files.write(folder.resolve("etc/passwd"), flipped);
      assertThat(read(source())).isNotNull();
    }
  }

  /** POSIX.1-1988 ustar, written by hand. */
  private static byte[] tar(String name, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = new byte[512];
    put(head, 0, name);
    put(head, 100, "0000644\0");
    put(head, 108, "0000000\0");
    put(head, 116, "0000000\0");
    put(head, 124, "%011o\0".formatted(body.length));
    put(head, 136, "00000000000\0");
    put(head, 148, "        ");
    head[156] = '0';
    put(head, 257, "ustar\00000");
    int sum = 0;
    for (byte each : head) {
      sum += each & 0xff;
    }
    put(head, 148, "%06o\0 ".formatted(sum));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head);
    out.write(body);
    out.write(new byte[(512 - body.length % 512) % 512 + 1024]);
    return out.toByteArray();
  }

  private static void put(byte[] to, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, to, at, bytes.length);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
