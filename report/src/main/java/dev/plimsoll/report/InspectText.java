package dev.plimsoll.report;

import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.observation.Account;
import dev.plimsoll.model.observation.Advisory;
import dev.plimsoll.model.observation.CaptureSummary;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.DisclosurePolicy;
import dev.plimsoll.model.observation.DisclosurePolicy.Quote;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Leak;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.RadioLink;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.SupportPeriod;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.model.observation.UpdatePackage;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What readers saw, for people: a table for a capture, short lines for all else. No verdict. */
public final class InspectText {
  private static final int MOST_STATIONS = 12;
  private static final int MOST_LEAKS = 40;
  private final int width;

  /**
   * A writer for a terminal.
   *
   * @param width columns
   */
  public InspectText(int width) {
    this.width = width;
  }

  /** Writes what was seen, artefact by artefact. Leaves {@code out} open. */
  public void write(List<Inspected> inspected, Writer out) throws IOException {
    boolean first = true;
    for (Inspected each : inspected) {
      Page page = new Page(width, false);
      if (!first) {
        page.gap();
      }
      first = false;
      artefact(page, each);
      out.write(page.toString());
    }
  }

  private static void artefact(Page page, Inspected inspected) {
    Kind kind = inspected.kind();
    page.paragraph(0, inspected.file() + ": " + (kind == null ? "of no known kind" : kind.id()));
    inspected.all(CaptureSummary.class).forEach(each -> summary(page, each));
    FlowTable.write(page, inspected.all(Flow.class));
    leaks(page, inspected.all(Leak.class));
    for (Observation each : inspected.reading().observations()) {
      observation(page, each);
    }
    for (Problem problem : inspected.reading().problems()) {
      page.hanging("  ! ", 4, problem.words());
    }
    if (inspected.reading().observations().isEmpty() && inspected.reading().problems().isEmpty()) {
      page.paragraph(2, "Nothing was found in it.");
    }
  }

  private static void summary(Page page, CaptureSummary summary) {
    String time =
        summary.first() == null || summary.last() == null
            ? ""
            : ", from "
                + summary.first().atOffset(ZoneOffset.UTC).toLocalDateTime()
                + " to "
                + summary.last().atOffset(ZoneOffset.UTC).toLocalDateTime()
                + " UTC";
    String links = String.join(", ", summary.links());
    page.paragraph(
        2,
        Words.number(summary.frames())
            + " frames"
            + (links.isEmpty() ? "" : " of " + links)
            + time);
    if (summary.stations().isEmpty()) {
      return;
    }
    page.paragraph(2, "Senders on the local link:");
    for (CaptureSummary.Station each : summary.stations().stream().limit(MOST_STATIONS).toList()) {
      String name = each.name() == null ? "" : ", calls itself " + each.name();
      String addresses =
          each.addresses().isEmpty() ? "" : ", " + String.join(", ", each.addresses());
      page.hanging(
          "  - ",
          4,
          each.mac() + ": " + Words.number(each.frames()) + " frames" + addresses + name);
    }
    int more = summary.stations().size() - MOST_STATIONS;
    if (more > 0) {
      page.paragraph(4, "and " + more + " more");
    }
  }

  private static void leaks(Page page, List<Leak> leaks) {
    if (leaks.isEmpty()) {
      return;
    }
    page.gap().paragraph(2, "Could be read on the way:");
    for (Leak leak : leaks.stream().limit(MOST_LEAKS).toList()) {
      String to = leak.name() == null ? leak.to() : leak.name() + " (" + leak.to() + ")";
      String weight = leak.weight().name().toLowerCase(Locale.ROOT);
      String frame = Words.within(leak.place());
      page.hanging(
          "  - ", 4, leak.what() + " " + leak.shown() + " to " + to + ", " + weight + "; " + frame);
    }
    if (leaks.size() > MOST_LEAKS) {
      page.paragraph(4, "and " + (leaks.size() - MOST_LEAKS) + " more");
    }
  }

  private static void observation(Page page, Observation observation) {
    switch (observation) {
      case UpdatePackage it -> update(page, it);
      case UnitLabels it -> labels(page, it);
      case SecurityTxt it -> securityTxt(page, it);
      case ComponentList it -> components(page, it);
      case Advisory it -> advisory(page, it);
      case Policy it -> policy(page, it);
      case DisclosurePolicy it -> disclosure(page, it);
      case Account it -> {
        String cracked = it.cracked() == null ? "" : "; its password stands in " + it.cracked();
        String scheme = it.scheme().equals("none") ? "no password" : it.scheme();
        item(page, "Account " + it.user() + ": " + scheme + cracked + at(it));
      }
      case RadioLink it ->
          item(page, it.technology() + ": " + it.grade() + "; " + it.reason() + at(it));
      case SupportPeriod it -> item(page, "Support: “" + it.quote() + "”" + at(it));
      case TestRecord it -> {
        String by = it.by() == null ? "" : ", by " + it.by();
        String shown = it.present() ? "" : "; an attachment is missing";
        item(page, "Test " + it.test() + ": " + it.outcome() + by + shown);
      }
      default -> {} // flows, leaks and the summary have their own parts
    }
  }

  private static void item(Page page, String text) {
    page.hanging("  - ", 4, text);
  }

  private static String at(Observation observation) {
    String within = Words.within(observation.place());
    return within.isEmpty() ? "" : " (" + within + ")";
  }

  private static String or(@Nullable String text, String other) {
    return text == null || text.isBlank() ? other : text;
  }

  private static void update(Page page, UpdatePackage it) {
    item(page, "Format: " + it.format() + (it.encrypted() ? ", encrypted" : ""));
    item(page, "Version: " + or(it.version(), "not named"));
    String signature = it.signed() ? or(it.algorithm(), "of an unknown kind") : "none";
    Boolean verifies = it.verifies();
    String key = verifies == null ? "no key fits" : verifies ? "verifies" : "does not verify";
    item(page, "Signature: " + signature + (it.signed() ? "; " + key : ""));
    if (it.key() != null) {
      item(page, "Key: " + it.key());
    }
    item(page, it.reason());
  }

  private static void labels(Page page, UnitLabels it) {
    item(page, it.units() + " units with a password");
    item(page, "Tie between them: " + or(it.family(), "none found"));
    item(page, it.reason());
  }

  private static void securityTxt(Page page, SecurityTxt it) {
    item(page, "By the rules: " + it.state().name().toLowerCase(Locale.ROOT));
    it.contacts().forEach(contact -> item(page, "Contact: " + contact));
    item(page, "Expires: " + (it.expires() == null ? "not said" : it.expires().toString()));
    item(page, it.signed() ? "Signed" : "Not signed");
    if (!it.rules().isEmpty()) {
      item(page, "Rules broken: " + String.join(", ", it.rules()));
    }
    item(page, it.reason());
  }

  private static void advisory(Page page, Advisory it) {
    item(
        page,
        it.format() + " " + or(it.id(), "without an id") + ", " + or(it.status(), "no status"));
    item(page, "Published by " + or(it.publisher(), "somebody whom it does not name"));
    item(page, Words.number(it.vulnerabilities().size()) + " vulnerabilities named");
    item(
        page,
        it.valid()
            ? "Every mandatory test holds"
            : "Tests failed: " + String.join(", ", it.failed()));
  }

  private static void components(Page page, ComponentList it) {
    item(page, it.format() + " of " + or(it.subject(), "a product that it does not name"));
    item(page, Words.number(it.components().size()) + " components");
    long bare = it.components().stream().filter(c -> c.version() == null).count();
    if (bare > 0) {
      item(page, Words.number(bare) + " of them without a version");
    }
  }

  private static void policy(Page page, Policy it) {
    String state =
        switch (it.state()) {
          case POLICY -> "A policy";
          case NOT_A_POLICY -> "Not a policy";
          case BOT_WALL -> "Not a policy but a check for robots";
          case ERROR_PAGE -> "Not a policy but an error page";
          case COOKIE_NOTICE -> "Not a policy but a notice about cookies";
          case LOGIN -> "Not a policy but a request to log in";
          case EMPTY -> "Hardly any text";
        };
    item(
        page,
        state
            + " of "
            + Words.number(it.words())
            + " words in "
            + it.passages()
            + " passages, language "
            + it.language());
    if (!Double.isNaN(it.grade())) {
      String years = String.format(Locale.ROOT, "%.0f", it.grade());
      item(page, "Asks for about " + years + " years of schooling");
    }
    TreeMap<String, TreeSet<Long>> clauses = new TreeMap<>();
    for (Policy.Clause clause : it.clauses()) {
      String sense = clause.sense().isEmpty() ? "" : " (" + clause.sense() + ")";
      clauses
          .computeIfAbsent(clause.kind().replace('_', ' ') + sense, key -> new TreeSet<>())
          .add(clause.place().first());
    }
    clauses.forEach((kind, passages) -> {
      List<String> numbers = passages.stream().limit(8).map(String::valueOf).toList();
      String more = passages.size() > 8 ? " and more" : "";
      item(page, "Says: " + kind + ", passage " + String.join(", ", numbers) + more);
    });
  }

  private static void disclosure(Page page, DisclosurePolicy it) {
    item(page, "Contact: " + or(Quote.textOf(it.contact()), "none found"));
    item(page, "Acknowledgement: " + or(Quote.textOf(it.acknowledgement()), "none promised"));
    item(page, "Word on progress: " + or(Quote.textOf(it.updates()), "none promised"));
    if (it.account() != null) {
      item(page, "Asks for an account first");
    }
  }
}
