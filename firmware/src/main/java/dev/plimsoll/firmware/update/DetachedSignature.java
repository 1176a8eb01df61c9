package dev.plimsoll.firmware.update;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signature in a file of its own, recognised by its content. */
interface DetachedSignature {

  /** Such as minisign or openpgp. */
  String format();

  SignatureResult verify(Covered data, Trial trial);

  /** The file that it says it was made over; null where it does not say. */
  default @Nullable String madeOver() {
    return null;
  }

  /** The version that it vouches for; null where it names none. */
  default @Nullable String version() {
    return null;
  }

  /** The signature in this file; null where it holds none of a known sort. */
  static @Nullable DetachedSignature of(Slice file) {
    NumberedSignature numbered =
        file.has(0, "untrusted comment:") ? NumberedSignature.parse(file) : null;
    if (numbered != null) {
      return new Numbered(numbered);
    }
    if (OpenPgp.isSignature(file)) {
      return new Pgp(file);
    }
    if (SshSignature.isOne(file)) {
      return new Ssh(SshSignature.parse(file));
    }
    if (file.size() < MAX_CMS && Cms.isOne(file)) {
      Cms cms = Cms.parse(file);
      return cms.content() == null ? new Pkcs(cms) : null;
    }
    return RawSignature.inBase64(file);
  }

  /** Most bytes of a CMS that lies beside its package. */
  int MAX_CMS = 1 << 20;

  /** Endings of names that signatures beside a package bear. */
  List<String> ENDINGS =
      List.of(
          ".minisig",
          ".sig",
          ".asc",
          ".gpg",
          ".p7s",
          ".p7",
          ".cms",
          ".sign",
          ".signature",
          ".sshsig",
          ".der");

  /** Of OpenSSH. */
  record Ssh(SshSignature signature) implements DetachedSignature {
    @Override
    public String format() {
      return "sshsig";
    }

    @Override
    public SignatureResult verify(Covered data, Trial trial) {
      return signature.verify(data, trial.anchors());
    }
  }

  /** Of CMS with its content beside it. */
  record Pkcs(Cms cms) implements DetachedSignature {
    @Override
    public String format() {
      return "cms";
    }

    @Override
    public SignatureResult verify(Covered data, Trial trial) {
      return cms.verify(data, trial);
    }
  }

  /** Of minisign, signify or usign. */
  record Numbered(NumberedSignature signature) implements DetachedSignature {
    @Override
    public String format() {
      return signature.format();
    }

    @Override
    public SignatureResult verify(Covered data, Trial trial) {
      return signature.verify(data, trial.anchors());
    }

    @Override
    public @Nullable String madeOver() {
      return signature.said("file:");
    }

    @Override
    public @Nullable String version() {
      return signature.said("version:");
    }
  }

  /** Of OpenPGP. */
  record Pgp(Slice file) implements DetachedSignature {
    @Override
    public String format() {
      return "openpgp";
    }

    @Override
    public SignatureResult verify(Covered data, Trial trial) {
      return OpenPgp.verify(file, data, trial.anchors());
    }
  }
}
