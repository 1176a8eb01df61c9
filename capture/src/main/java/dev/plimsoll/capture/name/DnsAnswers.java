package dev.plimsoll.capture.name;

import dev.plimsoll.capture.file.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in the answers of DNS (RFC 1035, RFC 3596) and multicast DNS (RFC 6762). An address
 * is told with the name that was asked for, at the beginning of the chain of aliases.
 */
public final class DnsAnswers {
  private static final int HEADER = 12;
  private static final int MAX_RECORDS = 512;
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int AAAA = 28;

  private DnsAnswers() {}

  /** Takes the addresses. */
  public interface Sink {

    /**
     * Takes one address.
     *
     * @param name the name asked for, in lower case
     * @param data where the address lies
     * @param at its first byte
     * @param length 4 or 16
     */
    void address(String name, byte[] data, int at, int length);
  }

  /** Reads a message; whatever it holds, what cannot be read is left out. */
  public static void read(byte[] data, int from, int to, Sink sink) {
    if (to - from < HEADER || (data[from + 2] & 0xf8) != 0x80 || (data[from + 3] & 0x0f) != 0) {
      return;
    }
    int questions = Words.u16(data, from + 4, true);
    int answers = Words.u16(data, from + 6, true);
    int more = Words.u16(data, from + 8, true) + Words.u16(data, from + 10, true);
    int records = Math.min(MAX_RECORDS, questions == 0 ? answers + more : answers);
    if (records == 0 || questions > 16) {
      return;
    }
    Labels labels = new Labels(data, from, to);
    int at = from + HEADER;
    for (int i = 0; i < questions; i++) {
      at = labels.skip(at);
      if (at < 0) {
        return;
      }
      at += 4;
    }
    records(data, at, to, records, labels, sink);
  }

  private static void records(
      byte[] data, int first, int to, int records, Labels labels, Sink sink) {
    Map<String, String> aliases = null;
    String previous = null;
    int previousPointer = -1;
    int at = first;
    for (int i = 0; i < records; i++) {
      int fixed = labels.skip(at);
      if (fixed < 0 || fixed + 10 > to) {
        return;
      }
      int type = Words.u16(data, fixed, true);
      int length = Words.u16(data, fixed + 8, true);
      int value = fixed + 10;
      if (value + length > to) {
        return;
      }
      boolean isAddress = (type == A && length == 4) || (type == AAAA && length == 16);
      if (isAddress || type == CNAME) {
        // Most owners are a pointer to the question, which need be read only once.
        int pointer = fixed == at + 2 ? Words.u16(data, at, true) : -1;
        String owner = pointer >= 0 && pointer == previousPointer ? previous : labels.read(at);
        if (owner == null) {
          return;
        }
        previous = owner;
        previousPointer = pointer;
        aliases = isAddress ? aliases : alias(aliases, labels.read(value), owner);
        if (isAddress) {
          String name = aliases == null ? owner : aliases.getOrDefault(owner, owner);
          sink.address(name, data, value, length);
        }
      }
      at = value + length;
    }
  }

  private static Map<String, String> alias(
      @Nullable Map<String, String> known, @Nullable String target, String owner) {
    Map<String, String> aliases = known == null ? new HashMap<>(4) : known;
    if (target != null) {
      aliases.putIfAbsent(target, aliases.getOrDefault(owner, owner));
    }
    return aliases;
  }
}
