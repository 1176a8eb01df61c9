package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Digests;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.jspecify.annotations.Nullable;

/** Recognises the public keys that a tester gives, by their content. */
final class AnchorParser {
  private static final int MAX_KEY_FILE = 1 << 20;
  private static final int MAX_BLOCKS = 64;
  private static final int NUMBERED_LENGTH = 42;

  private final List<TrustAnchors.PublicKey> keys = new ArrayList<>();
  private final List<X509CertificateHolder> certificates = new ArrayList<>();
  private final List<TrustAnchors.NumberedKey> numbered = new ArrayList<>();
  private final List<OpenPGPCertificate> openPgp = new ArrayList<>();
  private final List<byte[]> roots = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private AnchorParser() {}

  /** All keys of all files; a file without one becomes a problem. */
  static TrustAnchors parse(List<Source> sources) {
    AnchorParser parser = new AnchorParser();
    for (Source source : sources) {
      parser.take(source);
    }
    return new TrustAnchors(
        parser.keys,
        parser.certificates,
        parser.numbered,
        parser.openPgp,
        parser.roots,
        parser.problems);
  }

  private void take(Source source) {
    int before = count();
    String reason = "it holds no public key of a sort that is known";
    try {
      byte[] bytes = source.bytes(MAX_KEY_FILE);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (text.contains("PRIVATE KEY-----")) {
        reason = "it holds a private key";
      } else if (bytes.length > 0) {
        sort(bytes, text, source.name());
      }
    } catch (IOException | PGPException | RuntimeException e) {
      reason = "it cannot be read as a public key";
    }
    if (count() == before) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              reason,
              "give the vendor's public key: PEM, X.509, OpenPGP, minisign, signify or SSH"));
    }
  }

  private int count() {
    return keys.size() + numbered.size() + openPgp.size() + roots.size();
  }

  private void sort(byte[] bytes, String text, String name) throws IOException, PGPException {
    if (text.contains("-----BEGIN PGP PUBLIC KEY BLOCK-----") || isOpenPgp(bytes)) {
      openPgp.addAll(new OpenPGPKeyReader().parseCertificates(bytes));
    } else if (text.contains("-----BEGIN ")) {
      pem(text, name);
    } else if (bytes[0] == 0x30 && bytes.length > 2 && (bytes[1] & 0x80) != 0) {
      der(bytes, name);
    } else if (text.stripLeading().startsWith("{")) {
      if (text.contains("\"root\"") && text.contains("\"signatures\"")) {
        roots.add(bytes);
      }
    } else {
      lines(text, name);
    }
  }

  private static boolean isOpenPgp(byte[] bytes) {
    int tag = bytes[0] & 0xff;
    return tag == 0xc6 || (tag >= 0x98 && tag <= 0x9b);
  }

  private void pem(String text, String name) throws IOException {
    int at = 0;
    for (int block = 0; block < MAX_BLOCKS; block++) {
      int begin = text.indexOf("-----BEGIN ", at);
      int label = begin < 0 ? -1 : text.indexOf("-----", begin + 11);
      int end = label < 0 ? -1 : text.indexOf("-----END ", label);
      if (end < 0) {
        return;
      }
      byte[] der = Base64.getMimeDecoder().decode(text.substring(label + 5, end));
      der(der, name);
      at = end + 9;
    }
  }

  private void der(byte[] der, String name) throws IOException {
    X509CertificateHolder certificate = certificate(der);
    if (certificate != null) {
      certificates.add(certificate);
      add(certificate.getSubjectPublicKeyInfo(), name, signsData(certificate));
      return;
    }
    SubjectPublicKeyInfo spki;
    try {
      spki = SubjectPublicKeyInfo.getInstance(der);
    } catch (IllegalArgumentException e) {
      spki = rsa(der);
    }
    add(spki, name, true);
  }

  private static SubjectPublicKeyInfo rsa(byte[] der) throws IOException {
    return new SubjectPublicKeyInfo(
        new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
            org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.rsaEncryption,
            org.bouncycastle.asn1.DERNull.INSTANCE),
        org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(der));
  }

  static @Nullable X509CertificateHolder certificate(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Whether its key may sign data: a certificate may say that it signs certificates alone. */
  static boolean signsData(X509CertificateHolder certificate) {
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    return usage == null
        || usage.hasUsages(KeyUsage.digitalSignature)
        || usage.hasUsages(KeyUsage.nonRepudiation);
  }

  private void add(SubjectPublicKeyInfo spki, String name, boolean signsData) throws IOException {
    byte[] encoded = spki.getEncoded("DER");
    keys.add(
        new TrustAnchors.PublicKey(
            PublicKeyFactory.createKey(spki), encoded, Digests.sha256(encoded), name, signsData));
  }

  /** Keys that stand on one line: minisign, signify, usign, SSH. */
  private void lines(String text, String name) throws IOException {
    boolean minisign = false;
    for (String line : text.lines().limit(MAX_BLOCKS).toList()) {
      String stripped = line.strip();
      if (stripped.startsWith("untrusted comment:")) {
        minisign = stripped.toLowerCase(Locale.ROOT).contains("minisign");
        continue;
      }
      int ssh = sshKey(stripped);
      if (ssh >= 0) {
        ssh(stripped.substring(ssh), name);
      } else {
        number(stripped, minisign || !text.contains("untrusted comment:"), name);
      }
    }
  }

  private void number(String line, boolean minisign, String name) {
    byte[] bytes = base64(line);
    if (bytes != null && bytes.length == NUMBERED_LENGTH && bytes[0] == 'E' && bytes[1] == 'd') {
      numbered.add(
          new TrustAnchors.NumberedKey(
              HexFormat.of().formatHex(bytes, 2, 10),
              Arrays.copyOfRange(bytes, 10, NUMBERED_LENGTH),
              minisign,
              name));
    }
  }

  /** Where an SSH key begins in a line of a .pub or allowed_signers file; -1 where none does. */
  private static int sshKey(String line) {
    for (String type : List.of("ssh-ed25519 ", "ssh-rsa ", "ecdsa-sha2-nistp")) {
      int at = line.indexOf(type);
      if (at == 0 || (at > 0 && line.charAt(at - 1) == ' ')) {
        return at;
      }
    }
    return -1;
  }

  private void ssh(String entry, String name) throws IOException {
    List<String> parts = List.of(entry.split(" ", 3));
    byte[] blob = parts.size() < 2 ? null : base64(parts.get(1));
    if (blob != null) {
      AsymmetricKeyParameter key = OpenSSHPublicKeyUtil.parsePublicKey(blob);
      add(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key), name, true);
    }
  }

  /** The bytes of a Base64 text; null where it is none. */
  static byte @Nullable [] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
