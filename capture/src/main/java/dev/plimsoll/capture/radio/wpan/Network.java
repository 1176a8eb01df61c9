package dev.plimsoll.capture.radio.wpan;

import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.RadioLink;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One network of IEEE 802.15.4, by its number: what its frames show. */
final class Network {
  private static final int MAX_ADDRESSES = 64;
  private static final int MAX_SEALED = 8;
  private static final int KEY_TRANSPORT = 5;

  private final Set<Long> addresses = new LinkedHashSet<>();
  private final List<Sealed> sealedKeys = new ArrayList<>();
  private boolean zigbee;
  private long secured;
  private long firstSecured;
  private long readable;
  private long firstReadable;
  private long firstFrame;
  private long keyInClear;
  private boolean shortChecksum;

  /**
   * A command encrypted under the key that keys are sent under.
   *
   * @param sender the sender's long address; 0 where the frame does not give it
   * @param nonceTail frame counter and security control
   */
  private record Sealed(long frame, long sender, byte[] nonceTail, byte[] header, byte[] data) {}

  void heard(long frame) {
    firstFrame = firstFrame == 0 ? frame : firstFrame;
  }

  void zigbee() {
    zigbee = true;
  }

  /** A long address, which may be the sender of a key. */
  void address(long address) {
    if (addresses.size() < MAX_ADDRESSES) {
      addresses.add(address);
    }
  }

  void secured(long frame) {
    firstSecured = secured == 0 ? frame : firstSecured;
    secured++;
  }

  /** Authenticated but not encrypted. */
  void onlyAuthenticated(long frame) {
    shortChecksum = true;
    readable(frame);
  }

  void readable(long frame) {
    firstReadable = readable == 0 ? frame : firstReadable;
    readable++;
  }

  void keyInClear(long frame) {
    keyInClear = keyInClear == 0 ? frame : keyInClear;
  }

  void sealedKey(long frame, long sender, byte[] nonceTail, byte[] header, byte[] data) {
    if (sealedKeys.size() < MAX_SEALED) {
      sealedKeys.add(new Sealed(frame, sender, nonceTail, header, data));
    }
  }

  /** The frame of a key that the published link key opens; 0 where there is none. */
  private long openedByPublishedKey() {
    try {
      byte[] key = ZigbeeCipher.transportKey(ZigbeeCipher.PUBLISHED_LINK_KEY);
      for (Sealed each : sealedKeys) {
        if (opens(key, each)) {
          return each.frame;
        }
      }
      return 0;
    } catch (GeneralSecurityException e) {
      // Every Java has AES; without it nothing is proven.
      return 0;
    }
  }

  private boolean opens(byte[] key, Sealed sealed) throws GeneralSecurityException {
    Set<Long> senders = sealed.sender != 0 ? Set.of(sealed.sender) : addresses;
    for (long sender : senders) {
      byte[] nonce = new byte[13];
      for (int i = 0; i < 8; i++) {
        nonce[i] = (byte) (sender >>> (8 * i));
      }
      System.arraycopy(sealed.nonceTail, 0, nonce, 8, 5);
      byte[] plain = ZigbeeCipher.open(key, nonce, sealed.header, sealed.data);
      if (plain != null && plain.length > 1 && plain[0] == KEY_TRANSPORT) {
        return true;
      }
    }
    return false;
  }

  RadioLink link(String file) {
    long published = openedByPublishedKey();
    boolean presumed = published == 0 && !sealedKeys.isEmpty();
    Protection protection = protection(published != 0 || presumed);
    TreeSet<String> findings = new TreeSet<>();
    if (keyInClear != 0) {
      findings.add("network_key_in_clear");
    }
    if (published != 0) {
      findings.add("published_link_key");
    }
    if (presumed) {
      findings.add("link_key_not_shown");
    }
    if (shortChecksum) {
      findings.add("authenticated_only");
    }
    if (readable > 0 && secured > 0) {
      findings.add("readable_data");
    }
    long frame = deciding(published);
    return new RadioLink(
        Place.frame(file, frame),
        zigbee ? "Zigbee" : "IEEE 802.15.4",
        null,
        null,
        null,
        secured > 0 ? 16 : 0,
        grade(protection, published),
        reason(protection, published, presumed),
        protection,
        List.copyOf(findings),
        List.of());
  }

  private long deciding(long published) {
    long[] inOrder = {
      keyInClear,
      published,
      sealedKeys.isEmpty() ? 0 : sealedKeys.getFirst().frame,
      firstSecured,
      firstReadable
    };
    return Arrays.stream(inOrder).filter(each -> each > 0).findFirst().orElse(firstFrame);
  }

  private Protection protection(boolean underPublished) {
    if (underPublished) {
      return Protection.BROKEN;
    }
    if (secured > 0 && secured >= readable) {
      return Protection.ENCRYPTED;
    }
    return readable > 0 || keyInClear > 0 ? Protection.CLEARTEXT : Protection.INFRASTRUCTURE;
  }

  private String grade(Protection protection, long published) {
    if (keyInClear > 0 || published > 0 || protection == Protection.CLEARTEXT) {
      return "WEAK";
    }
    return secured > 0 || !sealedKeys.isEmpty() ? "INCONCLUSIVE" : "NO_PAIRING_SEEN";
  }

  private String reason(Protection protection, long published, boolean presumed) {
    if (keyInClear > 0) {
      return "The network key was sent unencrypted: whoever heard it can read and control the network.";
    }
    if (published > 0) {
      return "The network key was sent under the link key that is published: whoever heard it can"
          + " read and control the network.";
    }
    if (presumed) {
      return "A device joined and was sent the network key under a link key that the capture does"
          + " not show; whether it is the published one is open.";
    }
    return switch (protection) {
      case ENCRYPTED ->
          "The network's frames are encrypted; how its key came to the devices was not seen.";
      case CLEARTEXT ->
          "Data frames (%d) are not encrypted: anybody in range can read them.".formatted(readable);
      default -> "Only frames that find and join networks were seen.";
    };
  }
}
