package dev.plimsoll.report;

import dev.plimsoll.model.Result;
import dev.plimsoll.model.Verdict;
import java.util.Locale;

/** The drawn signs of the HTML report: the load-line mark and the shapes of the verdicts. */
final class Signs {
  /**
   * Shapes that differ in outline as well as in what they hold, and the fills of the picture. They
   * stand once in the page and are used by name.
   */
  static final String SYMBOLS =
      """
      <svg class="defs" aria-hidden="true" focusable="false" width="0" height="0"><defs>
      <symbol id="s-tick" viewBox="0 0 32 32"><circle class="sf" cx="16" cy="16" r="14"/>\
      <path class="sl" d="M9 16.5l5 5L23.5 11"/></symbol>
      <symbol id="s-cross" viewBox="0 0 32 32"><path class="sf" d="M10.2 2h11.6L30 10.2v11.6L21.8 30H10.2L2 21.8V10.2z"/>\
      <path class="sl" d="M10.5 10.5l11 11M21.5 10.5l-11 11"/></symbol>
      <symbol id="s-question" viewBox="0 0 32 32"><path class="so" d="M16 2.6L29.4 16 16 29.4 2.6 16z"/>\
      <path class="si" d="M12.4 13.4a3.7 3.7 0 1 1 5.3 3.3c-1.2.6-1.7 1.2-1.7 2.5"/><circle class="sd" cx="16" cy="22.6" r="1.5"/></symbol>
      <symbol id="s-dash" viewBox="0 0 32 32"><circle class="so" cx="16" cy="16" r="13.4"/><path class="si" d="M10 16h12"/></symbol>
      <symbol id="s-ring" viewBox="0 0 32 32"><circle class="so sx" cx="16" cy="16" r="13.4"/></symbol>
      <symbol id="s-bang" viewBox="0 0 32 32"><path class="so" d="M16 3.6L29.6 28H2.4z"/>\
      <path class="si" d="M16 12.5v7"/><circle class="sd" cx="16" cy="24" r="1.5"/></symbol>
      <pattern id="p-readable" patternUnits="userSpaceOnUse" width="7" height="7" patternTransform="rotate(45)">\
      <rect class="pr" width="7" height="7"/><rect class="pg" width="2.2" height="7"/></pattern>
      <pattern id="p-name-only" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)">\
      <rect class="pr" width="6" height="6"/><rect class="pg" width="1.6" height="6"/><rect class="pg" width="6" height="1.6"/></pattern>
      <pattern id="p-withdrawn" patternUnits="userSpaceOnUse" width="8" height="4">\
      <rect class="pw" width="8" height="4"/><rect class="pg" width="8" height="1.3"/></pattern>
      <pattern id="p-untold" patternUnits="userSpaceOnUse" width="5" height="8">\
      <rect class="pg" width="5" height="8"/><rect class="pu" width="2" height="8"/></pattern>
      <pattern id="p-upkeep" patternUnits="userSpaceOnUse" width="4" height="4">\
      <rect class="pg" width="4" height="4"/><circle class="pu" cx="2" cy="2" r="1.3"/></pattern>
      </defs></svg>
      """;

  private Signs() {}

  /** The shape of a verdict. The word stands beside it, so it is silent to a screen reader. */
  static void shape(Html html, Verdict verdict) {
    String name = Shape.of(verdict).name().toLowerCase(Locale.ROOT);
    html.open("svg", "class", "shape " + verdict.id(), "aria-hidden", "true", "focusable", "false");
    html.open("use", "href", "#s-" + name).close().close();
  }

  /** The load-line mark, with the water where the result puts it. */
  static void mark(Html html, Result result) {
    html.open(
        "svg",
        "class",
        "mark " + result.id(),
        "viewBox",
        "0 0 120 120",
        "role",
        "img",
        "aria-labelledby",
        "mark-title");
    html.element("title", water(result), "id", "mark-title");
    html.raw("<rect class=\"air\" width=\"120\" height=\"120\" rx=\"14\"/>");
    html.raw("<path class=\"water\" d=\"" + waves(level(result)) + "\"/>");
    html.raw("<circle class=\"hull\" cx=\"60\" cy=\"60\" r=\"33\"/>");
    html.raw("<path class=\"hull\" d=\"M10 60H110\"/>");
    html.end();
  }

  private static String water(Result result) {
    return switch (result) {
      case MEETS -> "Load-line mark with the water below the line: meets the minimum standards";
      case DOES_NOT_MEET ->
          "Load-line mark with the water above the line: does not meet the minimum standards";
      case CANNOT_CONFIRM ->
          "Load-line mark with no water drawn: cannot be confirmed to meet the minimum standards";
    };
  }

  private static int level(Result result) {
    return switch (result) {
      case MEETS -> 88;
      case DOES_NOT_MEET -> 34;
      case CANNOT_CONFIRM -> 60;
    };
  }

  private static String waves(int level) {
    return "M0 "
        + level
        + "q10 -7 20 0t20 0t20 0t20 0t20 0t20 0V106a14 14 0 0 1 -14 14H14a14 14 0 0 1 -14 -14z";
  }
}
