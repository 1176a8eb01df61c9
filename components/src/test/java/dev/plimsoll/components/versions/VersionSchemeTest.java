package dev.plimsoll.components.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VersionSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "deb, 1.0~rc1, 1.0",
    "deb, 2:1.0, 3:0.1",
    "deb, 1.1.1n-0+deb11u4, 1.1.1n-0+deb11u5",
    "deb, 1.9, 1.10",
    "deb, 1.0, 1.0-1",
    "opkg, 2023.10-1, 2023.10-2",
    "rpm, 1.0~rc1-1, 1.0-1",
    "rpm, 1.0-1, 1.0^git1-1",
    "rpm, 1.0a, 1.0.1",
    "rpm, 9:1-1, 10:0-1",
    "semver, 1.0.0-alpha.2, 1.0.0-alpha.10",
    "semver, 1.0.0-rc.1, 1.0.0",
    "semver, v1.2, 1.2.1",
    "openssl, 1.0.2k, 1.0.2za",
    "openssl, 1.1.1w, 3.0.0",
    "openssl, 1.0.2, 1.0.2a",
  })
  void theFirstIsOlder(String scheme, String one, String other) {
    VersionScheme versions = VersionScheme.of(scheme).orElseThrow();
    assertThat(versions.compare(one, other)).isNegative();
    assertThat(versions.compare(other, one)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"deb, 0:1.0-0, 1.0", "rpm, 1.01, 1.1", "semver, 1.0.0+a, 1.0.0+b"})
  void bothAreAlike(String scheme, String one, String other) {
    assertThat(VersionScheme.of(scheme).orElseThrow().compare(one, other)).isZero();
  }

  @Test
  void unknownSchemesAreNotGuessed() {
    assertThat(VersionScheme.of("homebrew")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void orderIsOneWhateverTheTextsAre(VersionScheme scheme) {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      String one = text(random);
      String other = text(random);
      int order = Integer.signum(scheme.compare(one, other));
      assertThat(Integer.signum(scheme.compare(other, one)))
          .as(one + " " + other)
          .isEqualTo(-order);
      assertThat(scheme.compare(one, one)).isZero();
    }
  }

  private static String text(Random random) {
    String signs = "0019azAZ.~^-+:_é";
    StringBuilder text = new StringBuilder();
    for (int j = random.nextInt(8); j > 0; j--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}
