package dev.plimsoll.credentials.accounts;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The account files of a root file system, by path, and its links. Nothing is unpacked to disk, and
 * a link is followed within the tree alone.
 */
final class FileTree {
  private static final int MAX_FILE = 1 << 20;
  private static final int MAX_ENTRIES = 500_000;
  private static final int MAX_LINKS = 16;
  private static final long LOOK_AHEAD = 64 << 20;
  private static final List<String> WANTED = List.of("passwd", "shadow");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();

  private FileTree() {}

  /** Whether the source is a tar archive, plain or gzip, with account files in its first part. */
  static boolean isArchiveWithAccounts(Source source) {
    byte[] head = source.head();
    if (!isGzip(head) && !isTar(head)) {
      return false;
    }
    try {
      FileTree tree = new FileTree();
      tree.archive(source, new Budget(LOOK_AHEAD, 1, Long.MAX_VALUE / 4, () -> 0), true);
      return !tree.roots().isEmpty();
    } catch (IOException | Budget.Exhausted e) {
      return false;
    }
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  private static boolean isTar(byte[] head) {
    return head.length > 262
        && new String(head, 257, 5, java.nio.charset.StandardCharsets.ISO_8859_1).equals("ustar");
  }

  static FileTree read(Source source, Budget budget) throws IOException {
    FileTree tree = new FileTree();
    if (source.isFolder()) {
      tree.folder(source, budget);
    } else {
      tree.archive(source, budget, false);
    }
    return tree;
  }

  private void folder(Source folder, Budget budget) throws IOException {
    for (Source child : folder.children()) {
      budget.check();
      if (isWanted(child.name())) {
        byte[] bytes = child.bytes(MAX_FILE);
        budget.spend(bytes.length);
        files.put(child.name(), bytes);
      }
    }
    folder.links().forEach(link -> links.put(link[0], link[1]));
  }

  private void archive(Source source, Budget budget, boolean firstAlone) throws IOException {
    boolean gzip = isGzip(source.head());
    try (InputStream raw = new BufferedInputStream(source.open(), 1 << 16);
        InputStream plain = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
        TarArchiveInputStream tar = new TarArchiveInputStream(new Metered(plain, budget))) {
      int count = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (++count > MAX_ENTRIES) {
          throw new IOException("holds more than " + MAX_ENTRIES + " entries");
        }
        entry(tar, entry);
        if (firstAlone && !files.isEmpty() && !roots().isEmpty()) {
          return;
        }
      }
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IOException("is damaged", e);
    }
  }

  private void entry(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    String path = clean(entry.getName());
    if (path == null) {
      return;
    }
    if (entry.isSymbolicLink()) {
      links.put(path, entry.getLinkName());
    } else if (entry.isLink()) {
      links.put(path, "/" + entry.getLinkName());
    } else if (entry.isFile() && isWanted(path)) {
      byte[] bytes = tar.readNBytes(MAX_FILE);
      if (tar.read() >= 0) {
        throw new IOException("holds " + path + " of more than " + MAX_FILE + " bytes");
      }
      files.put(path, bytes);
    }
  }

  /** A file of this last name is kept wherever it lies: a link may point there. */
  private static boolean isWanted(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return WANTED.stream().anyMatch(name::startsWith);
  }

  /** The path without empty, current and parent steps; null where it leaves the tree. */
  private static @Nullable String clean(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return null;
        }
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /** The folders that hold {@code etc/passwd} or {@code etc/shadow}: "" or ending with a slash. */
  List<String> roots() {
    List<String> found = new ArrayList<>();
    for (Map<String, ?> names : List.of(files, links)) {
      for (String path : names.keySet()) {
        for (String name : WANTED) {
          String end = "etc/" + name;
          if (path.equals(end) || path.endsWith("/" + end)) {
            String root = path.substring(0, path.length() - end.length());
            if (!found.contains(root)) {
              found.add(root);
            }
          }
        }
      }
    }
    return found;
  }

  boolean has(String path) {
    return files.containsKey(path) || links.containsKey(path);
  }

  /** A file, through links inside this root; null where it is not there. */
  byte @Nullable [] file(String root, String path) {
    String here = root + path;
    for (int i = 0; i < MAX_LINKS; i++) {
      byte[] bytes = files.get(here);
      if (bytes != null) {
        return bytes;
      }
      String next = follow(root, here);
      if (next == null || next.equals(here)) {
        return null;
      }
      here = next;
    }
    return null;
  }

  /** Follows the first link on the way; null where there is none. */
  private @Nullable String follow(String root, String path) {
    for (int end = path.indexOf('/', root.length()); ; end = path.indexOf('/', end + 1)) {
      String step = end < 0 ? path : path.substring(0, end);
      String target = links.get(step);
      if (target != null) {
        String rest = end < 0 ? "" : path.substring(end);
        int slash = step.lastIndexOf('/');
        String base = target.startsWith("/") ? root : step.substring(0, slash + 1);
        return clean(base + "/" + target + rest);
      }
      if (end < 0) {
        return null;
      }
    }
  }

  /** Where a link leads, as it is written; null where it is none. */
  @Nullable String target(String path) {
    return links.get(path);
  }

  /** Counts what is unpacked. */
  private static final class Metered extends java.io.FilterInputStream {
    private final Budget budget;

    Metered(InputStream in, Budget budget) {
      super(in);
      this.budget = budget;
    }

    @Override
    public int read() throws IOException {
      budget.spend(1);
      return super.read();
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      int n = super.read(to, at, length);
      budget.spend(Math.max(0, n));
      return n;
    }

    @Override
    public long skip(long count) throws IOException {
      long n = super.skip(count);
      budget.spend(n);
      return n;
    }
  }
}
