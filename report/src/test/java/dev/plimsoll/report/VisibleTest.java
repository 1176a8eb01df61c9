package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void leavesWritingOfAllKindsAlone() {
    String text = "Türklingel 門鈴 جرس فعمون 👨‍👩‍👧 “a” – 12 °C";
    assertThat(Visible.line(text)).isSameAs(text);
  }

  @Test
  void showsWhatWouldActOnTheTextAroundIt() {
    assertThat(Visible.line("exe.\u202Egnp")).isEqualTo("exe.‹U+202E›gnp");
    assertThat(Visible.line("a\u001b[31mb\u0000\u009bc"))
        .isEqualTo("a‹U+001B›[31mb‹U+0000›‹U+009B›c");
    assertThat(Visible.line("x\u2066y\u200b\ufeff\u00ad"))
        .isEqualTo("x‹U+2066›y‹U+200B›‹U+FEFF›‹U+00AD›");
    assertThat(Visible.line("t\udb40\udc41")).isEqualTo("t‹U+E0041›");
  }

  @Test
  void keepsOnOneLine() {
    assertThat(Visible.line("one\r\ntwo\tthree\u2028four")).isEqualTo("one  two three‹U+2028›four");
  }

  @Test
  void replacesHalvesOfSurrogatePairs() {
    assertThat(Visible.line("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
  }
}
