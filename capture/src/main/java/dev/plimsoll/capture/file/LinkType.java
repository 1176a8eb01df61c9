package dev.plimsoll.capture.file;

/** Link types by their numbers in the registry of tcpdump (draft-ietf-opsawg-pcaplinktype). */
public final class LinkType {
  public static final int NULL = 0;
  public static final int ETHERNET = 1;
  public static final int PPP = 9;
  public static final int RAW_BSD = 12;
  public static final int RAW_OPENBSD = 14;
  public static final int PPP_HDLC = 50;
  public static final int PPP_ETHER = 51;
  public static final int RAW = 101;
  public static final int CISCO_HDLC = 104;
  public static final int WIFI = 105;
  public static final int LOOP = 108;
  public static final int ENC = 109;
  public static final int LINUX_COOKED = 113;
  public static final int WIFI_PRISM = 119;
  public static final int WIFI_RADIOTAP = 127;
  public static final int WIFI_AVS = 163;
  public static final int PPI = 192;
  public static final int IPV4 = 228;
  public static final int IPV6 = 229;
  public static final int NFLOG = 239;
  public static final int LINUX_COOKED_2 = 276;

  public static final int BLUETOOTH_H4 = 187;
  public static final int BLUETOOTH_H4_DIRECTED = 201;
  public static final int BLUETOOTH_LE = 251;
  public static final int BLUETOOTH_MONITOR = 254;
  public static final int BLUETOOTH_LE_RADIO = 256;
  public static final int BLUETOOTH_NORDIC = 272;

  /** First of the numbers for private use, which an old sniffer of Bluetooth LE writes. */
  public static final int BLUETOOTH_UBERTOOTH = 147;

  public static final int WPAN_FCS = 195;
  public static final int WPAN_PHY = 215;
  public static final int WPAN = 230;
  public static final int WPAN_TAP = 283;

  /**
   * What is added to the data link of a btsnoop file (1001, 1002, 2001), so that it is told apart
   * from the numbers of tcpdump.
   */
  public static final int BTSNOOP = 1 << 16;

  public static final int BTSNOOP_H1 = BTSNOOP + 1001;
  public static final int BTSNOOP_H4 = BTSNOOP + 1002;
  public static final int BTSNOOP_MONITOR = BTSNOOP + 2001;

  private LinkType() {}

  /** What the link is called; its number where it has no name here. */
  public static String name(int type) {
    return switch (type) {
      case NULL, LOOP -> "loopback";
      case ETHERNET -> "Ethernet";
      case PPP, PPP_HDLC -> "PPP";
      case PPP_ETHER -> "PPPoE";
      case RAW, RAW_BSD, RAW_OPENBSD -> "IP";
      case IPV4 -> "IPv4";
      case IPV6 -> "IPv6";
      case CISCO_HDLC -> "Cisco HDLC";
      case WIFI, WIFI_PRISM, WIFI_RADIOTAP, WIFI_AVS -> "Wi-Fi";
      case PPI -> "per-packet information";
      case LINUX_COOKED, LINUX_COOKED_2 -> "Linux cooked";
      case ENC -> "IPsec";
      case NFLOG -> "netfilter log";
      case BLUETOOTH_H4,
          BLUETOOTH_H4_DIRECTED,
          BLUETOOTH_MONITOR,
          BTSNOOP_H1,
          BTSNOOP_H4,
          BTSNOOP_MONITOR ->
          "Bluetooth HCI";
      case BLUETOOTH_LE, BLUETOOTH_LE_RADIO, BLUETOOTH_NORDIC -> "Bluetooth LE";
      case WPAN_FCS, WPAN_PHY, WPAN, WPAN_TAP -> "IEEE 802.15.4";
      case 189, 220, 249 -> "USB";
      default -> "link type " + type;
    };
  }
}
