package dev.plimsoll.model;

/** How far an IP address lies from a device in a home. */
public enum Reach {
  /** Beyond the home. */
  WAN,
  /** In the home: private, link-local and unique local addresses. */
  LAN,
  /** To many at once: multicast and broadcast. */
  GROUP,
  /** Nowhere: loopback and the unspecified address, or no IP address at all. */
  NONE;

  /**
   * The reach of an address in its canonical text form (RFC 1918, RFC 3927, RFC 4193, RFC 4291, RFC
   * 6598). A text that is no address reaches nowhere.
   */
  public static Reach of(String address) {
    if (address.indexOf(':') >= 0) {
      return ofVersion6(address);
    }
    int[] parts = new int[4];
    String[] texts = address.split("\\.", -1);
    if (texts.length != 4) {
      return NONE;
    }
    for (int i = 0; i < 4; i++) {
      int value = octet(texts[i]);
      if (value < 0) {
        return NONE;
      }
      parts[i] = value;
    }
    return ofVersion4(parts);
  }

  private static int octet(String text) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value <= 255 ? value : -1;
  }

  private static Reach ofVersion4(int[] parts) {
    int first = parts[0];
    int second = parts[1];
    if (first == 0 || first == 127) {
      return NONE;
    }
    if (first >= 224) {
      return first < 240 || first == 255 ? GROUP : NONE;
    }
    boolean local =
        first == 10
            || (first == 172 && second >= 16 && second < 32)
            || (first == 192 && second == 168)
            || (first == 169 && second == 254)
            || (first == 100 && second >= 64 && second < 128);
    if (!local) {
      return WAN;
    }
    // The last address of a private network is a broadcast in nearly every home (a /24).
    return parts[3] == 255 ? GROUP : LAN;
  }

  private static Reach ofVersion6(String address) {
    String text = address.toLowerCase(java.util.Locale.ROOT);
    if (text.equals("::") || text.equals("::1") || text.chars().filter(c -> c == ':').count() > 7) {
      // A hardware address has colons too, but five of them and two digits each.
      return NONE;
    }
    if (text.length() == 17
        && text.chars().filter(c -> c == ':').count() == 5
        && !text.contains("::")) {
      return NONE;
    }
    if (text.startsWith("ff")) {
      return GROUP;
    }
    boolean local =
        text.startsWith("fc")
            || text.startsWith("fd")
            || text.startsWith("fe8")
            || text.startsWith("fe9")
            || text.startsWith("fea")
            || text.startsWith("feb");
    return local ? LAN : WAN;
  }
}
