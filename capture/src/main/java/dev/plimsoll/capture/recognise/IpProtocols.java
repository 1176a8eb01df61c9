package dev.plimsoll.capture.recognise;

import dev.plimsoll.capture.recognise.Conversation.Message;
import dev.plimsoll.capture.recognise.text.TextTest;
import dev.plimsoll.model.observation.Flow.Protection;

/** What stands directly on IP and is named by its protocol number (IANA registry). */
final class IpProtocols {
  private static final int LOOKED_AT = 256;

  private IpProtocols() {}

  static Recognition recognise(int protocol, Conversation conversation) {
    return switch (protocol) {
      case 1 -> Said.infrastructure("ICMP").build();
      case 2 -> Said.infrastructure("IGMP").build();
      case 4, 41 -> Said.infrastructure("IP in IP").build();
      case 8 -> Said.infrastructure("EGP").build();
      case 47 -> Said.infrastructure("GRE").build();
      case 50 -> protectedPayload(conversation);
      case 51 -> Said.clear("AH").finding("auth_only").build();
      case 58 -> Said.infrastructure("ICMPv6").build();
      case 88 -> Said.infrastructure("EIGRP").build();
      case 89 -> Said.infrastructure("OSPF").build();
      case 103 -> Said.infrastructure("PIM").build();
      case 112 -> Said.infrastructure("VRRP").build();
      case 113 -> Said.infrastructure("PGM").build();
      case 132 -> Said.clear("SCTP").build();
      default -> Recognition.UNKNOWN;
    };
  }

  /**
   * ESP (RFC 4303): encrypted, but for the null cipher of RFC 2410, under which the payload reads.
   */
  private static Recognition protectedPayload(Conversation conversation) {
    for (Message message : conversation.messages()) {
      Octets payload = Octets.of(message.data()).from(8);
      boolean packet = payload.u8(0) == 0x45 && payload.u16(2) <= payload.length();
      Octets head = payload.slice(0, LOOKED_AT);
      if (packet || (head.length() > 32 && TextTest.inRuns(head) * 2 > head.length())) {
        return Said.of("ESP", Protection.BROKEN, Recognition.UNKNOWN.basis())
            .basis(dev.plimsoll.model.observation.Flow.Basis.PROVEN)
            .finding("weak_cipher")
            .build();
      }
    }
    return Said.encrypted("ESP").openIf(!conversation.complete()).build();
  }
}
