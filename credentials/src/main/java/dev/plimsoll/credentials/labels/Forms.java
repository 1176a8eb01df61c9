package dev.plimsoll.credentials.labels;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The byte strings that a generator may be fed with: serial number, MAC address and network name in
 * every usual notation, whole and in part, together and with usual words.
 *
 * <p>The list of one unit lines up with that of another with the same columns: the same index is
 * the same form.
 */
final class Forms {
  private static final int NEIGHBOURS = 8;
  private static final String[] JOINTS = {"", "-", ":", "_", " ", "."};

  /** Words that programmers reach for where a secret is wanted. Own collection. */
  private static final String[] WORDS = {
    "password",
    "Password",
    "PASSWORD",
    "wifi",
    "WiFi",
    "WIFI",
    "wpa",
    "WPA",
    "wpa2",
    "WPA2",
    "key",
    "KEY",
    "secret",
    "default",
    "admin",
    "root",
    "salt",
    "pass",
    "pw",
    "123456",
    "1234",
    "12345678",
    "router",
    "device",
    "iot",
    "camera",
    "user",
    "test",
    "factory",
    "wlan",
    "psk"
  };

  private final Map<String, byte[]> plain = new LinkedHashMap<>();
  private final Map<String, byte[]> made = new LinkedHashMap<>();

  /**
   * One form of one unit.
   *
   * @param words what reports call it
   * @param bytes its value; null where this unit has none
   * @param plain whether it is one of the few obvious forms
   */
  record Form(String words, byte @Nullable [] bytes, boolean plain) {}

  private Forms() {}

  /** The names of the forms of a unit, with their values. */
  static List<Form> of(Unit unit) {
    Forms forms = new Forms();
    forms.serial(unit.serial());
    forms.mac(unit.mac());
    forms.ssid(unit.ssid());
    forms.joined(unit);
    List<Form> all = new ArrayList<>();
    forms.plain.forEach((words, bytes) -> all.add(new Form(words, bytes, true)));
    forms.made.forEach((words, bytes) -> all.add(new Form(words, bytes, false)));
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private void cases(Map<String, byte[]> to, String words, String text) {
    to.put(words, utf8(text));
    to.put(words + " in small letters", utf8(text.toLowerCase(Locale.ROOT)));
    to.put(words + " in capitals", utf8(text.toUpperCase(Locale.ROOT)));
  }

  private void serial(@Nullable String serial) {
    if (serial == null) {
      return;
    }
    cases(plain, "the serial number", serial);
    made.put("the serial number backwards", utf8(reverse(serial)));
    for (int tail = 3; tail <= 12; tail++) {
      String end = Identifiers.tail(serial, tail);
      made.put(
          "the last " + tail + " characters of the serial number", end == null ? null : utf8(end));
      made.put(
          "the serial number without its first " + tail + " characters",
          serial.length() > tail ? utf8(serial.substring(tail)) : null);
    }
    String digits = Identifiers.digitsOf(serial);
    made.put("the digits of the serial number", digits == null ? null : utf8(digits));
    BigInteger value = digits == null ? null : new BigInteger(digits);
    made.put("the serial number as a number", value == null ? null : utf8(value.toString()));
    made.put("the serial number in hex", value == null ? null : utf8(value.toString(16)));
    made.put(
        "the serial number in capital hex",
        value == null ? null : utf8(value.toString(16).toUpperCase(Locale.ROOT)));
    made.put("the serial number as 32 bits", value == null ? null : number(value, 4, false));
    made.put(
        "the serial number as 32 bits, low byte first",
        value == null ? null : number(value, 4, true));
    made.put("the serial number as 64 bits", value == null ? null : number(value, 8, false));
    made.put(
        "the serial number as 64 bits, low byte first",
        value == null ? null : number(value, 8, true));
    String dashless = serial.replaceAll("[^A-Za-z0-9]", "");
    made.put("the serial number without separators", utf8(dashless));
  }

  private static byte[] number(BigInteger value, int width, boolean lowFirst) {
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[lowFirst ? i : width - 1 - i] = value.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }

  private void mac(@Nullable String mac) {
    if (mac == null) {
      return;
    }
    notations(plain, "the MAC address", mac);
    BigInteger value = new BigInteger(mac, 16);
    made.put("the MAC address backwards", utf8(reverse(mac)));
    made.put("the MAC address with its bytes backwards", number(value, 6, true));
    made.put("the MAC address in decimal", utf8(value.toString()));
    made.put("the MAC address as 64 bits", number(value, 8, false));
    made.put("the MAC address as 64 bits, low byte first", number(value, 8, true));
    for (int length = 3; length <= 11; length++) {
      String tail = mac.substring(12 - length);
      String words = "the last " + length + " digits of the MAC address";
      made.put(words, utf8(tail));
      made.put(words + " in capitals", utf8(tail.toUpperCase(Locale.ROOT)));
      if (length % 2 == 0) {
        made.put(words + " as bytes", HexFormat.of().parseHex(tail));
        made.put(words + " with colons", utf8(spaced(tail, ":")));
        made.put(
            words + " with colons, in capitals", utf8(spaced(tail, ":").toUpperCase(Locale.ROOT)));
      }
    }
    for (int off = -NEIGHBOURS; off <= NEIGHBOURS; off++) {
      if (off != 0) {
        String text = HexFormat.of().toHexDigits(value.longValueExact() + off, 12);
        notations(made, "the MAC address " + (off > 0 ? "plus " : "minus ") + Math.abs(off), text);
      }
    }
  }

  private void notations(Map<String, byte[]> to, String words, String mac) {
    to.put(words, utf8(mac));
    to.put(words + " in capitals", utf8(mac.toUpperCase(Locale.ROOT)));
    to.put(words + " as bytes", HexFormat.of().parseHex(mac));
    for (String joint : new String[] {":", "-"}) {
      String name = joint.equals(":") ? " with colons" : " with dashes";
      to.put(words + name, utf8(spaced(mac, joint)));
      to.put(words + name + ", in capitals", utf8(spaced(mac, joint).toUpperCase(Locale.ROOT)));
    }
  }

  private static String spaced(String hex, String joint) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      text.append(i == 0 ? "" : joint).append(hex, i, i + 2);
    }
    return text.toString();
  }

  private void ssid(@Nullable String ssid) {
    if (ssid == null) {
      return;
    }
    cases(plain, "the network name", ssid);
    made.put("the network name backwards", utf8(reverse(ssid)));
    String hex = Identifiers.runOf(ssid, 16);
    made.put("the end of the network name", hex == null ? null : utf8(hex));
    made.put(
        "the end of the network name in small letters",
        hex == null ? null : utf8(hex.toLowerCase(Locale.ROOT)));
    String digits = Identifiers.runOf(ssid, 10);
    made.put("the digits that the network name ends with", digits == null ? null : utf8(digits));
  }

  /** Pairs of what is public, with each other and with usual words. */
  private void joined(Unit unit) {
    Map<String, byte[]> heads = new LinkedHashMap<>(plain);
    List<Map.Entry<String, byte[]>> list = List.copyOf(heads.entrySet());
    String tail = unit.mac() == null ? null : unit.mac().substring(6);
    for (Map.Entry<String, byte[]> one : list) {
      for (Map.Entry<String, byte[]> other : list) {
        if (!family(one.getKey()).equals(family(other.getKey()))) {
          for (String joint : JOINTS) {
            made.put(
                one.getKey() + " + '" + joint + "' + " + other.getKey(),
                cat(one.getValue(), utf8(joint), other.getValue()));
          }
        }
      }
      for (String word : WORDS) {
        made.put("'" + word + "' + " + one.getKey(), cat(utf8(word), one.getValue()));
        made.put(one.getKey() + " + '" + word + "'", cat(one.getValue(), utf8(word)));
      }
      made.put(one.getKey() + " and a line end", cat(one.getValue(), new byte[] {'\n'}));
      made.put(one.getKey() + " and a zero byte", cat(one.getValue(), new byte[] {0}));
      made.put(one.getKey() + " twice", cat(one.getValue(), one.getValue()));
      if (tail != null) {
        made.put(one.getKey() + " + the end of the MAC address", cat(one.getValue(), utf8(tail)));
        made.put(
            one.getKey() + " + the end of the MAC address in capitals",
            cat(one.getValue(), utf8(tail.toUpperCase(Locale.ROOT))));
      }
    }
  }

  private static String family(String words) {
    return words.contains("serial") ? "serial" : words.contains("MAC") ? "mac" : "ssid";
  }

  private static byte[] cat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
