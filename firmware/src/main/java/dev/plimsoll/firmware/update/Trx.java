package dev.plimsoll.firmware.update;

/**
 * Broadcom's TRX container: a header with length and CRC32 (the complement is not taken). The
 * format has no place for a signature.
 */
final class Trx implements PackageFormat {
  private static final int CHECKED_FROM = 12;

  @Override
  public boolean recognises(Slice file) {
    return file.size() >= 28 && file.has(0, "HDR0");
  }

  @Override
  public Appraisal appraise(Slice file, Trial trial) {
    long length = file.u32le(4);
    if (length < 28) {
      throw file.malformed(4, "gives its own length as " + length + " bytes");
    }
    Slice checked = file.at(CHECKED_FROM, length - CHECKED_FROM);
    boolean whole = (checked.crc32() ^ 0xffffffffL) == file.u32le(8);
    return Appraisal.unsigned(
        "trx",
        file.place(0),
        whole
            ? "a TRX image carries nothing but a CRC32 checksum, which anyone can make"
            : "a TRX image carries nothing but a CRC32 checksum, and it does not even fit");
  }
}
