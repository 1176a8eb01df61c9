package dev.plimsoll.credentials.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are other programs' output; make-vectors.py beside them says whose. */
class StoredHashTest {

  record Vector(String hash, String password) {}

  static List<Vector> vectors() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    try (InputStream in = StoredHashTest.class.getResourceAsStream("hashes.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .forEach(line -> {
            int tab = line.indexOf('\t');
            vectors.add(new Vector(line.substring(0, tab), line.substring(tab + 1)));
          });
    }
    return vectors;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void knowsThePasswordOfAnotherProgramsHash(Vector vector) {
    StoredHash hash = StoredHash.parse(vector.hash()).orElseThrow();
    assertThat(hash.fits(vector.password())).isTrue();
    assertThat(hash.fits("?" + vector.password())).isFalse();
  }

  @Test
  void vectorsHoldEveryKind() throws IOException {
    Set<String> kinds = new TreeSet<>();
    vectors().forEach(vector -> kinds.add(StoredHash.parse(vector.hash()).orElseThrow().scheme()));
    assertThat(kinds)
        .containsExactly(
            "apr1",
            "bcrypt",
            "descrypt",
            "md5crypt",
            "nthash",
            "scrypt",
            "sha256crypt",
            "sha512crypt",
            "yescrypt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "*",
        "!",
        "!!",
        "$",
        "$1$",
        "$1$salt",
        "$6$",
        "$6$rounds=$x$y",
        "$6$rounds=99999999999999999999$a$b",
        "$2b$99$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "$y$",
        "$y$j9T",
        "$y$j9T$",
        "$y$jzz$$",
        "$7$",
        "$7$z..............$",
        "$3$$zz",
        "$9$unknown$x",
        "thirteen-char",
        "$y$zzzzzzzzzzzzzzzzzz"
      })
  void damagedTextIsNoHash(String text) {
    assertThat(StoredHash.parse(text)).isEmpty();
  }

  @Test
  void memoryThatAHashAsksForIsBounded() {
    // N = 2^47 and r = 2^30: more than any machine has.
    assertThat(StoredHash.parse("$y$jjT$saltsalt$" + "/".repeat(43))).isEmpty();
    assertThat(StoredHash.parse("$7$jzzzzzzzzzzsalt$" + "/".repeat(43))).isEmpty();
  }

  @Test
  void flippedHashesNeverThrow() throws IOException {
    Random random = new Random(3);
    for (Vector vector : vectors()) {
      for (int i = 0; i < 300; i++) {
        char[] text = vector.hash().toCharArray();
        text[random.nextInt(text.length)] = (char) (33 + random.nextInt(94));
        String flipped =
            new String(text, 0, random.nextInt(4) == 0 ? random.nextInt(text.length) : text.length);
        assertThat(StoredHash.parse(flipped)).isNotNull();
      }
    }
  }
}
