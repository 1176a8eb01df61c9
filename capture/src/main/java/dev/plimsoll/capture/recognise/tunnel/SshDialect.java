package dev.plimsoll.capture.recognise.tunnel;

import dev.plimsoll.capture.recognise.Dialect;
import dev.plimsoll.capture.recognise.Octets;
import dev.plimsoll.capture.recognise.Recognition;
import dev.plimsoll.capture.recognise.Said;
import dev.plimsoll.capture.recognise.Talk;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SSH: banners, the lists of both ends (RFC 4253 sections 4.2 and 7.1), and what they come to.
 *
 * <p>Version 1 is withdrawn and open to a person in the middle.
 */
public final class SshDialect implements Dialect {
  private static final int KEXINIT = 20;
  private static final int LISTS = 10;
  private static final int BANNER = 255;

  /** Makes the dialect; it holds nothing. */
  public SshDialect() {}

  @Override
  public @Nullable Recognition recognise(Talk talk) {
    if (!talk.stream() || !talk.either(o -> o.starts("SSH-"))) {
      return null;
    }
    String client = banner(talk.client());
    String server = banner(talk.server());
    Said said = Said.encrypted("SSH").frames(talk.openingFrames());
    if (one(client) || one(server)) {
      return said.protection(Protection.OBSOLETE).version("SSH 1").finding("ssh1").build();
    }
    List<List<String>> ours = lists(talk.client());
    List<List<String>> theirs = lists(talk.server());
    said.version("SSH 2");
    if (ours.isEmpty() || theirs.isEmpty()) {
      boolean offered = !ours.isEmpty() || !theirs.isEmpty();
      return said.protection(offered || talk.complete() ? Protection.ENCRYPTED : Protection.UNKNOWN)
          .open()
          .build();
    }
    return negotiated(said, ours, theirs).build();
  }

  private static Said negotiated(Said said, List<List<String>> ours, List<List<String>> theirs) {
    String exchange = first(ours.get(0), theirs.get(0));
    String host = first(ours.get(1), theirs.get(1));
    String up = first(ours.get(2), theirs.get(2));
    String down = first(ours.get(3), theirs.get(3));
    said.cipher(up.isEmpty() ? null : up)
        .findingIf(exchange.endsWith("-sha1"), "ssh_sha1_kex")
        .findingIf(host.equals("ssh-dss"), "ssh_dss")
        .findingIf(up.endsWith("-cbc") || down.endsWith("-cbc"), "cbc");
    return broken(up) || broken(down)
        ? said.protection(Protection.BROKEN).finding("weak_cipher")
        : said;
  }

  private static boolean broken(String cipher) {
    return cipher.equals("none")
        || cipher.startsWith("arcfour")
        || cipher.startsWith("des-")
        || cipher.startsWith("3des-")
        || cipher.startsWith("idea-");
  }

  /** The first of the client's that the server has too (RFC 4253 section 7.1). */
  private static String first(List<String> ours, List<String> theirs) {
    for (String name : ours) {
      if (theirs.contains(name)) {
        return name;
      }
    }
    return "";
  }

  private static String banner(Octets side) {
    int end = side.indexOf('\n', 0, BANNER);
    return end < 0 ? "" : side.text(0, end);
  }

  /** Version 1 alone; 1.99 speaks both (RFC 4253 section 5.1). */
  private static boolean one(String banner) {
    return banner.startsWith("SSH-1.") && !banner.startsWith("SSH-1.99-");
  }

  private static List<List<String>> lists(Octets side) {
    int line = side.indexOf('\n', 0, BANNER);
    int at = line + 1;
    if (line < 0 || side.u8(at + 5) != KEXINIT) {
      return List.of();
    }
    at += 22;
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < LISTS; i++) {
      long length = side.u32(at);
      if (length < 0 || length > 8192 || !side.has(at + 4, (int) length)) {
        return List.of();
      }
      lists.add(List.of(side.text(at + 4, (int) length).split(",", -1)));
      at += 4 + (int) length;
    }
    return lists;
  }
}
