package dev.plimsoll.model.observation;

import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A conversation between two ends of a network, in both directions.
 *
 * @param place the frames that decide the recognition; the first and last frame of the flow where
 *     none stands out
 * @param transport TCP, UDP, ICMP or another name of the IP protocol
 * @param client the end that spoke first, or that opened the connection
 * @param name what the server end is called, by the DNS answers of the capture or the TLS server
 *     name
 * @param vlan VLAN id; null without a tag
 * @param packets frames, both directions
 * @param bytes bytes of those frames as captured
 * @param payload bytes above the transport header
 * @param first time of the first frame
 * @param last time of the last frame
 * @param protocol what is spoken, such as TLS or HTTP; empty where not recognised
 * @param protection what the bytes say of confidentiality
 * @param basis how that is known
 * @param version negotiated version, such as TLS 1.2; null where none was seen
 * @param cipher negotiated suite by its IANA name; null where none was seen
 * @param findings short codes, such as no_fs, self_signed, credentials; sorted
 * @param excerpt readable bytes in their order, with secrets redacted; null where nothing reads
 */
public record Flow(
    Place place,
    String transport,
    End client,
    End server,
    @Nullable String name,
    @Nullable Integer vlan,
    long packets,
    long bytes,
    long payload,
    Instant first,
    Instant last,
    String protocol,
    Protection protection,
    Basis basis,
    @Nullable String version,
    @Nullable String cipher,
    List<String> findings,
    @Nullable String excerpt)
    implements Observation {

  public Flow {
    findings = List.copyOf(findings);
  }

  /**
   * One end of a flow.
   *
   * @param address IP address in its canonical text form, or a hardware address where there is no
   *     IP
   * @param port port number; -1 where the transport has none
   * @param mac hardware address of the frames' sender at this end, lower case with colons; null
   *     where the link has none
   */
  public record End(String address, int port, @Nullable String mac) {}

  /** What the bytes of a flow say of its confidentiality. */
  public enum Protection {
    /** Confidential and authenticated, of a current version. */
    ENCRYPTED,
    /** Encrypted by a version that is withdrawn but not open to everybody, such as TLS 1.0. */
    OBSOLETE,
    /** Encryption in name only: no cipher, a broken one, a published key, obfuscation. */
    BROKEN,
    /** Readable. */
    CLEARTEXT,
    /** Needed to join or find the network: DNS, DHCP, NTP and the like. */
    INFRASTRUCTURE,
    /** Nothing shows what it is. */
    UNKNOWN;

    /** The label of the flow table: OBSOLETE and BROKEN are both WEAK there. */
    public String label() {
      return this == OBSOLETE || this == BROKEN ? "WEAK" : name();
    }

    /** The name in machine-readable output. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the protection is known. */
  public enum Basis {
    /** By a handshake seen, a decoder that fits or bytes that read. */
    PROVEN,
    /** By statistics, or by a message in the middle of a conversation. */
    INFERRED,
    /** By a number or a name alone. Never enough for a pass. */
    ASSUMED
  }
}
