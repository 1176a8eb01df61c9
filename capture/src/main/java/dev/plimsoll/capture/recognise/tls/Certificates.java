package dev.plimsoll.capture.recognise.tls;

import dev.plimsoll.capture.recognise.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the certificates of a handshake show, as finding codes. */
final class Certificates {
  private static final int MOST = 10;

  /** Below this an RSA key is no longer thought safe (NIST SP 800-131A). */
  private static final int SMALL_RSA = 2048;

  private Certificates() {}

  /**
   * Findings on the list of a Certificate message.
   *
   * @param body the body of the message
   * @param host the name that the client asked for; null where it asked for none
   * @param micros time of the capture, microseconds since 1970
   */
  static List<String> findings(Octets body, @Nullable String host, long micros) {
    List<String> found = new ArrayList<>();
    int at = 3;
    for (int i = 0; i < MOST && body.u24(at) > 0; i++) {
      Certificate certificate = Certificate.read(body.slice(at + 3, body.u24(at)));
      if (certificate != null) {
        if (i == 0) {
          leaf(certificate, host, micros, found);
        }
        // The signature of a root carries no trust: it is known, not verified
        if (i == 0 || !certificate.selfIssued()) {
          strength(certificate, found);
        }
      }
      at += 3 + body.u24(at);
    }
    return found;
  }

  private static void leaf(
      Certificate leaf, @Nullable String host, long micros, List<String> found) {
    long now = micros / 1_000_000;
    if (leaf.selfIssued()) {
      found.add("self_signed");
    }
    if (leaf.until() != 0 && now > leaf.until()) {
      found.add("cert_expired");
    }
    if (leaf.from() != 0 && now > 0 && now < leaf.from()) {
      found.add("cert_not_yet_valid");
    }
    if (host != null && !leaf.names().isEmpty() && !leaf.covers(host)) {
      found.add("cert_mismatch");
    }
  }

  private static void strength(Certificate certificate, List<String> found) {
    if (certificate.keyBits() > 0 && certificate.keyBits() < SMALL_RSA) {
      found.add("cert_small_key");
    }
    if (certificate.digest().equals("SHA-1")) {
      found.add("cert_sha1");
    } else if (certificate.digest().equals("MD5")) {
      found.add("cert_md5");
    }
  }
}
