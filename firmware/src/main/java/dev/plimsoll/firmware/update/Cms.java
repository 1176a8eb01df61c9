package dev.plimsoll.firmware.update;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Cryptographic Message Syntax (RFC 5652; its older form is PKCS #7): signed data, its content
 * inside or beside it.
 *
 * @param signed null where it is encrypted data
 * @param origin the bytes it was read from, for places
 */
record Cms(@Nullable SignedData signed, Slice origin) {
  private static final int MAX_SIZE = 1 << 20;
  private static final int MAX_CERTIFICATES = 32;
  private static final int MAX_SIGNERS = 8;
  private static final byte[] SIGNED_DATA = {
    0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
  };

  /** Whether it begins as signed data does, in DER, BER or PEM. */
  static boolean isOne(Slice file) {
    if (file.has(0, "-----BEGIN PKCS7-----") || file.has(0, "-----BEGIN CMS-----")) {
      return true;
    }
    if (file.size() < 32 || file.u8(0) != 0x30) {
      return false;
    }
    int length = file.u8(1);
    return file.has(length <= 0x80 ? 2 : 2L + (length & 0x0f), SIGNED_DATA);
  }

  /**
   * @throws Malformed where it is no CMS, or holds more certificates or signers than any package
   *     needs
   */
  static Cms parse(Slice file) {
    if (file.size() > MAX_SIZE) {
      throw file.malformed(0, "has a CMS of " + file.size() + " bytes");
    }
    try {
      byte[] der = file.has(0, "-----BEGIN ") ? unarmoured(file.text()) : file.bytes();
      ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
      if (info.getContentType().equals(CMSObjectIdentifiers.envelopedData)
          || info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
        return new Cms(null, file);
      }
      Cms cms = new Cms(SignedData.getInstance(info.getContent()), file);
      cms.bound();
      return cms;
    } catch (IOException | IllegalArgumentException | ClassCastException | StackOverflowError e) {
      throw file.malformed(0, "holds a CMS that cannot be read");
    }
  }

  private static byte[] unarmoured(String text) {
    int begin = text.indexOf('\n');
    int end = text.indexOf("-----END");
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("armour");
    }
    return Base64.getMimeDecoder().decode(text.substring(begin, end));
  }

  private void bound() {
    ASN1Set certificates = signed == null ? null : signed.getCertificates();
    if (certificates != null && certificates.size() > MAX_CERTIFICATES) {
      throw origin.malformed(0, "holds a CMS with " + certificates.size() + " certificates");
    }
    if (signed != null && signed.getSignerInfos().size() > MAX_SIGNERS) {
      throw origin.malformed(0, "holds a CMS with " + signed.getSignerInfos().size() + " signers");
    }
  }

  boolean isEncrypted() {
    return signed == null;
  }

  /** What it carries inside; null where its content lies beside it. */
  byte @Nullable [] content() {
    return signed != null
            && signed.getEncapContentInfo().getContent() instanceof ASN1OctetString octets
        ? octets.getOctets()
        : null;
  }

  /** The best of its signatures over this data. */
  SignatureResult verify(Covered data, Trial trial) {
    List<SignatureResult> results = new ArrayList<>();
    if (signed != null) {
      for (var each : signed.getSignerInfos()) {
        results.add(verify(signed, SignerInfo.getInstance(each), data, trial));
      }
    }
    return results.isEmpty()
        ? SignatureResult.wrong("CMS", "the CMS holds no signature")
        : SignatureResult.best(results);
  }

  private static SignatureResult verify(
      SignedData signed, SignerInfo signer, Covered data, Trial trial) {
    List<X509CertificateHolder> carried = certificates(signed);
    List<X509CertificateHolder> known = new ArrayList<>(carried);
    known.addAll(trial.anchors().certificates());
    X509CertificateHolder leaf =
        known.stream().filter(each -> isSigner(signer.getSID(), each)).findFirst().orElse(null);
    String digest = SignatureScheme.hash(signer.getDigestAlgorithm().getAlgorithm());
    SignatureScheme scheme = SignatureScheme.of(signer.getDigestEncryptionAlgorithm(), digest);
    if (leaf == null) {
      return SignatureResult.noKey("CMS", "the certificate of the signer is not there");
    }
    AsymmetricKeyParameter key = CertificatePath.key(leaf.getSubjectPublicKeyInfo());
    if (key == null || digest == null || scheme == null) {
      return SignatureResult.noKey("CMS", "its kind of signature is not known here");
    }
    String algorithm = "CMS " + KeyMath.describe(key) + "/" + scheme.hash();
    if (!holds(signed, signer, digest, scheme, key, data)) {
      return SignatureResult.wrong(
          algorithm, "the signature does not fit what it is said to cover");
    }
    return anchored(leaf, carried, key, weakerOf(digest, scheme.hash()), algorithm, trial);
  }

  private static String weakerOf(String one, String other) {
    return Hashes.isBroken(one) ? one : other;
  }

  private static SignatureResult anchored(
      X509CertificateHolder leaf,
      List<X509CertificateHolder> carried,
      AsymmetricKeyParameter key,
      String hash,
      String algorithm,
      Trial trial) {
    if (!AnchorParser.signsData(leaf)) {
      return SignatureResult.wrong(algorithm, "the signer's certificate is not for signing data");
    }
    CertificatePath path = CertificatePath.find(leaf, carried, trial.anchors());
    if (path == null) {
      String why =
          "it is signed by " + leaf.getSubject() + ", which no given certificate vouches for";
      return trial.anchors().certificates().isEmpty()
          ? SignatureResult.noKey(algorithm, why)
          : SignatureResult.stranger(algorithm, why);
    }
    String weakness = KeyMath.weakness(key, hash);
    weakness = weakness != null ? weakness : path.weakness();
    X509CertificateHolder late = path.outOfDate(trial.at());
    if (late != null) {
      return SignatureResult.expired(
          algorithm,
          weakness,
          path.fingerprint(),
          "the certificate "
              + late.getSubject()
              + " was valid until "
              + late.getNotAfter().toInstant()
              + " only");
    }
    return SignatureResult.verified(algorithm, weakness, path.fingerprint(), path.anchor());
  }

  /** Whether digest, signed attributes and signature belong together (RFC 5652, section 5.4). */
  private static boolean holds(
      SignedData signed,
      SignerInfo signer,
      String digest,
      SignatureScheme scheme,
      AsymmetricKeyParameter key,
      Covered data) {
    if (data.size() == 0) {
      return false;
    }
    byte[] signature = signer.getEncryptedDigest().getOctets();
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    if (attributes == null) {
      return scheme.verifies(key, signature, data);
    }
    ASN1ObjectIdentifier type = signed.getEncapContentInfo().getContentType();
    try {
      return attributesHold(new AttributeTable(attributes), type, data.digest(digest))
          && scheme.verifies(key, signature, Covered.of(attributes.getEncoded(ASN1Encoding.DER)));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean attributesHold(
      AttributeTable table, ASN1ObjectIdentifier type, byte[] digest) {
    Attribute contentType = single(table, CMSAttributes.contentType);
    Attribute messageDigest = single(table, CMSAttributes.messageDigest);
    return contentType != null
        && messageDigest != null
        && contentType.getAttrValues().getObjectAt(0).equals(type)
        && messageDigest.getAttrValues().getObjectAt(0) instanceof ASN1OctetString said
        && MessageDigest.isEqual(said.getOctets(), digest);
  }

  private static @Nullable Attribute single(AttributeTable table, ASN1ObjectIdentifier oid) {
    if (table.getAll(oid).size() != 1) {
      return null;
    }
    Attribute attribute = table.get(oid);
    return attribute.getAttrValues().size() == 1 ? attribute : null;
  }

  private static boolean isSigner(SignerIdentifier id, X509CertificateHolder certificate) {
    if (id.getId() instanceof IssuerAndSerialNumber serial) {
      return serial.getName().equals(certificate.getIssuer())
          && serial.getSerialNumber().getValue().equals(certificate.getSerialNumber());
    }
    SubjectKeyIdentifier carried = SubjectKeyIdentifier.fromExtensions(certificate.getExtensions());
    return carried != null
        && id.getId() instanceof ASN1OctetString wanted
        && MessageDigest.isEqual(carried.getKeyIdentifier(), wanted.getOctets());
  }

  private static List<X509CertificateHolder> certificates(SignedData signed) {
    List<X509CertificateHolder> found = new ArrayList<>();
    if (signed.getCertificates() != null) {
      for (var each : signed.getCertificates()) {
        found.add(new X509CertificateHolder(Certificate.getInstance(each)));
      }
    }
    return found;
  }
}
