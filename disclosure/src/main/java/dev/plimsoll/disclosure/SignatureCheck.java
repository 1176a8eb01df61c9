package dev.plimsoll.disclosure;

import dev.plimsoll.bytes.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whether an OpenPGP signature holds over a text, and by a key that the tester gave (RFC 9580,
 * section 5.2). Without the key, a text that was changed is still noticed by the two octets of the
 * digest that the signature carries.
 */
final class SignatureCheck {
  private static final int MOST_KEY = 1 << 20;
  private static final int MOST_SIGNATURES = 16;

  private final List<PGPPublicKeyRing> rings = new ArrayList<>();
  private final List<Source> unreadable = new ArrayList<>();
  private final boolean keysGiven;
  private final Instant now;

  SignatureCheck(List<Source> keys, Instant now) {
    this.now = now;
    this.keysGiven = !keys.isEmpty();
    for (Source key : keys) {
      if (!addRings(key)) {
        unreadable.add(key);
      }
    }
  }

  /** The given keys that are none. */
  List<Source> unreadable() {
    return unreadable;
  }

  /** Notes what speaks against the signature. */
  void check(byte[] packets, byte[] text, Rules rules) {
    List<PGPSignature> signatures = signatures(packets);
    if (signatures.isEmpty()) {
      rules.add("E-signature-armor");
      return;
    }
    List<String> known = null;
    for (PGPSignature each : signatures) {
      List<String> said = judge(each, text);
      if (said.contains("E-signature-bad")) {
        rules.add("E-signature-bad");
        return;
      }
      boolean stranger = said.contains("W-signature-unknown-key");
      known = known == null || !stranger ? said : known;
      if (!stranger) {
        break;
      }
    }
    if (known != null) {
      known.forEach(rules::add);
    }
  }

  private List<String> judge(PGPSignature signature, byte[] text) {
    List<String> said = new ArrayList<>();
    Instant made = signature.getCreationTime().toInstant();
    if (!isOfText(signature) || hasEnded(signature, made) || !digestFits(signature, text)) {
      return List.of("E-signature-bad");
    }
    if (made.isAfter(now.plusSeconds(86_400))) {
      said.add("W-signature-future");
    }
    switch (signature.getHashAlgorithm()) {
      case HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160 ->
          said.add("W-signature-weak");
      default -> {}
    }
    for (PGPPublicKeyRing ring : rings) {
      PGPPublicKey key = ring.getPublicKey(signature.getKeyID());
      if (key != null) {
        return byKey(signature, text, ring.getPublicKey(), key, said);
      }
    }
    said.add(keysGiven ? "W-signature-unknown-key" : "W-signature-unchecked");
    return said;
  }

  private List<String> byKey(
      PGPSignature signature,
      byte[] text,
      PGPPublicKey master,
      PGPPublicKey key,
      List<String> said) {
    Instant made = signature.getCreationTime().toInstant();
    if (!verifies(signature, key, text) || (!key.isMasterKey() && !maySign(master, key))) {
      return List.of("E-signature-bad");
    }
    if (made.isBefore(key.getCreationTime().toInstant())
        || ended(master, made)
        || ended(key, made)) {
      return List.of("E-signature-bad");
    }
    if (master.hasRevocation() || key.hasRevocation()) {
      said.add("W-signature-key-revoked");
    }
    if (ended(master, now) || ended(key, now)) {
      said.add("W-signature-key-expired");
    }
    return said;
  }

  private static boolean verifies(PGPSignature signature, PGPPublicKey key, byte[] text) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      signature.update(text);
      return signature.verify();
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Whether the owner of the master key bound the subkey for signing, and the subkey agrees: else
   * anybody could graft a stranger's key on (RFC 9580, section 5.2.1.8 and 5.2.1.9).
   */
  private static boolean maySign(PGPPublicKey master, PGPPublicKey key) {
    Iterator<PGPSignature> bindings = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
    boolean may = false;
    while (bindings.hasNext() && !may) {
      may = binds(bindings.next(), master, key);
    }
    return may;
  }

  private static boolean binds(PGPSignature binding, PGPPublicKey master, PGPPublicKey key) {
    try {
      PGPSignatureSubpacketVector packets = binding.getHashedSubPackets();
      binding.init(new BcPGPContentVerifierBuilderProvider(), master);
      return packets != null
          && (packets.getKeyFlags() & KeyFlags.SIGN_DATA) != 0
          && binding.verifyCertification(master, key)
          && (agrees(packets, master, key) || agrees(binding.getUnhashedSubPackets(), master, key));
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the subkey itself signed for the master key; it may say so outside the hashed part. */
  private static boolean agrees(
      @Nullable PGPSignatureSubpacketVector packets, PGPPublicKey master, PGPPublicKey key)
      throws PGPException {
    if (packets == null) {
      return false;
    }
    for (PGPSignature back : packets.getEmbeddedSignatures()) {
      back.init(new BcPGPContentVerifierBuilderProvider(), key);
      if (back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
          && back.verifyCertification(master, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfText(PGPSignature signature) {
    return signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT
        || signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT;
  }

  private boolean hasEnded(PGPSignature signature, Instant made) {
    PGPSignatureSubpacketVector packets = signature.getHashedSubPackets();
    long seconds = packets == null ? 0 : packets.getSignatureExpirationTime();
    return seconds > 0 && made.plusSeconds(seconds).isBefore(now);
  }

  private static boolean ended(PGPPublicKey key, Instant then) {
    long seconds = key.getValidSeconds();
    return seconds > 0 && key.getCreationTime().toInstant().plusSeconds(seconds).isBefore(then);
  }

  /** Whether the first two octets of the digest are those that the signature carries. */
  private static boolean digestFits(PGPSignature signature, byte[] text) {
    String name = digestName(signature.getHashAlgorithm());
    byte[] prefix = signature.getDigestPrefix();
    if (name == null || prefix == null || prefix.length < 2 || signature.getVersion() != 4) {
      return true;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      digest.update(text);
      byte[] value = digest.digest(signature.getSignatureTrailer());
      return value[0] == prefix[0] && value[1] == prefix[1];
    } catch (NoSuchAlgorithmException e) {
      return true;
    }
  }

  private static @Nullable String digestName(int algorithm) {
    return switch (algorithm) {
      case HashAlgorithmTags.SHA1 -> "SHA-1";
      case HashAlgorithmTags.SHA224 -> "SHA-224";
      case HashAlgorithmTags.SHA256 -> "SHA-256";
      case HashAlgorithmTags.SHA384 -> "SHA-384";
      case HashAlgorithmTags.SHA512 -> "SHA-512";
      case HashAlgorithmTags.MD5 -> "MD5";
      default -> null;
    };
  }

  private static List<PGPSignature> signatures(byte[] packets) {
    List<PGPSignature> found = new ArrayList<>();
    try {
      PGPObjectFactory objects = new PGPObjectFactory(packets, new BcKeyFingerprintCalculator());
      for (Object each = objects.nextObject(); each != null; each = objects.nextObject()) {
        if (!(each instanceof PGPSignatureList list)) {
          return List.of();
        }
        for (int i = 0; i < list.size() && found.size() < MOST_SIGNATURES; i++) {
          found.add(list.get(i));
        }
      }
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
    return found;
  }

  private boolean addRings(Source key) {
    int before = rings.size();
    try {
      PGPObjectFactory objects =
          new PGPObjectFactory(
              PGPUtil.getDecoderStream(new ByteArrayInputStream(key.bytes(MOST_KEY))),
              new BcKeyFingerprintCalculator());
      for (Object each = objects.nextObject(); each != null; each = objects.nextObject()) {
        if (each instanceof PGPPublicKeyRing ring) {
          rings.add(ring);
        }
      }
    } catch (IOException | RuntimeException e) {
      return rings.size() > before;
    }
    return rings.size() > before;
  }
}
