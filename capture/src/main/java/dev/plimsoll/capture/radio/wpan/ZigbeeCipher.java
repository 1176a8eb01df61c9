package dev.plimsoll.capture.radio.wpan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The cryptography that Zigbee sends network keys with: AES-CCM* with a checksum of four bytes, and
 * keys derived by HMAC over the Matyas-Meyer-Oseas hash (Zigbee Specification, annexes A and B).
 */
final class ZigbeeCipher {
  /** The link key that is built into every product of home automation: published. */
  static final byte[] PUBLISHED_LINK_KEY = "ZigBeeAlliance09".getBytes(StandardCharsets.US_ASCII);

  static final int MIC = 4;
  private static final int BLOCK = 16;
  private static final int LENGTH_BYTES = 2;

  private ZigbeeCipher() {}

  /** The key that keys are sent under, of a link key (4.5.3 of the Zigbee Specification). */
  static byte[] transportKey(byte[] linkKey) throws GeneralSecurityException {
    byte[] inner = new byte[BLOCK + 1];
    byte[] outer = new byte[BLOCK * 2];
    for (int i = 0; i < BLOCK; i++) {
      inner[i] = (byte) (linkKey[i] ^ 0x36);
      outer[i] = (byte) (linkKey[i] ^ 0x5c);
    }
    System.arraycopy(hash(inner), 0, outer, BLOCK, BLOCK);
    return hash(outer);
  }

  /** The Matyas-Meyer-Oseas hash of less than 8 KiB (B.6). */
  static byte[] hash(byte[] message) throws GeneralSecurityException {
    int padded = (message.length + 3 + BLOCK - 1) / BLOCK * BLOCK;
    byte[] blocks = Arrays.copyOf(message, padded);
    blocks[message.length] = (byte) 0x80;
    blocks[padded - 2] = (byte) ((message.length * 8) >> 8);
    blocks[padded - 1] = (byte) (message.length * 8);
    byte[] state = new byte[BLOCK];
    for (int at = 0; at < padded; at += BLOCK) {
      byte[] made = cipher(state).doFinal(blocks, at, BLOCK);
      for (int i = 0; i < BLOCK; i++) {
        state[i] = (byte) (made[i] ^ blocks[at + i]);
      }
    }
    return state;
  }

  /**
   * Decrypts and verifies.
   *
   * @param nonce 13 bytes: the sender's address, the frame counter, the security control
   * @param header what is authenticated only
   * @param sealed the encrypted bytes and the checksum
   * @return the plain bytes; null where the checksum does not fit
   */
  static byte @Nullable [] open(byte[] key, byte[] nonce, byte[] header, byte[] sealed)
      throws GeneralSecurityException {
    int length = sealed.length - MIC;
    if (length < 0) {
      return null;
    }
    Cipher aes = cipher(key);
    byte[] plain = Arrays.copyOf(sealed, length);
    for (int at = 0, block = 1; at < length; at += BLOCK, block++) {
      mask(aes, nonce, block, plain, at);
    }
    byte[] mic = Arrays.copyOfRange(sealed, length, sealed.length);
    mask(aes, nonce, 0, mic, 0);
    byte[] expected = Arrays.copyOf(checksum(aes, nonce, header, plain), MIC);
    return Arrays.equals(mic, expected) ? plain : null;
  }

  private static void mask(Cipher aes, byte[] nonce, int counter, byte[] data, int at)
      throws GeneralSecurityException {
    byte[] block = block(LENGTH_BYTES - 1, nonce, counter);
    byte[] stream = aes.doFinal(block);
    for (int i = 0; i < BLOCK && at + i < data.length; i++) {
      data[at + i] ^= stream[i];
    }
  }

  private static byte[] checksum(Cipher aes, byte[] nonce, byte[] header, byte[] plain)
      throws GeneralSecurityException {
    int flags = 0x40 | (((MIC - 2) / 2) << 3) | (LENGTH_BYTES - 1);
    byte[] state = aes.doFinal(block(flags, nonce, plain.length));
    byte[] headed = new byte[header.length + 2];
    headed[0] = (byte) (header.length >> 8);
    headed[1] = (byte) header.length;
    System.arraycopy(header, 0, headed, 2, header.length);
    return chain(aes, chain(aes, state, headed), plain);
  }

  private static byte[] chain(Cipher aes, byte[] start, byte[] data)
      throws GeneralSecurityException {
    byte[] state = start.clone();
    for (int at = 0; at < data.length; at += BLOCK) {
      for (int i = 0; i < BLOCK && at + i < data.length; i++) {
        state[i] ^= data[at + i];
      }
      state = aes.doFinal(state);
    }
    return state;
  }

  private static byte[] block(int flags, byte[] nonce, int counter) {
    byte[] block = new byte[BLOCK];
    block[0] = (byte) flags;
    System.arraycopy(nonce, 0, block, 1, nonce.length);
    block[BLOCK - 2] = (byte) (counter >> 8);
    block[BLOCK - 1] = (byte) counter;
    return block;
  }

  // One block at a time is what the modes above are built of; nothing is hidden by it.
  private static Cipher cipher(byte[] key) throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    return aes;
  }
}
