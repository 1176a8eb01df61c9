package dev.plimsoll.engine;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.model.observation.TestRecord;
import dev.plimsoll.standards.Catalogue;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.CheckCatalogue;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.HandsOnTest;
import dev.plimsoll.standards.Judgement;
import dev.plimsoll.standards.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a dossier to its assessment. The same dossier, profile and time give the same assessment.
 *
 * <p>The way is one direction: files, observations, findings, verdicts. What could not be read
 * becomes an error finding for every check that reads its kind, so it can never make a verdict
 * better.
 */
public final class Assessor {
  private final Catalogue catalogue;
  private final Profile profile;
  private final Readers readers;
  private final Instant at;

  /** Assesses by this catalogue and profile, with these readers, at this time. */
  public Assessor(Catalogue catalogue, Profile profile, Readers readers, Instant at) {
    this.catalogue = catalogue;
    this.profile = profile;
    this.readers = readers;
    this.at = at;
  }

  /** Assesses one dossier. */
  public Assessment assess(Dossier dossier, Progress progress) {
    List<Inspection> inspections = read(dossier, progress);
    List<Seen<?>> seen = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Inspection each : inspections) {
      each.reading().observations().forEach(what -> seen.add(new Seen<>(what, each.artefact())));
      problems.addAll(each.reading().problems());
      problems.addAll(unknownTests(each));
    }
    Evidence evidence = new Evidence(dossier.product(), dossier.claims(), seen, at);
    List<Finding> findings = findings(evidence, inspections);
    Map<String, Fact> facts = evidence.facts();
    List<StandardVerdict> standards = new Judgement(catalogue, profile).judge(findings, facts, at);
    return new Assessment(
        dossier.product(),
        at,
        catalogue.id(),
        profile.id(),
        Judgement.result(standards),
        standards,
        catalogue.facts().keySet().stream().map(evidence::fact).toList(),
        dossier.claims(),
        inspections.stream().map(Inspection::artefact).toList(),
        problems,
        seen.stream().<Observation>map(Seen::what).toList());
  }

  private List<Inspection> read(Dossier dossier, Progress progress) {
    List<Source> sources =
        dossier.exhibits().stream().map(each -> source(dossier, each.file())).toList();
    List<Source> keys = keys(dossier, sources);
    Reads reads = new Reads(readers, at);
    List<Inspection> inspections = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Exhibit exhibit = dossier.exhibits().get(i);
      Source source = sources.get(i);
      progress.step(source.name(), i + 1, sources.size());
      String outOfReach = outOfReach(dossier.folder(), exhibit.file());
      if (outOfReach != null) {
        Kind kind = Objects.requireNonNullElse(exhibit.as(), Kind.ATTACHMENT);
        inspections.add(
            Reads.unreadable(
                source,
                exhibit,
                kind,
                outOfReach,
                "put the file into the dossier and name it by its path there"));
        continue;
      }
      List<Source> own = new ArrayList<>(keys);
      exhibit.detailList("key").stream()
          .filter(key -> outOfReach(dossier.folder(), key) == null)
          .forEach(key -> own.add(source(dossier, key)));
      List<Source> siblings = sources.stream().filter(each -> each != source).toList();
      inspections.add(reads.read(source, exhibit, own, siblings, dossier.product().firmware()));
    }
    return inspections;
  }

  private static Source source(Dossier dossier, String file) {
    return Source.of(file, dossier.folder().resolve(file));
  }

  private static List<Source> keys(Dossier dossier, List<Source> sources) {
    List<Source> keys = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      if (dossier.exhibits().get(i).as() == Kind.KEY) {
        keys.add(sources.get(i));
      }
    }
    return keys;
  }

  /**
   * Why a path of the dossier may not be read: it leaves the folder, also by a link, or is not
   * there. Null where it may.
   */
  private static @org.jspecify.annotations.Nullable String outOfReach(Path folder, String file) {
    try {
      Path path = folder.resolve(file);
      if (!Files.exists(path)) {
        return Files.isSymbolicLink(path) ? "is a link that leads nowhere" : "is not there";
      }
      return path.toRealPath().startsWith(folder.toRealPath()) ? null : "lies outside the dossier";
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return "cannot be reached";
    }
  }

  private List<Finding> findings(Evidence evidence, List<Inspection> inspections) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : CheckCatalogue.all()) {
      findings.addAll(check.examine(evidence, profile));
      for (Inspection each : inspections) {
        if (check.reads().contains(each.artefact().kind())) {
          each.reading()
              .problems()
              .forEach(problem -> findings.add(error(check, each.artefact(), problem)));
        }
      }
    }
    return findings;
  }

  private static Finding error(Check check, Artefact artefact, Problem problem) {
    return Finding.draft(
            check.id(),
            check.requirement(),
            Verdict.ERROR,
            problem.place().words() + ": " + problem.what() + ".")
        .from(artefact, problem.place())
        .settle(problem.mend())
        .build();
  }

  /** A record of a test that no requirement knows would otherwise be passed over in silence. */
  private static List<Problem> unknownTests(Inspection inspection) {
    List<Problem> problems = new ArrayList<>();
    for (Observation each : inspection.reading().observations()) {
      if (each instanceof TestRecord record && !HandsOnTest.shipped().containsKey(record.test())) {
        problems.add(
            new Problem(
                record.place(),
                "there is no hands-on test '" + record.test() + "'",
                "use one of: " + String.join(", ", HandsOnTest.shipped().keySet())));
      }
    }
    return problems;
  }
}
