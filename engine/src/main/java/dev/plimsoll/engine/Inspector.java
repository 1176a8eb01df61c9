package dev.plimsoll.engine;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what single files hold, with no dossier and no verdict. */
public final class Inspector {
  private static final int MAX_SIBLINGS = 5_000;

  private final Reads reads;

  /** Reads with these readers, at this time. */
  public Inspector(Readers readers, Instant at) {
    this.reads = new Reads(readers, at);
  }

  /**
   * Reads one file.
   *
   * @param base the folder that the exhibit's path and the paths of its keys are relative to
   * @param keys further public keys to verify with
   */
  public Inspection inspect(Path base, Exhibit exhibit, List<Path> keys) {
    Path path = base.resolve(exhibit.file());
    Source source = Source.of(exhibit.file(), path);
    if (!Files.exists(path)) {
      return Reads.unreadable(
          source,
          exhibit,
          Objects.requireNonNullElse(exhibit.as(), Kind.ATTACHMENT),
          "is not there",
          "check the path");
    }
    List<Source> all = new ArrayList<>();
    exhibit.detailList("key").forEach(key -> all.add(Source.of(key, base.resolve(key))));
    keys.forEach(key -> all.add(Source.of(key.toString(), key)));
    return reads.read(source, exhibit, all, siblings(path, exhibit.file()), null);
  }

  /** The files beside it, under names that differ from its own only in the last part. */
  private static List<Source> siblings(Path path, String name) {
    Path folder = path.toAbsolutePath().getParent();
    String prefix = name.substring(0, name.lastIndexOf('/') + 1);
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(Files::isRegularFile)
          .limit(MAX_SIBLINGS)
          .map(each -> Source.of(prefix + each.getFileName(), each))
          .filter(each -> !each.name().equals(name))
          .sorted(java.util.Comparator.comparing(Source::name))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
