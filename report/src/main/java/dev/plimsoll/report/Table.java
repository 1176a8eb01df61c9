package dev.plimsoll.report;

import dev.plimsoll.model.Kind;
import dev.plimsoll.model.observation.Account;
import dev.plimsoll.model.observation.Advisory;
import dev.plimsoll.model.observation.ComponentList;
import dev.plimsoll.model.observation.DisclosurePolicy;
import dev.plimsoll.model.observation.DisclosurePolicy.Quote;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.RadioLink;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.SupportPeriod;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.model.observation.UnitLabels;
import dev.plimsoll.model.observation.UpdatePackage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A machine-readable table of what readers saw. Heads are a promise: columns are added at the end
 * alone.
 */
enum Table {
  /**
   * A row for each flow, and for each radio link heard from the air; label WEAK stands for
   * withdrawn and for broken encryption.
   */
  FLOWS(
      "file,l4,src,sport,dst,dport,packets,bytes,protocol,label,basis,version,cipher,findings,vlan,"
          + "name,first,last,frame") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      from.all(Flow.class).forEach(flow -> rows.add(flow(from.file(), flow)));
      from.all(RadioLink.class).forEach(link -> rows.add(air(from.file(), link)));
      return rows;
    }
  },
  /** A row for each radio link. */
  RADIO("file,transport,pairing,generation,model,mitm,key_size,verdict,reason") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (RadioLink link : from.all(RadioLink.class)) {
        rows.add(
            row(
                from.file(),
                transport(link.technology()),
                word(link.pairing() != null),
                link.pairing(),
                link.model(),
                word(link.mitm()),
                link.keySize() == 0 ? "" : Integer.toString(link.keySize()),
                link.grade(),
                link.reason()));
      }
      return orError(rows, from, 7);
    }
  },
  /** A row for each update package. */
  UPDATES("file,format,signed,verifies,algorithm,strength,version,encrypted,verdict,reason") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (UpdatePackage update : from.all(UpdatePackage.class)) {
        rows.add(
            row(
                from.file(),
                update.format(),
                word(update.signed()),
                word(update.verifies()),
                update.algorithm(),
                update.strength(),
                update.version(),
                word(update.encrypted()),
                verdict(update.authenticity()),
                update.reason()));
      }
      return orError(rows, from, 8);
    }
  },
  /** A row for each weakness and each component; one for each part that could not be read. */
  FIRMWARE("file,path,finding,detail") {
    @Override
    List<List<String>> rows(Inspected from) {
      return firmware(from);
    }
  },
  /** A row for each lot of units. */
  UNITS("file,verdict,family,reason,units,bits") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (UnitLabels labels : from.all(UnitLabels.class)) {
        rows.add(
            row(
                from.file(),
                verdict(labels.tie()),
                labels.family(),
                labels.reason(),
                Integer.toString(labels.units()),
                decimal(labels.bits())));
      }
      return orError(rows, from, 1, 3);
    }
  },
  /** A row for each security.txt file. */
  SECURITY_TXT("file,verdict,contact_usable,rules,reason") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (SecurityTxt text : from.all(SecurityTxt.class)) {
        rows.add(
            row(
                from.file(),
                text.state().name().toLowerCase(Locale.ROOT),
                text.usability().id(),
                String.join(";", text.rules()),
                text.reason()));
      }
      return orError(rows, from, 1);
    }
  },
  /** A row for each component. */
  COMPONENTS("file,name,version,purl,end") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (ComponentList list : from.all(ComponentList.class)) {
        for (ComponentList.Component each : list.components()) {
          rows.add(row(from.file(), each.name(), each.version(), each.purl(), each.end()));
        }
      }
      return rows;
    }
  },
  /** A row for each advisory, with the mandatory tests that it fails. */
  ADVISORIES("file,verdict,failed,id,released,vulnerabilities") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (Advisory advisory : from.all(Advisory.class)) {
        rows.add(
            row(
                from.file(),
                advisory.valid() ? "valid" : "invalid",
                String.join(";", advisory.failed()),
                advisory.id(),
                advisory.released() == null ? null : advisory.released().toString(),
                String.join(";", advisory.vulnerabilities())));
      }
      return orError(rows, from, 1);
    }
  },
  /** A row for each passage of a policy, with or without labels. */
  PASSAGES("file,passage,labels") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      from.all(Policy.class).forEach(policy -> passages(rows, from.file(), policy));
      return rows;
    }
  },
  /** A row for each page. */
  DISCLOSURE("file,contact,acknowledgement,updates,login_needed") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (DisclosurePolicy page : from.all(DisclosurePolicy.class)) {
        rows.add(
            row(
                from.file(),
                Quote.textOf(page.contact()),
                Quote.textOf(page.acknowledgement()),
                Quote.textOf(page.updates()),
                word(page.account() != null)));
      }
      return rows;
    }
  },
  /** A row for each sentence on support. */
  SUPPORT("file,until,months,from,model,quote") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (SupportPeriod period : from.all(SupportPeriod.class)) {
        rows.add(
            row(
                from.file(),
                period.until() == null ? null : period.until().toString(),
                period.months() == 0 ? "" : Integer.toString(period.months()),
                period.from().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                period.model(),
                period.quote()));
      }
      return rows;
    }
  },
  /** A row for each test that a person carried out. */
  RECORDS("file,test,outcome,by,at,attachments_present") {
    @Override
    List<List<String>> rows(Inspected from) {
      List<List<String>> rows = new ArrayList<>();
      for (TestRecord test : from.all(TestRecord.class)) {
        rows.add(
            row(
                from.file(),
                test.test(),
                test.outcome(),
                test.by(),
                test.at() == null ? null : test.at().toString(),
                word(test.present())));
      }
      return rows;
    }
  },
  /** Artefacts of which nothing but their being there is read. */
  OTHER("file,kind") {
    @Override
    List<List<String>> rows(Inspected from) {
      Kind kind = from.kind();
      return List.of(row(from.file(), kind == null ? "" : kind.id()));
    }
  };

  private final String head;

  Table(String head) {
    this.head = head;
  }

  /** The table of a kind. */
  static Table of(Kind kind) {
    return switch (kind) {
      case CAPTURE -> FLOWS;
      case BLUETOOTH -> RADIO;
      case UPDATE -> UPDATES;
      case FIRMWARE, ROOTFS -> FIRMWARE;
      case UNITS -> UNITS;
      case SECURITY_TXT -> SECURITY_TXT;
      case SBOM -> COMPONENTS;
      case PRIVACY_POLICY -> PASSAGES;
      case DISCLOSURE_POLICY -> DISCLOSURE;
      case STATEMENT -> SUPPORT;
      case RECORD -> RECORDS;
      case CSAF -> ADVISORIES;
      case KEY, ATTACHMENT -> OTHER;
    };
  }

  /** Names of the columns. */
  List<String> head() {
    return List.of(head.split(",", -1));
  }

  /** The rows of one artefact, each as long as the head. */
  abstract List<List<String>> rows(Inspected from);

  /** The file is printed as given, all else on one visible line. */
  private static List<String> row(String file, @Nullable String... cells) {
    List<String> row = new ArrayList<>(cells.length + 1);
    row.add(file);
    for (String cell : cells) {
      row.add(cell == null ? "" : Visible.line(cell));
    }
    return row;
  }

  /** Where nothing was read and a problem says why: one row with that for a verdict. */
  List<List<String>> orError(List<List<String>> rows, Inspected from, int verdict) {
    return orError(rows, from, verdict, head().size() - 1);
  }

  List<List<String>> orError(List<List<String>> rows, Inspected from, int verdict, int reason) {
    if (!rows.isEmpty()) {
      return rows;
    }
    String[] cells = new String[head().size()];
    Arrays.fill(cells, "");
    cells[0] = from.file();
    cells[verdict] = "error";
    String problems = from.problems();
    cells[reason] = problems.isEmpty() ? "nothing of this kind was found in it" : problems;
    return List.of(List.of(cells));
  }

  private static List<String> flow(String file, Flow flow) {
    return row(
        file,
        flow.transport(),
        flow.client().address(),
        port(flow.client()),
        flow.server().address(),
        port(flow.server()),
        Long.toString(flow.packets()),
        Long.toString(flow.bytes()),
        flow.protocol(),
        flow.protection().label(),
        flow.basis().name(),
        flow.version(),
        flow.cipher(),
        String.join(";", flow.findings()),
        flow.vlan() == null ? "" : flow.vlan().toString(),
        flow.name(),
        flow.first().toString(),
        flow.last().toString(),
        Long.toString(flow.place().first()));
  }

  private static List<String> air(String file, RadioLink link) {
    List<String> ends = link.ends();
    return row(
        file,
        link.technology(),
        ends.isEmpty() ? "" : ends.getFirst(),
        "",
        ends.size() < 2 ? "" : ends.get(1),
        "",
        "",
        "",
        link.pairing(),
        (link.protection() == null ? Flow.Protection.UNKNOWN : link.protection()).label(),
        basis(link).name(),
        "",
        "",
        String.join(";", link.findings()),
        "",
        "",
        "",
        "",
        link.place().first() == 0 ? "" : Long.toString(link.place().first()));
  }

  /** What a key is worth that the capture does not show can only be assumed. */
  private static Flow.Basis basis(RadioLink link) {
    boolean shown = link.protection() != null && !link.findings().contains("link_key_not_shown");
    return shown ? Flow.Basis.PROVEN : Flow.Basis.ASSUMED;
  }

  private static String port(Flow.End end) {
    return end.port() < 0 ? "" : Integer.toString(end.port());
  }

  private static String transport(String technology) {
    return technology.startsWith("Bluetooth ")
        ? technology.substring("Bluetooth ".length())
        : technology;
  }

  private static String verdict(UpdatePackage.Authenticity authenticity) {
    return switch (authenticity) {
      case AUTHENTIC -> "pass";
      case NOT_AUTHENTIC -> "fail";
      case OPEN -> "inconclusive";
    };
  }

  private static String verdict(UnitLabels.Tie tie) {
    return switch (tie) {
      case DERIVABLE, GUESSABLE -> "fail";
      case OPEN -> "inconclusive";
      case NONE_FOUND -> "pass";
    };
  }

  private static List<List<String>> firmware(Inspected from) {
    List<List<String>> rows = new ArrayList<>();
    for (Account account : from.all(Account.class)) {
      String path = account.place().inside();
      if (account.scheme().equals("none")) {
        rows.add(row(from.file(), path, "empty-password", account.user()));
      } else if (account.cracked() != null) {
        String detail = account.user() + ", " + account.scheme() + ", in " + account.cracked();
        rows.add(row(from.file(), path, "crackable-default-hash", detail));
      }
    }
    for (ComponentList list : from.all(ComponentList.class)) {
      for (ComponentList.Component each : list.components()) {
        String version = each.version() == null ? "" : " " + each.version();
        rows.add(row(from.file(), each.place().inside(), "component", each.name() + version));
      }
    }
    from.reading()
        .problems()
        .forEach(problem -> {
          String path = problem.place().inside();
          rows.add(row(from.file(), path, "unreadable", problem.words()));
        });
    return rows;
  }

  private static void passages(List<List<String>> rows, String file, Policy policy) {
    List<TreeSet<String>> labels = new ArrayList<>();
    for (int i = 0; i < policy.passages(); i++) {
      labels.add(new TreeSet<>());
    }
    for (Policy.Clause clause : policy.clauses()) {
      if (!clause.affirmed()) {
        continue;
      }
      long last = Math.min(clause.place().last(), labels.size() - 1L);
      for (long i = Math.max(0, clause.place().first()); i <= last; i++) {
        labels.get((int) i).add(clause.kind());
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      rows.add(row(file, Integer.toString(i), String.join(";", labels.get(i))));
    }
  }

  private static String word(@Nullable Boolean value) {
    if (value == null) {
      return "";
    }
    return value ? "yes" : "no";
  }

  private static String decimal(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "";
  }
}
