package dev.plimsoll.credentials.crypt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A stored password hash of a known kind.
 *
 * <p>Kinds: descrypt (13 characters), md5crypt ($1$), apr1 ($apr1$), bcrypt ($2a$, $2b$, $2x$ left
 * out, $2y$), nthash ($3$), sha256crypt ($5$), sha512crypt ($6$), scrypt ($7$), yescrypt ($y$);
 * crypt(5) of libxcrypt describes each.
 */
public sealed interface StoredHash
    permits DesCrypt, Md5Crypt, ShaCrypt, Bcrypt, NtHash, Scrypt, Yescrypt {

  /** Name of the kind, such as md5crypt. */
  String scheme();

  /** Whether this is the hash of the password. */
  boolean fits(byte[] password);

  /** What one try costs, in microseconds of an ordinary core: a rough and fixed figure. */
  long cost();

  /** Whether this is the hash of the password, in UTF-8. */
  default boolean fits(String password) {
    return fits(password.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash that the text is; empty where it is none of a known kind, or damaged. */
  static Optional<StoredHash> parse(String text) {
    try {
      return Optional.ofNullable(read(text));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static @org.jspecify.annotations.Nullable StoredHash read(String text) {
    if (text.startsWith("$1$") || text.startsWith("$apr1$")) {
      return Md5Crypt.read(text);
    }
    if (text.startsWith("$5$") || text.startsWith("$6$")) {
      return ShaCrypt.read(text);
    }
    if (text.startsWith("$2a$") || text.startsWith("$2b$") || text.startsWith("$2y$")) {
      return Bcrypt.read(text);
    }
    if (text.startsWith("$3$")) {
      return NtHash.read(text);
    }
    if (text.startsWith("$7$")) {
      return Scrypt.read(text);
    }
    if (text.startsWith("$y$")) {
      return Yescrypt.read(text);
    }
    return text.length() == 13 && Crypt64.holds(text) ? DesCrypt.read(text) : null;
  }
}
