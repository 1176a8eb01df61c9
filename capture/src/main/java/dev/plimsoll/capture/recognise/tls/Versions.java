package dev.plimsoll.capture.recognise.tls;

/** Version numbers of TLS and DTLS as they stand in hellos. */
final class Versions {
  static final int SSL2 = 0x0002;
  static final int SSL3 = 0x0300;
  static final int TLS10 = 0x0301;
  static final int TLS12 = 0x0303;
  static final int TLS13 = 0x0304;
  static final int DTLS10 = 0xfeff;
  static final int DTLS12 = 0xfefd;
  static final int DTLS13 = 0xfefc;

  /** What one library sent before DTLS 1.0 was a standard. */
  static final int DTLS_BEFORE = 0x0100;

  private Versions() {}

  /** The name of a version, such as TLS 1.2. */
  static String name(int version) {
    return switch (version) {
      case SSL2 -> "SSL 2.0";
      case SSL3 -> "SSL 3.0";
      case DTLS10, DTLS_BEFORE -> "DTLS 1.0";
      case DTLS12 -> "DTLS 1.2";
      case DTLS13 -> "DTLS 1.3";
      default ->
          draft(version)
              ? "TLS 1.3 draft " + (version & 0xff)
              : version > SSL3 && version <= TLS13 ? "TLS 1." + (version - TLS10) : "TLS";
    };
  }

  /** Whether this is a draft of TLS 1.3 (RFC 8446 was 0x7f00 and its number; some used 0xfb00). */
  static boolean draft(int version) {
    return version >> 8 == 0x7f || version >> 8 == 0xfb;
  }

  /** Whether this is TLS or DTLS 1.3 or a draft of it. */
  static boolean thirteen(int version) {
    return version == TLS13 || version == DTLS13 || draft(version);
  }

  /** Whether the version is withdrawn: below TLS 1.2 and DTLS 1.2 (RFC 8996). */
  static boolean old(int version) {
    return version == DTLS10 || version == DTLS_BEFORE || version < TLS12;
  }

  /** Whether the version is open to everybody: SSL 2.0 and 3.0 (RFC 6176, RFC 7568). */
  static boolean broken(int version) {
    return version == SSL2 || version == SSL3;
  }

  /** Whether a number is a version that can stand in a hello. */
  static boolean plausible(int version) {
    return (version >= SSL3 && version <= TLS13)
        || version == DTLS10
        || version == DTLS12
        || version == DTLS13
        || version == DTLS_BEFORE
        || draft(version);
  }
}
