package dev.plimsoll.capture.recognise.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** The cipher suites of TLS by number, and what their names say of them. */
public final class Suites {
  private static final Map<Integer, String> NAMES = load();
  private static final String[] BROKEN = {
    "_NULL", "_anon_", "_EXPORT", "_RC4_", "_DES_", "_DES40_", "_3DES_", "_RC2_", "_IDEA_", "_MD5"
  };

  private static final byte[] TRAITS = readTraits();

  private Suites() {}

  private static Map<Integer, String> load() {
    Map<Integer, String> names = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(Suites.class.getResourceAsStream("cipher-suites.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          names.put(HexFormat.fromHexDigits(line, 0, 4), line.substring(5));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** The IANA name of a suite; its number in hexadecimal where the registry has none. */
  public static String name(int suite) {
    String name = NAMES.get(suite);
    return name != null ? name : "0x%04X".formatted(suite);
  }

  /** Whether the registry has a suite of this number. */
  public static boolean known(int suite) {
    return NAMES.containsKey(suite);
  }

  /**
   * Whether a suite gives no confidentiality or authentication that counts: no cipher or
   * certificate, export strength, or a broken primitive (RC4, DES, 3DES, RC2, IDEA, MD5).
   */
  public static boolean broken(int suite) {
    return (traits(suite) & 1) != 0;
  }

  /** Whether the keys of a suite survive the theft of the long-term key; true for TLS 1.3. */
  public static boolean forwardSecret(int suite) {
    return (traits(suite) & 2) == 0;
  }

  /** Whether a suite uses a block cipher in CBC mode. */
  public static boolean cbc(int suite) {
    return (traits(suite) & 4) != 0;
  }

  private static int traits(int suite) {
    return suite >= 0 && suite < TRAITS.length ? TRAITS[suite] : 0;
  }

  private static byte[] readTraits() {
    byte[] traits = new byte[0x10000];
    NAMES.forEach((suite, name) ->
        traits[suite] =
            (byte)
                ((weak(name) ? 1 : 0)
                    | (forwardSecret(name) ? 0 : 2)
                    | (name.contains("_CBC_") ? 4 : 0)));
    return traits;
  }

  private static boolean weak(String name) {
    if (name.equals("TLS_SHA256_SHA256") || name.equals("TLS_SHA384_SHA384")) {
      return true; // RFC 9150: integrity alone
    }
    for (String mark : BROKEN) {
      if (name.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean forwardSecret(String name) {
    return !name.contains("_WITH_")
        || name.contains("DHE_")
        || name.contains("_anon_")
        || name.contains("ECCPWD");
  }
}
