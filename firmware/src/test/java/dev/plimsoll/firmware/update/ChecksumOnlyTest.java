package dev.plimsoll.firmware.update;

import static dev.plimsoll.firmware.update.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.observation.UpdatePackage;
import dev.plimsoll.model.observation.UpdatePackage.Authenticity;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that only guards against accidents is ever authentic. */
class ChecksumOnlyTest {

  @Test
  void aUimageIsNeverAuthentic() {
    byte[] image = uimage("linux-5.4.0", new byte[] {1, 2, 3, 4});
    UpdatePackage found = read(Source.of("fw.bin", image), List.of(), List.of());

    assertThat(found.format()).isEqualTo("uimage");
    assertThat(found.signed()).isFalse();
    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.version()).isEqualTo("5.4.0");
    assertThat(found.reason()).doesNotContain("not even fit");

    image[66] ^= 1;
    UpdatePackage broken = read(Source.of("fw.bin", image), List.of(), List.of());
    assertThat(broken.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(broken.reason()).contains("not even fit");
  }

  @Test
  void aTrxIsNeverAuthentic() {
    UpdatePackage found = read(Source.of("fw.trx", trx(new byte[100])), List.of(), List.of());

    assertThat(found.format()).isEqualTo("trx");
    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
    assertThat(found.reason()).doesNotContain("not even fit");
  }

  @Test
  void aLengthBeyondTheFileIsRefusedWithItsPlace() {
    byte[] image = uimage("x", new byte[] {1, 2, 3, 4});
    ByteBuffer.wrap(image).putInt(12, -1);

    UpdatePackage found = read(Source.of("fw.bin", image), List.of(), List.of());

    assertThat(found.authenticity()).isEqualTo(Authenticity.OPEN);
    assertThat(found.place().first()).isEqualTo(64);
    assertThat(found.reason()).contains("4294967295 bytes wanted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d41d8cd98f00b204e9800998ecf8427e",
        "d41d8cd98f00b204e9800998ecf8427e  fw.bin\n",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709 *fw.bin\n",
        "SHA256 (fw.bin) = e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
      })
  void aChecksumFileIsNeverAuthentic(String text) {
    UpdatePackage found =
        read(
            Source.of("fw.md5", text.getBytes(StandardCharsets.UTF_8)),
            List.of(Source.of("fw.bin", new byte[0])),
            List.of());

    assertThat(found.format()).isEqualTo("checksum-file");
    assertThat(found.authenticity()).isEqualTo(Authenticity.NOT_AUTHENTIC);
  }

  @Test
  void anUnknownFormatIsOpen() {
    UpdatePackage found =
        read(
            Source.of("fw.bin", "what is this".getBytes(StandardCharsets.UTF_8)),
            List.of(),
            List.of());

    assertThat(found.authenticity()).isEqualTo(Authenticity.OPEN);
    assertThat(found.signed()).isFalse();
  }

  static byte[] uimage(String name, byte[] data) {
    ByteBuffer header = ByteBuffer.allocate(64 + data.length);
    header.putInt(0, 0x27051956).putInt(12, data.length).putInt(24, crc(data, 0, data.length));
    header.put(32, name.getBytes(StandardCharsets.US_ASCII)).put(64, data);
    header.putInt(4, crc(header.array(), 0, 64));
    return header.array();
  }

  static byte[] trx(byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(28 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(0, "HDR0".getBytes(StandardCharsets.US_ASCII)).putInt(4, 28 + data.length);
    out.putInt(12, 1 << 16).putInt(16, 28).put(28, data);
    out.putInt(8, ~crc(out.array(), 12, 16 + data.length));
    return out.array();
  }

  private static int crc(byte[] bytes, int from, int count) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, count);
    return (int) crc.getValue();
  }
}
