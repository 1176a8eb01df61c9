package dev.plimsoll.firmware.update;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** The bytes that a signature was made over: one run, or several one after the other. */
final class Covered {
  private final List<Slice> parts;
  private final Map<String, byte[]> digests = new HashMap<>();

  private Covered(List<Slice> parts) {
    this.parts = List.copyOf(parts);
  }

  static Covered of(Slice... parts) {
    return new Covered(List.of(parts));
  }

  static Covered of(List<Slice> parts) {
    return new Covered(parts);
  }

  static Covered of(byte[] bytes) {
    return of(Slice.of(bytes, "", null));
  }

  long size() {
    return parts.stream().mapToLong(Slice::size).sum();
  }

  void feed(BiConsumer<byte[], Integer> sink) {
    for (Slice part : parts) {
      part.feed(sink);
    }
  }

  /** BLAKE2b with 64 bytes of output (RFC 7693). */
  byte[] blake2b512() {
    Blake2bDigest digest = new Blake2bDigest(512);
    feed((bytes, count) -> digest.update(bytes, 0, count));
    byte[] out = new byte[64];
    digest.doFinal(out, 0);
    return out;
  }

  /** The digest over all parts by a Java name; counted once and kept. */
  byte[] digest(String algorithm) {
    if (parts.size() == 1) {
      return parts.getFirst().digest(algorithm);
    }
    return digests
        .computeIfAbsent(
            algorithm,
            name -> {
              MessageDigest digest = Hashes.newDigest(name);
              feed((bytes, count) -> digest.update(bytes, 0, count));
              return digest.digest();
            })
        .clone();
  }
}
