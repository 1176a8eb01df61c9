package dev.plimsoll.capture.recognise;

import org.jspecify.annotations.Nullable;

/** Files by their first bytes. */
final class FileMagic {
  private FileMagic() {}

  /** What kind of file begins here; null where none is known. */
  static @Nullable String name(Octets o) {
    if (o.is(0, 0xff, 0xd8, 0xff) && o.u8(3) >= 0xc0) {
      return "JPEG";
    }
    if (o.is(0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return "PNG";
    }
    if (o.starts("GIF87a") || o.starts("GIF89a")) {
      return "GIF";
    }
    if (o.is(0, 0x1f, 0x8b, 8) && o.u8(3) < 32) {
      return "gzip";
    }
    if (o.is(0, 'P', 'K', 3, 4) && o.u16(4) >= 0 && o.u8(5) == 0) {
      return "ZIP";
    }
    if (o.is(0, 0x7f, 'E', 'L', 'F')) {
      return "ELF";
    }
    if (o.starts("RIFF") && (o.at(8, "WAVE") || o.at(8, "AVI ") || o.at(8, "WEBP"))) {
      return "RIFF";
    }
    if (o.at(4, "ftyp") && o.u16(0) == 0) {
      return "MP4";
    }
    if (o.starts("ID3") || o.starts("OggS") || o.starts("fLaC") || o.is(0, 'F', 'L', 'V', 1)) {
      return "media file";
    }
    if (o.starts("%PDF-")) {
      return "PDF";
    }
    if (o.is(0, 0xfd, '7', 'z', 'X', 'Z', 0)
        || o.is(0, 0x28, 0xb5, 0x2f, 0xfd)
        || o.starts("BZh")) {
      return "compressed file";
    }
    return null;
  }
}
