package dev.plimsoll.firmware.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the vectors of RFC 8032, section 7.1, and against the signer of the JDK. */
class Ed25519Test {

  @ParameterizedTest
  @CsvSource({
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void theVectorsOfTheStandardHold(String key, String message, String signature) {
    HexFormat hex = HexFormat.of();
    byte[] signed = hex.parseHex(message);
    byte[] changed = Arrays.copyOf(signed, signed.length + 1);

    assertThat(Ed25519.verifies(hex.parseHex(key), hex.parseHex(signature), Covered.of(signed)))
        .isTrue();
    assertThat(Ed25519.verifies(hex.parseHex(key), hex.parseHex(signature), Covered.of(changed)))
        .isFalse();
  }

  @Test
  void agreesWithTheJdk() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] message = new byte[random.nextInt(200_000)];
      random.nextBytes(message);
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      byte[] signature = signer.sign();
      byte[] spki = pair.getPublic().getEncoded();
      byte[] key = Arrays.copyOfRange(spki, spki.length - 32, spki.length);

      assertThat(Ed25519.verifies(key, signature, Covered.of(message))).isTrue();
      signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
      assertThat(Ed25519.verifies(key, signature, Covered.of(message))).isFalse();
    }
  }

  @Test
  void refusesKeysOfSmallOrderAndSignaturesThatAreNotReduced() {
    byte[] neutral = new byte[32];
    neutral[0] = 1;
    byte[] signature = new byte[64];
    signature[0] = 1;
    assertThat(Ed25519.verifies(neutral, signature, Covered.of(new byte[1]))).isFalse();

    HexFormat hex = HexFormat.of();
    byte[] key = hex.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    byte[] good =
        hex.parseHex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    assertThat(Ed25519.verifies(key, plus(good, order), Covered.of(new byte[] {0x72}))).isFalse();
  }

  private static byte[] plus(byte[] signature, BigInteger order) {
    byte[] out = signature.clone();
    byte[] s = new byte[33];
    for (int i = 0; i < 32; i++) {
      s[32 - i] = signature[32 + i];
    }
    byte[] sum = new BigInteger(s).add(order).toByteArray();
    for (int i = 0; i < 32; i++) {
      out[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
    }
    return out;
  }
}
