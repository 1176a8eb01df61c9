package dev.plimsoll.firmware.update;

import static dev.plimsoll.firmware.update.Samples.bytes;
import static dev.plimsoll.firmware.update.Samples.read;
import static dev.plimsoll.firmware.update.Samples.source;
import static dev.plimsoll.firmware.update.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.observation.UpdatePackage;
import dev.plimsoll.model.observation.UpdatePackage.Authenticity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that other programs made over a file of its own. */
class DetachedSignatureTest {

  @ParameterizedTest
  @CsvSource({
    "prehashed.minisig, vendor-minisign.pub, minisign",
    "legacy.minisig, vendor-minisign.pub, minisign",
    "package.signify, vendor-signify.pub, signify",
    "package.asc, vendor-openpgp.asc, openpgp",
  })
  void theVendorsKeyMakesItAuthentic(String signature, String key, String format) {
    UpdatePackage found = read(source(signature), sources("package.bin"), sources(key));

    assertThat(found.authenticity()).isEqualTo(Authenticity.AUTHENTIC);
    assertThat(found.format()).isEqualTo(format);
    assertThat(found.verifies()).isTrue();
    assertThat(found.strength()).isEqualTo("strong");
    assertThat(found.key()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "prehashed.minisig, other-minisign.pub",
    "package.signify, other-signify.pub",
    "package.asc, other-openpgp.asc",
  })
  void anotherKeyOfTheSameSortDoesNot(String signature, String key) {
    UpdatePackage found = read(source(signature), sources("package.bin"), sources(key));

    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.verifies()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "prehashed.minisig, vendor-signify.pub",
    "package.signify, vendor-openpgp.asc",
    "package.asc, vendor-minisign.pub",
  })
  void withoutAKeyOfItsSortItStaysOpen(String signature, String key) {
    UpdatePackage found = read(source(signature), sources("package.bin"), sources(key));

    assertThat(found.authenticity()).isEqualTo(Authenticity.OPEN);
    assertThat(found.signed()).isTrue();
    assertThat(found.verifies()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "prehashed.minisig, vendor-minisign.pub",
    "legacy.minisig, vendor-minisign.pub",
    "package.signify, vendor-signify.pub",
    "package.asc, vendor-openpgp.asc",
  })
  void oneChangedBitBreaksIt(String signature, String key) {
    byte[] changed = bytes("package.bin");
    changed[7] ^= 1;

    UpdatePackage found =
        read(
            Source.of("package.bin", changed),
            List.of(Source.of("package.bin.sig", bytes(signature))),
            sources(key));

    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.verifies()).isFalse();
  }

  @Test
  void theTrustedCommentGivesTheVersionOnlyWhileItHolds() {
    String text = new String(bytes("prehashed.minisig"), StandardCharsets.UTF_8);
    Source changed =
        Source.of(
            "package.bin.minisig",
            text.replace("version:1.2.3", "version:1.2.4").getBytes(StandardCharsets.UTF_8));

    assertThat(
            read(
                    source("prehashed.minisig"),
                    sources("package.bin"),
                    sources("vendor-minisign.pub"))
                .version())
        .isEqualTo("1.2.3");
    UpdatePackage found = read(changed, sources("package.bin"), sources("vendor-minisign.pub"));
    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.version()).isNull();
  }

  @Test
  void aWeakHashIsRefusedUnderTheRightKey() {
    UpdatePackage found =
        read(source("sha1.gpgsig"), sources("package.bin"), sources("vendor-openpgp.asc"));

    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.strength()).isEqualTo("weak");
  }

  @Test
  void aPublishedSignatureHolds() {
    String key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    String signature =
        "untrusted comment: signature from minisign secret key\n"
            + "RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/"
            + "z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=\n"
            + "trusted comment: timestamp:1556193335\tfile:test\n"
            + "y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==";

    UpdatePackage found =
        read(
            Source.of("test.minisig", signature.getBytes(StandardCharsets.UTF_8)),
            List.of(Source.of("test", "test".getBytes(StandardCharsets.UTF_8))),
            List.of(Source.of("key.pub", key.getBytes(StandardCharsets.UTF_8))));

    assertThat(found.authenticity()).isEqualTo(Authenticity.AUTHENTIC);
  }

  @Test
  void theSignatureIsFoundBesideTheFile(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("package.bin"), bytes("package.bin"));
    Files.write(folder.resolve("package.bin.minisig"), bytes("prehashed.minisig"));

    UpdatePackage found =
        read(
            Source.of("p/package.bin", folder.resolve("package.bin")),
            List.of(),
            sources("vendor-minisign.pub"));

    assertThat(found.authenticity()).isEqualTo(Authenticity.AUTHENTIC);
  }

  @Test
  void aSignatureAloneIsOpen() {
    assertThat(
            read(source("legacy.minisig"), List.of(), sources("vendor-minisign.pub"))
                .authenticity())
        .isEqualTo(Authenticity.OPEN);
  }

  @Test
  void aSignatureBesideAnotherPackageSaysNothingAboutThatOne() {
    UpdatePackage found =
        read(
            Source.of("legacy.minisig", bytes("legacy.minisig")),
            List.of(Source.of("unrelated.bin", new byte[] {1, 2, 3})),
            sources("vendor-minisign.pub"));

    assertThat(found.authenticity()).isEqualTo(Authenticity.OPEN);
  }

  @Test
  void aSignatureOverNoBytesIsRefused() {
    UpdatePackage found =
        read(
            Source.of("package.bin.asc", bytes("package.asc")),
            List.of(Source.of("package.bin", new byte[0])),
            sources("vendor-openpgp.asc"));

    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.reason()).contains("no bytes");
  }
}
