package dev.plimsoll.components.versions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * How the versions of an ecosystem compare. There is no comparison of last resort: where the scheme
 * is not known, nothing is said about which version is newer.
 */
public enum VersionScheme implements Comparator<String> {
  /** Debian and Ubuntu packages (Debian Policy, section 5.6.12). */
  DEB("deb") {
    @Override
    public int compare(String one, String other) {
      return DebianVersions.compare(one, other);
    }
  },
  /** OpenWrt and Yocto packages of opkg, which compare as those of Debian do. */
  OPKG("opkg") {
    @Override
    public int compare(String one, String other) {
      return DebianVersions.compare(one, other);
    }
  },
  /** RPM packages: epoch, version and release (rpmvercmp, with tilde and caret). */
  RPM("rpm") {
    @Override
    public int compare(String one, String other) {
      return RpmVersions.compare(one, other);
    }
  },
  /** Semantic versions 2.0.0 (semver.org, section 11); build metadata does not count. */
  SEMVER("semver") {
    @Override
    public int compare(String one, String other) {
      return SemanticVersions.compare(one, other);
    }
  },
  /**
   * OpenSSL: up to 1.1.1 a letter counts patches, with za after z; from 3.0 on semantic versions.
   */
  OPENSSL("openssl") {
    @Override
    public int compare(String one, String other) {
      return OpensslVersions.compare(one, other);
    }
  };

  private final String id;

  VersionScheme(String id) {
    this.id = id;
  }

  /** The stable name: the package URL type where there is one. */
  public String id() {
    return id;
  }

  /** The scheme of this name; empty where there is none here. */
  public static Optional<VersionScheme> of(String id) {
    return Arrays.stream(values()).filter(scheme -> scheme.id.equals(id)).findFirst();
  }
}
