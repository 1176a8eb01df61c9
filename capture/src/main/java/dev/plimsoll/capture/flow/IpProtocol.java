package dev.plimsoll.capture.flow;

/** IP protocol numbers (IANA) and their names. */
final class IpProtocol {
  static final int HOP_BY_HOP = 0;
  static final int ICMP = 1;
  static final int IPV4 = 4;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int IPV6 = 41;
  static final int ROUTING = 43;
  static final int FRAGMENT = 44;
  static final int GRE = 47;
  static final int ICMPV6 = 58;
  static final int DESTINATION = 60;
  static final int MOBILITY = 135;
  static final int HIP = 139;
  static final int SHIM6 = 140;

  private IpProtocol() {}

  static String name(int protocol) {
    return switch (protocol) {
      case ICMP -> "ICMP";
      case 2 -> "IGMP";
      case IPV4 -> "IPIP";
      case TCP -> "TCP";
      case 8 -> "EGP";
      case 9 -> "IGP";
      case UDP -> "UDP";
      case 33 -> "DCCP";
      case IPV6 -> "IPV6";
      case 46 -> "RSVP";
      case GRE -> "GRE";
      case 50 -> "ESP";
      case 51 -> "AH";
      case ICMPV6 -> "ICMPV6";
      case 59 -> "NONE";
      case 88 -> "EIGRP";
      case 89 -> "OSPF";
      case 103 -> "PIM";
      case 108 -> "IPCOMP";
      case 112 -> "VRRP";
      case 113 -> "PGM";
      case 115 -> "L2TP";
      case 132 -> "SCTP";
      case 136 -> "UDPLITE";
      default -> "IP-" + protocol;
    };
  }
}
