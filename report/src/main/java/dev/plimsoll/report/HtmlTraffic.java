package dev.plimsoll.report;

import dev.plimsoll.model.Assessment;
import dev.plimsoll.report.TrafficPicture.Destination;
import dev.plimsoll.report.TrafficPicture.Lane;
import dev.plimsoll.report.TrafficPicture.Recording;
import dev.plimsoll.report.TrafficPicture.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the HTML report that shows who the product talks to, as a picture and as a table. */
final class HtmlTraffic {
  private static final int MOST_ROWS = 300;
  private final Html html;

  HtmlTraffic(Html html) {
    this.html = html;
  }

  void write(Assessment assessment) {
    TrafficPicture picture = TrafficPicture.of(assessment);
    html.open("section", "aria-labelledby", "traffic");
    html.element("h2", "Who it talks to, and who could listen", "id", "traffic");
    if (picture.destinations().isEmpty()) {
      html.element("p", "No network traffic of the product was handed in.", "class", "intro");
      html.end();
      return;
    }
    html.element("p", intro(picture), "class", "intro");
    if (!TrafficPicture.deviceKnown(assessment.product())) {
      html.element(
          "p",
          "The dossier does not say which unit is the product, so everybody's traffic is shown.",
          "class",
          "note");
    }
    figure(picture);
    table(picture);
    html.end();
  }

  private static String intro(TrafficPicture picture) {
    long readable = count(picture, Seen.READABLE) + count(picture, Seen.NAME_ONLY);
    long all = picture.destinations().size();
    String listening =
        readable == 0
            ? "None of what was recorded could be read on the way."
            : "With " + of(readable, all) + ", others on the way could read along.";
    return "In the recordings the product talked to "
        + (all == 1 ? "one destination" : all + " destinations")
        + ". "
        + listening
        + " Time runs from left to right; each bar is an exchange.";
  }

  private static long count(TrafficPicture picture, Seen seen) {
    return picture.destinations().stream().filter(d -> d.worst() == seen).count();
  }

  private static String of(long some, long all) {
    return some == all && all == 1 ? "it" : some + " of them";
  }

  private void figure(TrafficPicture picture) {
    html.open("figure");
    legend(picture);
    String title = "Traffic of the product by destination over time";
    String description = description(picture);
    new TrafficChart(picture, true).write(html, "wide", title, description);
    new TrafficChart(picture, false).write(html, "narrow", title, description);
    html.open("figcaption");
    int hidden = picture.destinations().size() - TrafficChart.MOST_ROWS;
    if (hidden > 0) {
      html.text("The " + TrafficChart.MOST_ROWS + " least protected are drawn; ");
      html.text(hidden + " more stand in the table. ");
    }
    recordings(picture.recordings());
    html.close();
    html.end();
  }

  private void legend(TrafficPicture picture) {
    html.open("ul", "class", "legend", "aria-label", "What the bars mean");
    for (Seen seen : TrafficChart.drawn(picture)) {
      html.open("li");
      html.open("svg", "viewBox", "0 0 28 10", "aria-hidden", "true", "focusable", "false");
      html.empty("path", "class", "bar " + seen.id(), "d", "M0 0H28V10H0z");
      html.close().text(seen.words());
      html.close();
    }
    html.end();
  }

  private static String description(TrafficPicture picture) {
    StringBuilder words = new StringBuilder("One row for each destination. ");
    List<Destination> drawn =
        picture
            .destinations()
            .subList(0, Math.min(picture.destinations().size(), TrafficChart.MOST_ROWS));
    for (Destination each : drawn) {
      List<String> seen =
          each.lanes().keySet().stream().map(s -> s.words().toLowerCase(Locale.ROOT)).toList();
      words.append(each.name()).append(": ").append(Summary.joined(seen)).append(". ");
    }
    return words.append("The table below says the same.").toString();
  }

  private void recordings(List<Recording> recordings) {
    if (recordings.size() == 1) {
      html.text("Recording: ");
      recording(recordings.getFirst());
      return;
    }
    html.text("Recordings, by the numbers above the bars:");
    html.open("ol");
    recordings.stream()
        .limit(TrafficChart.MOST_RECORDINGS)
        .forEach(each -> {
          html.open("li");
          recording(each);
          html.close();
        });
    html.close();
    int hidden = recordings.size() - TrafficChart.MOST_RECORDINGS;
    if (hidden > 0) {
      html.text("And " + hidden + " more, which are not drawn.");
    }
  }

  private void recording(Recording recording) {
    Duration length = Duration.between(recording.first(), recording.last());
    html.said(recording.file());
    html.text(", " + Words.minute(recording.first()) + ", " + Words.length(length));
  }

  private void table(TrafficPicture picture) {
    html.open("details", "class", "more", "open", "");
    html.element("summary", "The same as a table");
    html.open(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-label",
        "Traffic by destination");
    html.open("table");
    html.element("caption", "Traffic by destination, least protected first");
    html.open("thead").open("tr");
    for (String head : List.of("Destination", "Where", "Protection", "Spoken", "Exchanges")) {
      html.element("th", head, "scope", "col", "class", head.equals("Exchanges") ? "num" : null);
    }
    html.element("th", "Bytes", "scope", "col", "class", "num");
    html.element("th", "First frame", "scope", "col");
    html.close().end();
    html.open("tbody").line();
    int left = MOST_ROWS;
    for (Destination each : picture.destinations()) {
      left -= each.lanes().size();
      if (left < 0) {
        break;
      }
      rows(each);
    }
    html.end();
    html.end().end();
    if (left < 0) {
      html.element("p", "The table ends here; the captures hold more.", "class", "note");
    }
    html.end();
  }

  private void rows(Destination destination) {
    boolean first = true;
    String span = Integer.toString(destination.lanes().size());
    for (Map.Entry<Seen, Lane> each : destination.lanes().entrySet()) {
      html.open("tr");
      if (first) {
        html.open("th", "scope", "rowgroup", "rowspan", span).said(destination.name());
        if (!destination.address().equals(destination.name())) {
          html.empty("br").element("small", destination.address());
        }
        html.close();
        html.element("td", TrafficPicture.where(destination.reach()), "rowspan", span);
      }
      first = false;
      Lane lane = each.getValue();
      html.element("td", each.getKey().words(), "class", "seen " + each.getKey().id());
      html.open("td", "class", "spoken").said(Summary.joined(lane.protocols())).close();
      html.element("td", Words.number(lane.flows().size()), "class", "num");
      html.element("td", Words.bytes(lane.bytes()), "class", "num");
      html.open("td", "class", "place").said(lane.place().words()).close();
      html.end();
    }
  }
}
