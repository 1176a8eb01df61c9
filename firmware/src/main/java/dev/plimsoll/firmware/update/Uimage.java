package dev.plimsoll.firmware.update;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * U-Boot's legacy image: a 64-byte header with two CRC32 (include/image.h of U-Boot). The format
 * has no place for a signature.
 */
final class Uimage implements PackageFormat {
  private static final long MAGIC = 0x27051956L;
  private static final int HEADER = 64;
  private static final int CRC_AT = 4;

  @Override
  public boolean recognises(Slice file) {
    return file.size() >= HEADER && file.u32be(0) == MAGIC;
  }

  @Override
  public Appraisal appraise(Slice file, Trial trial) {
    long length = file.u32be(12);
    Slice data = file.at(HEADER, length);
    boolean whole = headerCrc(file) == file.u32be(CRC_AT) && data.crc32() == file.u32be(24);
    String reason =
        whole
            ? "a uImage carries nothing but two CRC32 checksums, which anyone can make"
            : "a uImage carries nothing but CRC32 checksums, and they do not even fit";
    String name = file.field(32, 32);
    return Appraisal.unsigned("uimage", file.place(0), reason).withVersion(versionIn(name));
  }

  private static long headerCrc(Slice file) {
    byte[] header = file.bytes(0, HEADER);
    java.util.Arrays.fill(header, CRC_AT, CRC_AT + 4, (byte) 0);
    CRC32 crc = new CRC32();
    crc.update(header);
    return crc.getValue();
  }

  /** The first run of digits and dots with a dot inside; null where there is none. */
  static @Nullable String versionIn(String text) {
    for (int start = 0; start < text.length(); start++) {
      int end = start;
      while (end < text.length()
          && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
        end++;
      }
      String run = text.substring(start, end);
      if (run.indexOf('.') > 0 && Character.isDigit(run.charAt(run.length() - 1))) {
        return run;
      }
      start = end;
    }
    return null;
  }
}
