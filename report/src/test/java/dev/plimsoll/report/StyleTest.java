package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast by WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (graphics). */
class StyleTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+): (#[0-9a-f]{6})");

  private static List<Map<String, String>> themes() throws Exception {
    String style;
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String[] parts = style.split(":root \\{");
    Map<String, String> light = colours(parts[1]);
    return List.of(light, colours(parts[2]), colours(parts[3]));
  }

  private static Map<String, String> colours(String rules) {
    Map<String, String> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(rules.substring(0, rules.indexOf('}')));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static String colour(Map<String, String> theme, String name) {
    return Objects.requireNonNull(theme.get(name), name);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void textStandsOutInLightDarkAndPrint() throws Exception {
    for (Map<String, String> theme : themes()) {
      for (String text : List.of("ink", "quiet", "navy", "link", "pass", "fail", "open", "none")) {
        for (String ground : List.of("paper", "panel")) {
          assertThat(contrast(colour(theme, text), colour(theme, ground)))
              .as("%s on %s", text, ground)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
    }
  }

  @Test
  void graphicsStandOut() throws Exception {
    for (Map<String, String> theme : themes()) {
      for (String bar : List.of("readable", "withdrawn", "encrypted", "untold")) {
        assertThat(contrast(colour(theme, bar), colour(theme, "bed")))
            .as(bar)
            .isGreaterThanOrEqualTo(3);
      }
      for (String ground : List.of("air", "water")) {
        assertThat(contrast(colour(theme, "hull"), colour(theme, ground)))
            .isGreaterThanOrEqualTo(3);
      }
    }
  }
}
