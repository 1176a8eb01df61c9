package dev.plimsoll.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an artefact is. The id is what stands behind {@code as:} in a dossier and behind {@code
 * --as}.
 */
public enum Kind {
  /** Network traffic: pcap or pcapng. */
  CAPTURE("capture", Strength.OBSERVED),
  /** Bluetooth traffic with pairing: btsnoop, pcap or pcapng. */
  BLUETOOTH("bluetooth", Strength.OBSERVED),
  /** An update package as the product would install it. */
  UPDATE("update", Strength.OBSERVED),
  /** A firmware image. */
  FIRMWARE("firmware", Strength.OBSERVED),
  /** An unpacked root file system: a folder or a tar archive. */
  ROOTFS("rootfs", Strength.OBSERVED),
  /** What is printed on the labels of several units: CSV with serial, mac, ssid, password. */
  UNITS("units", Strength.TESTED),
  /** A security.txt file as it was served. */
  SECURITY_TXT("security.txt", Strength.OBSERVED),
  /** A component list: CycloneDX or SPDX. */
  SBOM("sbom", Strength.DOCUMENTED),
  /** A security advisory in the Common Security Advisory Framework. */
  CSAF("csaf", Strength.DOCUMENTED),
  /** A privacy policy: HTML or text. */
  PRIVACY_POLICY("privacy-policy", Strength.DOCUMENTED),
  /** A page on which the vendor says how it deals with reports of vulnerabilities. */
  DISCLOSURE_POLICY("disclosure-policy", Strength.DOCUMENTED),
  /** Any other public document of the vendor, read for support dates. */
  STATEMENT("statement", Strength.DOCUMENTED),
  /** The record of a test that a person carried out: YAML. */
  RECORD("record", Strength.TESTED),
  /** A public key that others are verified with. */
  KEY("key", Strength.DOCUMENTED),
  /** A photo or note that a record points at. Kept by digest, not read. */
  ATTACHMENT("attachment", Strength.DECLARED);

  private final String id;
  private final Strength strength;

  Kind(String id, Strength strength) {
    this.id = id;
    this.strength = strength;
  }

  /** The stable name. */
  public String id() {
    return id;
  }

  /** How much an artefact of this kind can carry at most, before its scope is looked at. */
  public Strength strength() {
    return strength;
  }

  /** The kind of this id; empty where there is none. */
  public static Optional<Kind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** All ids, for a message that names the choices. */
  public static String choices() {
    return Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "));
  }
}
