package dev.plimsoll.capture.radio.wpan;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ZigbeeCipherTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Vector of the Zigbee Specification, C.5.1. */
  @Test
  void hashesTheVectorOfTheSpecification() throws GeneralSecurityException {
    assertThat(HEX.formatHex(ZigbeeCipher.hash(new byte[] {(byte) 0xc0})))
        .isEqualTo("ae3a102a28d43ee0d4a09e22788b206c");
  }

  @Test
  void derivesTheKeyThatKeysAreSentUnder() throws GeneralSecurityException {
    assertThat(HEX.formatHex(ZigbeeCipher.transportKey(ZigbeeCipher.PUBLISHED_LINK_KEY)))
        .isEqualTo("4bab0f173e1434a2d572e1c1ef478782");
  }

  /** Sealed by the AES-CCM of another program, with a checksum of four bytes. */
  @Test
  void opensWhatAnotherProgramSealed() throws GeneralSecurityException {
    byte[] sealed =
        HEX.parseHex(
            "3b3a2b55977d9428805b46786f3b5145f6456cbcb00704de3a22581e1091eabe99dd814ce627eb");
    byte[] key = ZigbeeCipher.transportKey(ZigbeeCipher.PUBLISHED_LINK_KEY);
    byte[] nonce = HEX.parseHex("01020304050607082a00000015");
    byte[] header = HEX.parseHex("2100152a000000");
    assertThat(HEX.formatHex(ZigbeeCipher.open(key, nonce, header, sealed)))
        .isEqualTo("0501000102030405060708090a0b0c0d0e0f0011121314151617180102030405060708");
    sealed[3] ^= 1;
    assertThat(ZigbeeCipher.open(key, nonce, header, sealed)).isNull();
  }
}
