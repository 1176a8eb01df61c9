package dev.plimsoll.firmware.update;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of checksums as md5sum, sha256sum and the BSD tools write it, or a bare one. */
record ChecksumFile(List<Entry> entries) {
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_LINES = 10_000;

  ChecksumFile {
    entries = List.copyOf(entries);
  }

  /**
   * One line.
   *
   * @param name the file it speaks of; empty where it names none
   */
  record Entry(String algorithm, byte[] digest, String name) {}

  /** The checksums in this file; null where any line is something else. */
  static @Nullable ChecksumFile parse(Slice file) {
    if (file.size() == 0 || file.size() > MAX_TEXT) {
      return null;
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : file.text().lines().limit(MAX_LINES).toList()) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        Entry entry = entry(line.strip());
        if (entry == null) {
          return null;
        }
        entries.add(entry);
      }
    }
    return entries.isEmpty() ? null : new ChecksumFile(entries);
  }

  private static @Nullable Entry entry(String line) {
    int equals = line.lastIndexOf(") = ");
    int open = line.indexOf(" (");
    if (equals > 0 && open > 0 && open < equals) {
      return entry(line.substring(equals + 4), line.substring(open + 2, equals));
    }
    int end = 0;
    while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
      end++;
    }
    String rest = line.substring(end);
    if (!rest.isEmpty() && rest.charAt(0) != ' ' && rest.charAt(0) != '\t') {
      return null;
    }
    String name = rest.strip();
    return entry(line.substring(0, end), name.startsWith("*") ? name.substring(1) : name);
  }

  private static @Nullable Entry entry(String hex, String name) {
    String algorithm =
        switch (hex.length()) {
          case 32 -> Hashes.MD5;
          case 40 -> Hashes.SHA1;
          case 56 -> Hashes.SHA224;
          case 64 -> Hashes.SHA256;
          case 96 -> Hashes.SHA384;
          case 128 -> Hashes.SHA512;
          default -> null;
        };
    try {
      return algorithm == null ? null : new Entry(algorithm, HexFormat.of().parseHex(hex), name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  Appraisal appraise(Slice file) {
    String algorithm = entries.getFirst().algorithm();
    return Appraisal.unsigned(
        "checksum-file",
        file.whole(),
        "a file of "
            + algorithm
            + " checksums says nothing about who made the package: whoever"
            + " changes the package can make a new checksum");
  }
}
