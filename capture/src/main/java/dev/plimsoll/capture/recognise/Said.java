package dev.plimsoll.capture.recognise;

import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A recognition in the making. Settled unless it is left open. */
public final class Said {
  private final String protocol;
  private final TreeSet<String> findings = new TreeSet<>();
  private Protection protection;
  private Basis basis;
  private @Nullable String version;
  private @Nullable String cipher;
  private @Nullable String name;
  private List<Long> deciding = List.of();
  private @Nullable String excerpt;
  private boolean settled = true;

  private Said(String protocol, Protection protection, Basis basis) {
    this.protocol = protocol;
    this.protection = protection;
    this.basis = basis;
  }

  /** Starts with the protocol, what it says of protection, and how that is known. */
  public static Said of(String protocol, Protection protection, Basis basis) {
    return new Said(protocol, protection, basis);
  }

  /** Readable, shown by a decoder that fits. */
  public static Said clear(String protocol) {
    return of(protocol, Protection.CLEARTEXT, Basis.PROVEN);
  }

  /** Needed to join or find the network, shown by a decoder that fits. */
  public static Said infrastructure(String protocol) {
    return of(protocol, Protection.INFRASTRUCTURE, Basis.PROVEN);
  }

  /** Encrypted, shown by a handshake or by framing that nothing else has. */
  public static Said encrypted(String protocol) {
    return of(protocol, Protection.ENCRYPTED, Basis.PROVEN);
  }

  /** Encryption in name only. */
  public static Said broken(String protocol) {
    return of(protocol, Protection.BROKEN, Basis.PROVEN);
  }

  /** Encryption that is withdrawn. */
  public static Said obsolete(String protocol) {
    return of(protocol, Protection.OBSOLETE, Basis.PROVEN);
  }

  /** A name for what is spoken, but nothing that shows whether it is protected. */
  public static Said named(String protocol) {
    return of(protocol, Protection.UNKNOWN, Basis.INFERRED);
  }

  /** Changes the protection. */
  public Said protection(Protection other) {
    protection = other;
    return this;
  }

  /** Changes how it is known. */
  public Said basis(Basis other) {
    basis = other;
    return this;
  }

  /** The version negotiated or spoken. */
  public Said version(@Nullable String what) {
    version = what;
    return this;
  }

  /** The suite negotiated. */
  public Said cipher(@Nullable String what) {
    cipher = what;
    return this;
  }

  /** Adds a finding. */
  public Said finding(String code) {
    findings.add(code);
    return this;
  }

  /** Adds a finding where a condition holds. */
  public Said findingIf(boolean condition, String code) {
    if (condition) {
      findings.add(code);
    }
    return this;
  }

  /** Adds findings. */
  public Said findings(Collection<String> codes) {
    findings.addAll(codes);
    return this;
  }

  /** The name that the client asked for. */
  public Said name(@Nullable String what) {
    name = what == null || what.isEmpty() ? null : what;
    return this;
  }

  /** Frames that decide. */
  public Said frames(List<Long> frames) {
    deciding = frames;
    return this;
  }

  /** Readable bytes, redacted. */
  public Said excerpt(@Nullable String what) {
    excerpt = what;
    return this;
  }

  /** More bytes may change it. */
  public Said open() {
    settled = false;
    return this;
  }

  /** More bytes may change it where the condition holds. */
  public Said openIf(boolean condition) {
    settled &= !condition;
    return this;
  }

  /** The recognition. */
  public Recognition build() {
    return new Recognition(
        protocol,
        protection,
        basis,
        version,
        cipher,
        List.copyOf(findings),
        name,
        deciding,
        excerpt,
        settled);
  }
}
