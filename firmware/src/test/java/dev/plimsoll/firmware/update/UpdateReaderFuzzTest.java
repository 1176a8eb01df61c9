package dev.plimsoll.firmware.update;

import static dev.plimsoll.firmware.update.Samples.bytes;
import static dev.plimsoll.firmware.update.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.UpdatePackage;
import dev.plimsoll.model.observation.UpdatePackage.Authenticity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cut and bit-flipped packages: one observation each, no exception, never authentic. */
class UpdateReaderFuzzTest {
  private static final List<Source> KEYS =
      sources(
          "vendor-minisign.pub",
          "vendor-signify.pub",
          "vendor-openpgp.asc",
          "vendor-p256.pem",
          "vendor-rsa.pem",
          "vendor-ca.crt");

  @Test
  void smallPackages() {
    for (String name :
        List.of("prehashed.minisig", "legacy.minisig", "package.signify", "package.asc")) {
      mutate(bytes(name), name, 256);
    }
    mutate(ChecksumOnlyTest.uimage("a-1.2", new byte[50]), "fw.bin", 256);
    mutate(ChecksumOnlyTest.trx(new byte[50]), "fw.bin", 256);
  }

  @Test
  void theCorpus() throws IOException {
    Path corpus =
        Path.of(System.getProperty("plimsoll.root", "."))
            .resolveSibling("shared/corpus/firmware/third-party");
    Assumptions.assumeTrue(Files.isDirectory(corpus));
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(corpus)) {
      walk.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      mutate(Files.readAllBytes(file), file.getFileName().toString(), 4);
    }
  }

  /** Cut at 64 places; then one byte in a hundred changed, a few times. */
  private static void mutate(byte[] original, String name, int rounds) {
    Random random = new Random(name.hashCode());
    for (int cut = 0; cut < 64; cut++) {
      byte[] part = Arrays.copyOf(original, (int) ((long) original.length * cut / 64));
      check(part, name);
    }
    for (int round = 0; round < rounds; round++) {
      byte[] changed = original.clone();
      for (int i = 0; i <= changed.length / 100; i++) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      }
      check(changed, name);
    }
  }

  private static void check(byte[] bytes, String name) {
    Reading reading =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> Samples.reading(Source.of(name, bytes), sources("package.bin"), KEYS));
    UpdatePackage found = (UpdatePackage) reading.observations().getFirst();
    assertThat(reading.observations()).hasSize(1);
    // A flip in the untrusted comment or in the armour's own head leaves a signature as it is.
    if (found.authenticity() == Authenticity.AUTHENTIC) {
      assertThat(found.format()).isIn("minisign", "signify", "openpgp", "cms", "sshsig");
    }
  }
}
