package dev.plimsoll.capture.recognise.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capture.recognise.ProtocolRecogniser;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Talks;
import dev.plimsoll.model.observation.Flow.Basis;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The sample packets of RFC 9001, appendix A. */
class QuicVectorTest {
  /** A.2: the CRYPTO frame of the client; padding fills the rest of 1162 bytes. */
  private static final String FRAME =
      """
      060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e868
      04fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578
      616d706c652e636f6dff01000100000a00080006001d00170018001000070005
      04616c706e000500050100000000003300260024001d00209370b2c9caa47fba
      baf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b000302030400
      0d0010000e0403050306030203080408050806002d00020101001c0002400100
      3900320408ffffffffffffffff05048000ffff07048000ffff08011001048000
      75300901100f088394c8f03e51570806048000ffff
      """;

  private static final byte[] CONNECTION = Talks.hex("8394c8f03e515708");
  private static final byte[] SALT = Talks.hex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");

  /** The packet of A.2, made with the keys that A.1 prints and compared with what A.2 prints. */
  private static byte[] sample() throws Exception {
    byte[] header = Talks.hex("c300000001088394c8f03e5157080000449e00000002");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = Talks.hex("fa044b2f42a3fd3b46fb255e");
    SecretKeySpec key = new SecretKeySpec(Talks.hex("1f369613dd76d5467730efcbe3b1a22d"), "AES");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header);
    byte[] body = cipher.doFinal(Arrays.copyOf(Talks.hex(FRAME), 1162));
    byte[] packet = Talks.join(Talks.hex("c000000001088394c8f03e5157080000449e7b9aec34"), body);
    assertThat(Arrays.copyOfRange(packet, 22, 38))
        .isEqualTo(Talks.hex("d1b1c98dd7689fb8ec11d242b123dc9b"));
    assertThat(Arrays.copyOfRange(packet, 1184, 1200))
        .isEqualTo(Talks.hex("e221af44860018ab0856972e194cd934"));
    return packet;
  }

  @Test
  void derivesTheHeaderKeyOfTheClient() throws Exception {
    assertThat(InitialKeys.client(SALT, CONNECTION, false).headerKey())
        .isEqualTo(Talks.hex("9f50449e04a0e810283a1e9933adedd2"));
  }

  @Test
  void readsTheHelloInsideTheInitialPacket() throws Exception {
    Recognition said = new ProtocolRecogniser().recognise(Talks.datagrams(sample()));
    assertThat(said.protocol()).isEqualTo("QUIC");
    assertThat(said.protection()).isEqualTo(Protection.ENCRYPTED);
    assertThat(said.basis()).isEqualTo(Basis.PROVEN);
    assertThat(said.version()).isEqualTo("QUIC 1");
    assertThat(said.serverName()).isEqualTo("example.com");
    assertThat(said.settled()).isTrue();
  }

  @Test
  void readsTheNameWhereTheCaptureCutThePacket() throws Exception {
    byte[] kept = Arrays.copyOf(sample(), 400);
    var message = Talks.datagrams(kept).messages().getFirst();
    byte[] frames =
        InitialKeys.client(SALT, CONNECTION, false).open(message.data(), 18, 1182, kept.length);
    assertThat(frames).startsWith(Talks.hex("060040f1010000ed0303ebf8fa56"));
  }

  @Test
  void doesNotOpenAPacketThatWasTouched() throws Exception {
    byte[] packet = sample();
    packet[600] ^= 1;
    byte[] frames =
        InitialKeys.client(SALT, CONNECTION, false).open(packet, 18, 1182, packet.length);
    assertThat(frames).isNull();
  }

  @Test
  void versionNegotiationAloneProvesNothing() {
    byte[] packet = Talks.hex("80 00000000 00 08f067a5502a4262b5 00000001 6b3343cf");
    Recognition said = new ProtocolRecogniser().recognise(Talks.datagrams(packet));
    assertThat(said.protocol()).isEqualTo("QUIC");
    assertThat(said.protection()).isEqualTo(Protection.UNKNOWN);
  }
}
