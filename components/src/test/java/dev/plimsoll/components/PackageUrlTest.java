package dev.plimsoll.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageUrlTest {

  @ParameterizedTest
  @CsvSource({
    "pkg:deb/Debian/OpenSSL@3.0.15-1~deb12u1?arch=armhf, pkg:deb/debian/openssl@3.0.15-1~deb12u1?arch=armhf",
    "pkg:npm/@scope/part@1.0, pkg:npm/%40scope/part@1.0",
    "pkg://generic//u-boot@2024.01#/a/../b/, pkg:generic/u-boot@2024.01#a/b",
    "PKG:PyPI/Some_Thing@1, pkg:pypi/some-thing@1",
    "pkg:generic/a?b=&c=1%2F2, pkg:generic/a?c=1%2F2",
    "pkg:generic/caf%C3%A9@1%2B2, pkg:generic/caf%C3%A9@1%2B2",
  })
  void readsAndNormalises(String text, String canonical) {
    assertThat(PackageUrl.parse(text)).map(PackageUrl::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pkg:",
        "pkg:npm",
        "pkg:npm/",
        "npm/a",
        "pkg:1x/a",
        "pkg:a b/c",
        "pkg:npm/a?k y=1",
        "pkg:npm/a?K=1",
        "pkg:npm/a?k=1&k=2",
        "pkg:npm/%zz",
        "pkg:maven/alone@1",
        "pkg:cargo/space/name@1",
      })
  void refusesWhatIsNone(String text) {
    assertThat(PackageUrl.parse(text)).isEmpty();
  }

  @Test
  void whatOthersWroteMayBeMended() {
    assertThat(PackageUrl.canonical("pkg:rpm/x/a@1?Arch=i386"))
        .map(PackageUrl::toString)
        .contains("pkg:rpm/x/a@1?arch=i386");
  }

  @Test
  void buildsFromParts() {
    assertThat(
            PackageUrl.of("oci", null, "Lamp", "sha256:00", Map.of("tag", "a/b"), null)
                .map(PackageUrl::toString))
        .contains("pkg:oci/lamp@sha256:00?tag=a%2Fb");
    assertThat(PackageUrl.of(null, null, "a", null, Map.of(), null)).isEmpty();
  }

  @Test
  void whatIsReadIsReadAgainAlike() {
    Random random = new Random(427);
    String signs = "pkg:/@?#=&%4a0A.-_~ \u00e9";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("pkg:generic/");
      for (int j = random.nextInt(20); j >= 0; j--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      PackageUrl.parse(text.toString())
          .ifPresent(url -> assertThat(PackageUrl.parse(url.toString())).contains(url));
    }
  }
}
