package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.standards.Catalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierFileTest {
  private final DossierFile files = new DossierFile(Catalogue.shipped());
  @TempDir private Path folder = Path.of("");

  private Dossier read(String yaml) throws Exception {
    Files.writeString(folder.resolve("product.yaml"), yaml);
    return files.read(folder);
  }

  @Test
  void readsWhatTheDocumentationShows() throws Exception {
    Files.writeString(folder.resolve("teardown.jpg"), "x");
    Dossier dossier =
        read(
            """
            product:
              name: Doorbell Two
              vendor: Acme Home
              gtin: ["04006381333931"]
              category: camera
              audience: children
              markets: [GB, DE]
              firmware: 2.4.1
              on_sale: 2025-03-01
              device: {mac: ["20-F8-5E-CA-91-52"], ip: []}
              facts: {auth.password.remote: true, radio.shortrange: {value: false, evidence: teardown.jpg}}
            claims:
              - {requirement: MSS-2.2, says: "on by default", by: vendor, date: 2026-10-01, source: answers.pdf}
            evidence:
              - file: captures/setup.pcapng
                as: capture
                covers: [setup]
                interface: wifi
                firmware: 2.4.1
                at: 2026-11-01T10:00:00Z
            """);
    assertThat(dossier.product().macs()).containsExactly("20:f8:5e:ca:91:52");
    assertThat(dossier.product().facts()).hasSize(2);
    assertThat(dossier.claims()).hasSize(1);
    assertThat(dossier.exhibits())
        .extracting(Exhibit::file)
        .containsExactly("captures/setup.pcapng", "teardown.jpg");
    assertThat(dossier.exhibits())
        .first()
        .satisfies(exhibit -> {
          assertThat(exhibit.as()).isEqualTo(Kind.CAPTURE);
          assertThat(exhibit.covers()).containsExactly("setup");
        });
  }

  /** What is wrong, and what the one line must say: the line number and the word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "product: {name: A, colour: red} | :1: unknown key 'product.colour'",
        "product:\\n  name: A\\n  on_sale: 2025-13-01 | :3: '2025-13-01' is no date",
        "product:\\n  name: A\\n  device: {mac: [\"20:f8\"]} | :3: '20:f8' is no hardware address",
        "product:\\n  name: A\\n  facts: {net.moon: true} | :3: unknown fact 'net.moon'",
        "product:\\n  name: A\\n  facts: {net.wan: {value: false, evidence: no.pdf}} | :3: 'no.pdf' is not in the dossier",
        "product:\\n  name: A\\n  facts: {net.wan: perhaps} | :3: 'perhaps' is neither true nor false",
        "product:\\n  name: A\\nevidence:\\n  - {file: a, as: photo} | :4: no kind 'photo'",
        "product:\\n  name: A\\nevidence:\\n  - {file: a, at: yesterday} | :4: 'yesterday' is no time",
        "product:\\n  name: A\\nevidence:\\n  - {file: a}\\n  - {file: a} | :5: 'a' is named twice",
        "product:\\n  name: A\\nclaims:\\n  - {requirement: MSS-9.9, says: x} | :4: no requirement 'MSS-9.9'",
        "product:\\n  vendor: A | 'product.name' is missing",
        "evidence: [] | 'product' is missing",
        "product: [a | is not valid YAML",
        "product: {name: A, name: B} | names 'name' twice",
        "- a | begins with no key",
      })
  void saysWhereAndWhatIsWrong(String yaml, String expected) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("product.yaml")
        .hasMessageContaining(expected)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("product:\n  name: A\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append(c)
          .append(": &")
          .append(c)
          .append(" [")
          .append(("*" + (char) (c - 1) + ",").repeat(9))
          .append("x]\n");
    }
    assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(Unusable.class);
  }

  @Test
  void aTagIsOnlyText() throws Exception {
    assertThat(read("product: {name: !!javax.script.ScriptEngineManager A}").product().name())
        .isEqualTo("A");
  }

  @Test
  void whatIsNoUtf8IsSaidSo() throws Exception {
    Files.write(
        folder.resolve("product.yaml"),
        "product: {name: \u00e4}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> files.read(folder))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void filesThatNobodyNamedAreFoundAndThoseOfANamedFolderAreNot() throws Exception {
    Files.createDirectories(folder.resolve("rootfs/etc"));
    Files.createDirectories(folder.resolve("captures"));
    Files.writeString(folder.resolve("rootfs/etc/passwd"), "x");
    Files.writeString(folder.resolve("captures/b.pcap"), "x");
    Files.writeString(folder.resolve("README.md"), "x");
    Files.createSymbolicLink(folder.resolve("captures/loop"), folder);
    Dossier dossier = read("product: {name: A}\nevidence:\n  - {file: rootfs, as: rootfs}\n");
    assertThat(dossier.exhibits())
        .extracting(Exhibit::file)
        .containsExactly("rootfs", "captures/b.pcap");
  }

  @Test
  void aMissingFolderOrProductFileIsSaid() {
    assertThatThrownBy(() -> files.read(folder.resolve("nowhere")))
        .hasMessageContaining("is no folder");
    assertThatThrownBy(() -> files.read(folder)).hasMessageContaining("holds no product.yaml");
  }
}
