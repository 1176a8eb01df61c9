package dev.plimsoll.credentials.accounts;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the accounts of an unpacked root file system: a folder, or a tar archive, plain or gzip.
 *
 * <p>Looked at are {@code etc/passwd} and {@code etc/shadow} at any root inside, through links that
 * stay inside. Copies such as {@code passwd-} and files that programs keep elsewhere are not.
 */
public final class RootfsReader implements Reader {
  private static final int MAX_ROOTS = 16;

  @Override
  public Kind kind() {
    return Kind.ROOTFS;
  }

  @Override
  public boolean recognises(Source source) {
    if (!source.isFolder()) {
      return FileTree.isArchiveWithAccounts(source);
    }
    try {
      return source.children().stream()
              .anyMatch(child -> ("/" + child.name()).endsWith("/etc/passwd"))
          || source.links().stream().anyMatch(link -> ("/" + link[0]).endsWith("/etc/passwd"));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Reading read(Source source, Request request) {
    List<Observation> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      FileTree tree = FileTree.read(source, request.budget());
      List<String> roots = tree.roots();
      if (roots.isEmpty()) {
        problems.add(
            new Problem(
                Place.whole(source.name()),
                "there is no etc/passwd in it",
                "give the unpacked root file system as a whole"));
      }
      Candidates candidates = new Candidates();
      for (String root : roots.subList(0, Math.min(MAX_ROOTS, roots.size()))) {
        request.budget().check();
        new AccountFiles(source.name(), root, tree, candidates).read(found, problems);
      }
      if (roots.size() > MAX_ROOTS) {
        problems.add(
            new Problem(
                Place.whole(source.name()),
                "only the first "
                    + MAX_ROOTS
                    + " of "
                    + roots.size()
                    + " root file systems were read",
                "give them one by one"));
      }
    } catch (IOException | Budget.Exhausted e) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              "it could not be read to the end: " + e.getMessage(),
              "unpack it again and give the folder"));
    }
    return new Reading(found, problems, null);
  }
}
