package dev.plimsoll.capture.recognise;

import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation was recognised as.
 *
 * @param protocol such as TLS, HTTP, MQTT; empty where nothing was recognised
 * @param serverName the name that the client asked for inside the protocol (TLS server name, HTTP
 *     host); null where none
 * @param deciding frame numbers that decide; empty where the flow as a whole does
 * @param excerpt readable bytes with secrets redacted; null where nothing reads
 * @param settled whether more bytes cannot change it, so that the flow need keep none
 */
public record Recognition(
    String protocol,
    Protection protection,
    Basis basis,
    @Nullable String version,
    @Nullable String cipher,
    List<String> findings,
    @Nullable String serverName,
    List<Long> deciding,
    @Nullable String excerpt,
    boolean settled) {

  /** Nothing shows what it is. */
  public static final Recognition UNKNOWN =
      new Recognition(
          "",
          Protection.UNKNOWN,
          Basis.ASSUMED,
          null,
          null,
          List.of(),
          null,
          List.of(),
          null,
          false);

  public Recognition {
    findings = List.copyOf(findings);
    deciding = List.copyOf(deciding);
  }
}
