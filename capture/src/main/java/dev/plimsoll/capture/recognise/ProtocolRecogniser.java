package dev.plimsoll.capture.recognise;

import dev.plimsoll.capture.recognise.industrial.BuildingDialect;
import dev.plimsoll.capture.recognise.industrial.MeterDialect;
import dev.plimsoll.capture.recognise.industrial.PlantDialect;
import dev.plimsoll.capture.recognise.industrial.TpktDialect;
import dev.plimsoll.capture.recognise.iot.CoapDialect;
import dev.plimsoll.capture.recognise.iot.HomeDialect;
import dev.plimsoll.capture.recognise.iot.MatterDialect;
import dev.plimsoll.capture.recognise.iot.MqttDialect;
import dev.plimsoll.capture.recognise.names.DiscoveryDialect;
import dev.plimsoll.capture.recognise.names.DnsDialect;
import dev.plimsoll.capture.recognise.names.JoinDialect;
import dev.plimsoll.capture.recognise.names.RoutingDialect;
import dev.plimsoll.capture.recognise.names.StunDialect;
import dev.plimsoll.capture.recognise.quic.QuicDialect;
import dev.plimsoll.capture.recognise.service.DatabaseDialect;
import dev.plimsoll.capture.recognise.service.DirectoryDialect;
import dev.plimsoll.capture.recognise.service.FileDialect;
import dev.plimsoll.capture.recognise.service.ManagementDialect;
import dev.plimsoll.capture.recognise.service.MediaDialect;
import dev.plimsoll.capture.recognise.service.MessagingDialect;
import dev.plimsoll.capture.recognise.service.ProxyDialect;
import dev.plimsoll.capture.recognise.service.RemoteDialect;
import dev.plimsoll.capture.recognise.text.DisguisedTextDialect;
import dev.plimsoll.capture.recognise.text.Excerpt;
import dev.plimsoll.capture.recognise.text.HttpDialect;
import dev.plimsoll.capture.recognise.text.LineDialect;
import dev.plimsoll.capture.recognise.text.TelnetDialect;
import dev.plimsoll.capture.recognise.text.TextDialect;
import dev.plimsoll.capture.recognise.text.TextTest;
import dev.plimsoll.capture.recognise.text.WebSocketDialect;
import dev.plimsoll.capture.recognise.tls.CarriedDialect;
import dev.plimsoll.capture.recognise.tls.DtlsDialect;
import dev.plimsoll.capture.recognise.tls.TlsDialect;
import dev.plimsoll.capture.recognise.tunnel.MessengerDialect;
import dev.plimsoll.capture.recognise.tunnel.OpenVpnDialect;
import dev.plimsoll.capture.recognise.tunnel.SshDialect;
import dev.plimsoll.capture.recognise.tunnel.VpnDialect;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a conversation speaks, by its content and never by its port.
 *
 * <p>Exact formats come first, then what needs both directions or many messages, then what only
 * reads as text, then bytes that are no ciphertext. What none of them shows stays unknown.
 */
public final class ProtocolRecogniser implements Recogniser {
  private static final int READABLE = 200;

  private static final List<Dialect> STREAM =
      List.of(
          new TlsDialect(),
          new HttpDialect(),
          new MqttDialect(),
          new WebSocketDialect(),
          new SshDialect(),
          new ProxyDialect(),
          new LineDialect(),
          new HomeDialect(),
          new TelnetDialect(),
          new RoutingDialect(),
          new DnsDialect(),
          new StunDialect(),
          new DiscoveryDialect(),
          new TpktDialect(),
          new OpenVpnDialect(),
          new MessengerDialect(),
          new DatabaseDialect(),
          new DirectoryDialect(),
          new FileDialect(),
          new MessagingDialect(),
          new RemoteDialect(),
          new MediaDialect(),
          new ManagementDialect(),
          new PlantDialect(),
          new BuildingDialect(),
          new MeterDialect(),
          new TextDialect(),
          new DisguisedTextDialect(),
          new BytesDialect());

  private static final List<Dialect> DATAGRAM =
      List.of(
          new QuicDialect(),
          new DtlsDialect(),
          new JoinDialect(),
          new HttpDialect(),
          new StunDialect(),
          new DnsDialect(),
          new DiscoveryDialect(),
          new RoutingDialect(),
          new HomeDialect(),
          new VpnDialect(),
          new OpenVpnDialect(),
          new MatterDialect(),
          new BuildingDialect(),
          new PlantDialect(),
          new MeterDialect(),
          new ManagementDialect(),
          new DirectoryDialect(),
          new RemoteDialect(),
          new FileDialect(),
          new MessagingDialect(),
          new MediaDialect(),
          new CoapDialect(),
          new MessengerDialect(),
          new CarriedDialect(),
          new TextDialect(),
          new DisguisedTextDialect(),
          new BytesDialect());

  /** Makes a recogniser; it keeps nothing. */
  public ProtocolRecogniser() {}

  @Override
  public Recognition recognise(Conversation conversation) {
    int protocol = conversation.ipProtocol();
    if (protocol != 6 && protocol != 17) {
      return IpProtocols.recognise(protocol, conversation);
    }
    Talk talk = new Talk(conversation);
    if (talk.first().isEmpty()) {
      return Recognition.UNKNOWN;
    }
    for (Dialect dialect : talk.stream() ? STREAM : DATAGRAM) {
      Recognition recognition = dialect.recognise(talk);
      if (recognition != null && !contradicted(talk, recognition)) {
        return shown(talk, recognition);
      }
    }
    return Recognition.UNKNOWN;
  }

  /**
   * Whether it is called encrypted although its first bytes read, with no upgrade that explains it.
   */
  private static boolean contradicted(Talk talk, Recognition recognition) {
    return recognition.protection() == Protection.ENCRYPTED
        && !recognition.protocol().equals("SSH")
        && !recognition.findings().contains("starttls")
        && !recognition.findings().contains("proxied")
        && TextTest.readable(talk.first().slice(0, READABLE));
  }

  private static Recognition shown(Talk talk, Recognition recognition) {
    boolean last = recognition.settled() || talk.complete();
    boolean reads = recognition.protection() == Protection.CLEARTEXT && last;
    String excerpt = reads ? Excerpt.of(talk) : null;
    return excerpt == null ? recognition : with(recognition, excerpt);
  }

  private static Recognition with(Recognition recognition, @Nullable String excerpt) {
    return new Recognition(
        recognition.protocol(),
        recognition.protection(),
        recognition.basis(),
        recognition.version(),
        recognition.cipher(),
        recognition.findings(),
        recognition.serverName(),
        recognition.deciding(),
        excerpt,
        recognition.settled());
  }
}
