package dev.plimsoll.report;

import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.report.TrafficPicture.Destination;
import dev.plimsoll.report.TrafficPicture.Lane;
import dev.plimsoll.report.TrafficPicture.Recording;
import dev.plimsoll.report.TrafficPicture.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws a {@link TrafficPicture} as SVG: a row for each destination, time from left to right, bars
 * by protection. Recordings stand side by side, each as wide as it is long.
 */
final class TrafficChart {
  /** Rows that are drawn; the table beside the picture has the others. */
  static final int MOST_ROWS = 14;

  /** Recordings that are drawn. */
  static final int MOST_RECORDINGS = 24;

  private static final int BAR = 9;
  private static final int LANE = 12;
  private static final int TOP = 24;
  private static final int GAP = 8;

  private final TrafficPicture picture;
  private final boolean wide;
  private final int width;
  private final int left;
  private final List<Recording> recordings;
  private final double[] starts;
  private final double[] widths;

  /**
   * A chart.
   *
   * @param wide whether names stand beside the bars; above them otherwise
   */
  TrafficChart(TrafficPicture picture, boolean wide) {
    this.picture = picture;
    this.wide = wide;
    this.width = wide ? 960 : 344;
    this.left = wide ? 286 : 0;
    int shown = Math.min(picture.recordings().size(), MOST_RECORDINGS);
    this.recordings = picture.recordings().subList(0, shown);
    this.starts = new double[shown];
    this.widths = new double[shown];
    layOut();
  }

  private void layOut() {
    int count = recordings.size();
    int gap = count > 8 ? GAP / 2 : GAP;
    double room = width - left - (double) gap * (count - 1);
    double least = room / count * 0.3;
    double all = 0;
    for (Recording each : recordings) {
      all += seconds(each);
    }
    double at = left;
    for (int i = 0; i < count; i++) {
      widths[i] = least + (room - least * count) * seconds(recordings.get(i)) / all;
      starts[i] = at;
      at += widths[i] + gap;
    }
  }

  private static double seconds(Recording recording) {
    return Math.max(1, Duration.between(recording.first(), recording.last()).toMillis() / 1000.0);
  }

  /** Writes the SVG. */
  void write(Html html, String id, String title, String description) {
    List<Destination> rows = rows();
    int height = TOP + rows.stream().mapToInt(this::height).sum() + 4;
    html.open(
        "svg",
        "class",
        wide ? "chart wide" : "chart narrow",
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    html.element("title", title, "id", id + "-title");
    html.element("desc", description, "id", id + "-desc");
    recordings(html, height);
    int y = TOP;
    for (Destination row : rows) {
      row(html, row, y);
      y += height(row);
    }
    html.end();
  }

  private List<Destination> rows() {
    return picture.destinations().subList(0, Math.min(picture.destinations().size(), MOST_ROWS));
  }

  private int height(Destination row) {
    int lanes = row.lanes().size() * LANE;
    return wide ? Math.max(lanes, 16) + 12 : lanes + 32;
  }

  private void recordings(Html html, int height) {
    for (int i = 0; i < recordings.size(); i++) {
      rect(html, "bed", starts[i], TOP - 4, widths[i], height - TOP + 4);
      if (recordings.size() > 1) {
        label(html, "no", starts[i] + 2, 13, Integer.toString(i + 1));
      }
      ticks(html, i, height);
    }
  }

  private void ticks(Html html, int index, int height) {
    double seconds = seconds(recordings.get(index));
    double step = step(seconds, Math.max(1, (int) (widths[index] / 68)));
    boolean numbered = recordings.size() > 1;
    for (double at = numbered ? step : 0; at < seconds; at += step) {
      double x = starts[index] + widths[index] * at / seconds;
      if (x > starts[index] + widths[index] - 44) {
        break;
      }
      html.empty("path", "class", "tick", "d", "M" + number(x) + " " + (TOP - 4) + "V" + height);
      label(html, "time", x + 3, 13, time(at));
    }
  }

  private static double step(double seconds, int most) {
    double[] steps = {
      1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400
    };
    for (double step : steps) {
      if (seconds / step <= most) {
        return step;
      }
    }
    return Math.ceil(seconds / most / 86400) * 86400;
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole == 0) {
      return "start";
    }
    if (whole % 3600 == 0) {
      return whole / 3600 + " h";
    }
    return whole % 60 == 0 ? whole / 60 + " min" : whole + " s";
  }

  private void row(Html html, Destination row, int y) {
    int most = wide ? 38 : 46;
    label(
        html,
        "dest",
        wide ? 0 : 2,
        wide ? y + 13 : y + 15,
        Page.cut(Visible.line(row.name()), most));
    html.empty("path", "class", "rule", "d", "M0 " + (y - 2) + "H" + width);
    int lane = wide ? y + 2 : y + 22;
    for (Map.Entry<Seen, Lane> each : row.lanes().entrySet()) {
      String path = bars(each.getValue().flows(), lane);
      if (!path.isEmpty()) {
        html.empty("path", "class", "bar " + each.getKey().id(), "d", path);
      }
      lane += LANE;
    }
  }

  /** Bars at the resolution of the picture: however many flows there are, the path stays short. */
  private String bars(List<Flow> flows, int y) {
    BitSet columns = new BitSet(width);
    for (Flow flow : flows) {
      int index = index(flow.place().file());
      if (index >= 0) {
        int from = column(index, Duration.between(recordings.get(index).first(), flow.first()));
        int to = column(index, Duration.between(recordings.get(index).first(), flow.last()));
        int end = (int) Math.floor(starts[index] + widths[index]);
        columns.set(Math.max(0, Math.min(from, end - 3)), Math.min(Math.max(to, from + 3), end));
      }
    }
    StringBuilder path = new StringBuilder();
    for (int from = columns.nextSetBit(0); from >= 0; ) {
      int to = columns.nextClearBit(from);
      path.append('M').append(from).append(' ').append(y).append('h').append(to - from);
      path.append('v').append(BAR).append("H").append(from).append('z');
      from = columns.nextSetBit(to);
    }
    return path.toString();
  }

  private int index(String file) {
    for (int i = 0; i < recordings.size(); i++) {
      if (recordings.get(i).file().equals(file)) {
        return i;
      }
    }
    return -1;
  }

  private int column(int index, Duration since) {
    double part = since.toMillis() / 1000.0 / seconds(recordings.get(index));
    return (int) Math.floor(starts[index] + widths[index] * Math.clamp(part, 0.0, 1.0));
  }

  private static void rect(Html html, String style, double x, double y, double w, double h) {
    html.empty(
        "rect", "class", style, "x", number(x), "y", number(y), "width", number(w), "height",
        number(h));
  }

  private static void label(Html html, String style, double x, double y, String text) {
    html.element("text", text, "class", style, "x", number(x), "y", number(y));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The protections that are drawn, worst first, for the legend. */
  static List<Seen> drawn(TrafficPicture picture) {
    List<Seen> drawn = new ArrayList<>();
    for (Seen seen : Seen.values()) {
      if (picture.destinations().stream().anyMatch(d -> d.lanes().containsKey(seen))) {
        drawn.add(seen);
      }
    }
    return drawn;
  }
}
