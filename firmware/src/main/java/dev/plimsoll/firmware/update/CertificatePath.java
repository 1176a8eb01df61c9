package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Digests;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way from a signer's certificate to a given one (RFC 5280, section 6, without names, policies
 * and revocation): every step signed by the next, every issuer allowed to issue.
 *
 * @param steps from the signer's certificate to the given one
 * @param weakness the weakest step, in words; null where all are strong
 */
record CertificatePath(List<X509CertificateHolder> steps, @Nullable String weakness) {
  private static final int MAX_STEPS = 8;

  CertificatePath {
    steps = List.copyOf(steps);
  }

  /** The way to a given certificate or key; null where there is none. */
  static @Nullable CertificatePath find(
      X509CertificateHolder leaf, List<X509CertificateHolder> carried, TrustAnchors anchors) {
    return find(List.of(leaf), null, carried, anchors, new HashSet<>());
  }

  private static @Nullable CertificatePath find(
      List<X509CertificateHolder> steps,
      @Nullable String weakness,
      List<X509CertificateHolder> carried,
      TrustAnchors anchors,
      Set<X509CertificateHolder> seen) {
    X509CertificateHolder last = steps.getLast();
    if (isGiven(last, anchors)) {
      return new CertificatePath(steps, weakness);
    }
    if (steps.size() >= MAX_STEPS || !seen.add(last)) {
      return null;
    }
    List<X509CertificateHolder> issuers = new ArrayList<>(anchors.certificates());
    issuers.addAll(carried);
    for (X509CertificateHolder issuer : issuers) {
      if (!issuer.getSubject().equals(last.getIssuer()) || !mayIssue(issuer)) {
        continue;
      }
      Step step = step(last, issuer);
      if (step != null) {
        List<X509CertificateHolder> longer = new ArrayList<>(steps);
        longer.add(issuer);
        String weakest = weakness != null ? weakness : step.weakness();
        CertificatePath found = find(longer, weakest, carried, anchors, seen);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private record Step(@Nullable String weakness) {}

  private static @Nullable Step step(X509CertificateHolder child, X509CertificateHolder issuer) {
    SignatureScheme scheme = SignatureScheme.of(child.getSignatureAlgorithm(), null);
    AsymmetricKeyParameter key = key(issuer.getSubjectPublicKeyInfo());
    if (scheme == null || key == null) {
      return null;
    }
    try {
      byte[] signed = child.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER);
      return scheme.verifies(key, child.getSignature(), Covered.of(signed))
          ? new Step(KeyMath.weakness(key, scheme.hash()))
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  static @Nullable AsymmetricKeyParameter key(SubjectPublicKeyInfo spki) {
    try {
      return PublicKeyFactory.createKey(spki);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static boolean mayIssue(X509CertificateHolder certificate) {
    BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    return constraints != null
        && constraints.isCA()
        && (usage == null || usage.hasUsages(KeyUsage.keyCertSign));
  }

  private static boolean isGiven(X509CertificateHolder certificate, TrustAnchors anchors) {
    if (anchors.certificates().contains(certificate)) {
      return true;
    }
    byte[] spki = encoded(certificate.getSubjectPublicKeyInfo());
    return anchors.keys().stream().anyMatch(each -> Arrays.equals(each.spki(), spki));
  }

  private static byte[] encoded(SubjectPublicKeyInfo spki) {
    try {
      return spki.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The first certificate of the way that is not valid at this moment; null where all are. */
  @Nullable X509CertificateHolder outOfDate(Instant at) {
    Date date = Date.from(at);
    return steps.stream().filter(each -> !each.isValidOn(date)).findFirst().orElse(null);
  }

  /** SHA-256 of the given key that the way ends in. */
  String fingerprint() {
    return Digests.sha256(encoded(steps.getLast().getSubjectPublicKeyInfo()));
  }

  /** Who the way ends in. */
  String anchor() {
    return steps.getLast().getSubject().toString();
  }
}
