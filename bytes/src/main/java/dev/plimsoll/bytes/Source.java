package dev.plimsoll.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One artefact to read from: a file, a folder or bytes in memory, under the name that reports use
 * for it.
 *
 * <p>A file that changes while it is read is not noticed; the digest in the report is taken from a
 * pass of its own.
 */
public final class Source {
  /** Most files that a folder is listed with. */
  public static final int MAX_CHILDREN = 200_000;

  /** Most files beside it that a file is looked for among. */
  public static final int MAX_NEIGHBOURS = 1_000;

  private static final int HEAD = 64 << 10;
  private static final int MAX_DEPTH = 64;

  private final String name;
  private final @Nullable Path path;
  private final byte @Nullable [] memory;
  private byte @Nullable [] head;

  private Source(String name, @Nullable Path path, byte @Nullable [] memory) {
    this.name = name;
    this.path = path;
    this.memory = memory;
  }

  /** A file or folder of the disk, under this name. */
  public static Source of(String name, Path path) {
    return new Source(name, path, null);
  }

  /** Bytes in memory. They are not copied. */
  public static Source of(String name, byte[] bytes) {
    return new Source(name, null, bytes);
  }

  /** What reports call it. */
  public String name() {
    return name;
  }

  /** The last part of the name. */
  public String shortName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether it is a folder. A symbolic link to one counts, the links inside do not. */
  public boolean isFolder() {
    return path != null && Files.isDirectory(path);
  }

  /** Size in bytes; of a folder 0; of a pipe the bytes that are known, which may be 0. */
  public long size() throws IOException {
    return memory != null ? memory.length : isFolder() ? 0 : Files.size(file());
  }

  /** Whether it is an ordinary file or memory, which can be mapped and read more than once. */
  public boolean isMappable() {
    return memory != null || Files.isRegularFile(file());
  }

  /**
   * The first bytes, 64 KiB at most; empty for a folder and for a pipe, which can be read only
   * once.
   */
  public byte[] head() {
    byte[] bytes = head;
    if (bytes == null) {
      bytes = readHead();
      head = bytes;
    }
    return bytes;
  }

  private byte[] readHead() {
    if (isFolder() || !isMappable()) {
      return new byte[0];
    }
    try (InputStream in = open()) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** A stream over all bytes; the caller closes it. */
  public InputStream open() throws IOException {
    return memory != null ? new ByteArrayInputStream(memory) : Files.newInputStream(file());
  }

  /**
   * All bytes, where there are at most {@code limit}.
   *
   * @throws TooLarge where there are more
   */
  public byte[] bytes(int limit) throws IOException {
    if (memory != null) {
      if (memory.length > limit) {
        throw new TooLarge(limit);
      }
      return memory;
    }
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new TooLarge(limit);
      }
      return bytes;
    }
  }

  /** All bytes as mapped memory, valid until the arena closes. Not for pipes. */
  public MemorySegment map(Arena arena) throws IOException {
    if (memory != null) {
      return MemorySegment.ofArray(memory);
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /**
   * Everything below a folder, sorted by name, links not followed. Each source is named by its path
   * below the folder, with forward slashes. Links and special files are left out; {@link #links}
   * names the links.
   */
  public List<Source> children() throws IOException {
    Path folder = file();
    List<Source> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
      walk.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .limit(MAX_CHILDREN + 1L)
          .forEach(each -> found.add(of(relative(folder, each), each)));
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    if (found.size() > MAX_CHILDREN) {
      throw new IOException("holds more than " + MAX_CHILDREN + " files");
    }
    found.sort(java.util.Comparator.comparing(Source::name));
    return found;
  }

  /**
   * The other regular files of the folder that this file lies in, sorted by name, links left out;
   * empty for a folder and for memory. A detached signature is found there.
   */
  public List<Source> neighbours() {
    Path folder = path == null || isFolder() ? null : path.toAbsolutePath().getParent();
    if (path == null || folder == null) {
      return List.of();
    }
    String base = name.substring(0, name.lastIndexOf('/') + 1);
    Path self = path.toAbsolutePath();
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !each.equals(self))
          .limit(MAX_NEIGHBOURS)
          .map(each -> of(base + each.getFileName(), each))
          .sorted(java.util.Comparator.comparing(Source::name))
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  /** The links below a folder as path and target, sorted by path: data, never followed. */
  public List<String[]> links() throws IOException {
    Path folder = file();
    List<String[]> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
      for (Path each :
          (Iterable<Path>) walk.filter(Files::isSymbolicLink).limit(MAX_CHILDREN)::iterator) {
        found.add(new String[] {relative(folder, each), Files.readSymbolicLink(each).toString()});
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    found.sort(java.util.Comparator.comparing(link -> link[0]));
    return found;
  }

  /** SHA-256 in lower-case hex; of a folder, over the sorted lines of path and digest. */
  public String sha256() throws IOException {
    MessageDigest digest = Digests.newSha256();
    if (isFolder()) {
      for (Source child : children()) {
        digest.update(
            (child.name + "\0" + child.sha256() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    } else {
      try (InputStream in = open()) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path file() {
    if (path == null) {
      throw new IllegalStateException(name + " lies in memory");
    }
    return path;
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public String toString() {
    return name;
  }

  /** The source holds more than the reader takes. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(int limit) {
      super("is larger than " + limit + " bytes");
    }
  }
}
