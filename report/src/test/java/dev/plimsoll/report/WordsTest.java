package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void filtersFramesAlone() {
    assertThat(Words.filter(Place.frame("a", 12))).isEqualTo("frame.number == 12");
    assertThat(Words.filter(Place.frames("a", 12, 19))).isEqualTo("frame.number in {12..19}");
    assertThat(Words.filter(Place.line("a", 12))).isNull();
  }

  @Test
  void namesAPlaceWithinItsFile() {
    assertThat(Words.within(Place.whole("a, b > c"))).isEmpty();
    assertThat(Words.within(Place.frame("a, b", 3))).isEqualTo("frame 3");
    assertThat(Words.within(new Place("a", "etc/shadow", Place.Unit.LINE, 1, 2)))
        .isEqualTo("etc/shadow, lines 1 to 2");
  }

  @Test
  void roundsBytesAndTimes() {
    assertThat(Words.bytes(999)).isEqualTo("999 B");
    assertThat(Words.bytes(1_000)).isEqualTo("1.0 kB");
    assertThat(Words.bytes(9_960)).isEqualTo("10 kB");
    assertThat(Words.bytes(999_960)).isEqualTo("1.0 MB");
    assertThat(Words.bytes(44_310_884)).isEqualTo("44 MB");
    assertThat(Words.length(Duration.ofSeconds(89))).isEqualTo("89 s");
    assertThat(Words.length(Duration.ofSeconds(690))).isEqualTo("12 min");
    assertThat(Words.length(Duration.ofHours(30))).isEqualTo("30 h");
  }
}
