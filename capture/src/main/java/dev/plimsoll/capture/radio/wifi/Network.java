package dev.plimsoll.capture.radio.wifi;

import dev.plimsoll.capture.file.Octets;
import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.observation.Flow.Protection;
import dev.plimsoll.model.observation.RadioLink;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One network, by the address of its base: what it offers, and what its frames show. */
final class Network {
  /** Of how many protected frames one must be of a cipher, so that it is not taken for damage. */
  private static final int RARE = 16;

  private final long base;
  private final Suites offered = new Suites();
  private final Suites chosen = new Suites();
  private boolean announced;
  private boolean privacy;
  private boolean sharedKey;
  private boolean sae;
  private int handshake;
  private final long[] single = new long[3];
  private final long[] group = new long[3];
  private long unknown;
  private long readable;
  private long first;
  private long firstReadable;

  Network(long base) {
    this.base = base;
  }

  /** A beacon or the answer to a probe; the cursor stands on its elements. */
  void announced(int capabilities, Octets elements, long frame) {
    announced = true;
    privacy |= (capabilities & 0x10) != 0;
    offered.elements(elements);
    decides(frame);
  }

  /** A request to be let in. */
  void asked(Octets elements, long frame) {
    chosen.elements(elements);
    decides(frame);
  }

  /** How a station shows who it is: 0 not at all, 1 by the WEP key, 3 by SAE. */
  void authenticates(int algorithm, long frame) {
    sharedKey |= algorithm == 1;
    sae |= algorithm == 3;
    if (algorithm == 1 || algorithm == 3) {
      decides(frame);
    }
  }

  /** A message of the handshake that makes the keys (12.7.2); the cursor stands behind LLC. */
  void handshake(Octets in, long frame) {
    boolean isKey = in.left() >= 7 && in.u8(1) == 3 && (in.u8(4) == 2 || in.u8(4) == 254);
    if (isKey && (in.high16(5) & 8) != 0) {
      handshake |= (in.high16(5) & 7) == 1 ? Suites.TKIP : Suites.CCMP;
      decides(frame);
    }
  }

  /** A data frame that nobody encrypted. */
  void readable(long frame) {
    firstReadable = readable == 0 ? frame : firstReadable;
    readable++;
  }

  /**
   * A frame that is marked as protected; the cursor stands on its initialisation vector, whose form
   * tells the cipher (12.3.2, 12.5.2.2, 12.5.3.2).
   */
  void protectedData(Octets in, boolean toGroup, long frame) {
    if (in.left() < 8) {
      return;
    }
    int key = in.u8(3) & 0x3f;
    boolean looksLikeTkip = in.u8(1) == ((in.u8(0) | 0x20) & 0x7f);
    int cipher = Packet.NONE;
    if (key == 0) {
      cipher = 0;
    } else if (key == 0x20 && in.u8(2) != 0) {
      cipher = looksLikeTkip ? 1 : Packet.NONE;
    } else if (key == 0x20) {
      // With a zero there, one in 128 frames of CCMP looks like TKIP: it tells nothing.
      cipher = looksLikeTkip ? Packet.NONE : 2;
    }
    if (cipher == Packet.NONE) {
      unknown++;
    } else {
      (toGroup ? group : single)[cipher]++;
    }
    decides(frame);
  }

  private void decides(long frame) {
    first = first == 0 ? frame : first;
  }

  private static int ciphers(long[] counts) {
    long all = counts[0] + counts[1] + counts[2];
    int found = counts[0] * RARE > all ? Suites.WEP_104 : 0;
    found |= counts[1] * RARE > all ? Suites.TKIP : 0;
    found |= counts[2] * RARE > all ? Suites.CCMP : 0;
    return found;
  }

  /** The ciphers in use: by the frames, else by what was agreed, else by what is offered. */
  private int inUse() {
    int[] sources = {
      ciphers(single),
      sharedKey ? Suites.WEP_104 : 0,
      chosen.rsnCiphers | chosen.wpaCiphers,
      handshake,
      ciphers(group)
    };
    for (int each : sources) {
      if (each != 0) {
        return each;
      }
    }
    return 0;
  }

  private int onOffer() {
    if ((offered.rsnCiphers & Suites.CURRENT) != 0) {
      return offered.rsnCiphers & Suites.CURRENT;
    }
    int older = offered.rsnCiphers | offered.wpaCiphers;
    if ((older & Suites.CURRENT) != 0) {
      return older & Suites.CURRENT;
    }
    return older != 0 ? older : privacy ? Suites.WEP_104 : 0;
  }

  private @Nullable Protection protection(int ciphers) {
    if ((ciphers & (Suites.WEP | Suites.TKIP)) != 0) {
      return Protection.BROKEN;
    }
    if ((ciphers & Suites.CURRENT) != 0) {
      return Protection.ENCRYPTED;
    }
    if (unknown > 0) {
      return Protection.UNKNOWN;
    }
    return announced || readable > 0 ? Protection.CLEARTEXT : null;
  }

  /** What is known of the network; null where nothing is. */
  @Nullable RadioLink link(String file) {
    int used = inUse();
    int ciphers = used != 0 ? used : onOffer();
    Protection protection = protection(ciphers);
    if (protection == null) {
      return null;
    }
    String pairing = generation(protection, ciphers);
    String how = keyManagement();
    long frame = first == 0 ? firstReadable : first;
    return new RadioLink(
        Place.frame(file, frame),
        "Wi-Fi",
        pairing,
        how,
        null,
        0,
        grade(protection),
        reason(protection, pairing, ciphers),
        protection,
        List.copyOf(findings(protection)),
        List.of(Packet.macText(base)));
  }

  private boolean isSae() {
    int chosenOnes = chosen.keyManagement != 0 ? chosen.keyManagement : offered.keyManagement;
    return sae || ((chosenOnes & Suites.SAE) != 0 && (chosenOnes & Suites.PSK) == 0);
  }

  private @Nullable String generation(Protection protection, int ciphers) {
    return switch (protection) {
      case CLEARTEXT -> "open";
      case BROKEN -> (ciphers & Suites.WEP) != 0 ? "WEP" : "WPA";
      case ENCRYPTED -> isSae() || isOwe() ? "WPA3" : "WPA2";
      default -> null;
    };
  }

  private boolean isOwe() {
    return (chosen.keyManagement & Suites.OWE) != 0 || offered.keyManagement == Suites.OWE;
  }

  private @Nullable String keyManagement() {
    int known = chosen.keyManagement != 0 ? chosen.keyManagement : offered.keyManagement;
    if (isSae()) {
      return "SAE";
    }
    if (isOwe()) {
      return "OWE";
    }
    return (known & Suites.PSK) != 0 ? "PSK" : (known & Suites.ENTERPRISE) != 0 ? "802.1X" : null;
  }

  private String grade(Protection protection) {
    return switch (protection) {
      case ENCRYPTED -> isSae() ? "STRONG" : "ACCEPTABLE";
      case BROKEN, CLEARTEXT -> "WEAK";
      default -> "INCONCLUSIVE";
    };
  }

  private Set<String> findings(Protection protection) {
    TreeSet<String> findings = new TreeSet<>();
    int rsn = offered.rsnCiphers;
    boolean current = (rsn & Suites.CURRENT) != 0;
    if (current && ((rsn & Suites.TKIP) != 0 || offered.wpaCiphers != 0)) {
      findings.add("mixed_mode");
    }
    if (offered.hasWps) {
      findings.add("wps");
    }
    if (protection == Protection.CLEARTEXT) {
      findings.add("open");
    } else if (readable > 0) {
      findings.add("readable_data");
    }
    if ((ciphers(group) & (Suites.WEP | Suites.TKIP)) != 0) {
      findings.add("weak_group_cipher");
    }
    return findings;
  }

  private String reason(Protection protection, @Nullable String pairing, int ciphers) {
    return switch (protection) {
      case ENCRYPTED ->
          "The Wi-Fi network encrypts (%s, %s)."
              .formatted(pairing, (ciphers & Suites.CCMP) != 0 ? "CCMP" : "GCMP");
      case BROKEN ->
          "The Wi-Fi network encrypts with %s, which can be broken."
              .formatted((ciphers & Suites.WEP) != 0 ? "WEP" : "TKIP");
      case CLEARTEXT -> "The Wi-Fi network is open: anybody in range can read its frames.";
      default -> "The Wi-Fi network encrypts in a way that its frames do not tell.";
    };
  }
}
