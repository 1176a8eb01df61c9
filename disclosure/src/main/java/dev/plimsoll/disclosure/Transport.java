package dev.plimsoll.disclosure;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a security.txt was served: scheme, place, redirects and media type (RFC 9116, section 3). */
final class Transport {
  private static final String PLACE = "/.well-known/security.txt";

  private Transport() {}

  /**
   * Notes what is wrong with the way.
   *
   * @param url what was asked for
   * @param redirects where it led to, in order
   */
  static void checkWay(String url, List<String> redirects, Rules rules) {
    List<Address> way = way(url, redirects);
    boolean secure = false;
    boolean plain = false;
    boolean placed = false;
    for (int i = 0; i < way.size(); i++) {
      Address address = way.get(i);
      boolean https = address.scheme.equals("https");
      if (!https && secure) {
        rules.add("T-redirect-downgrade");
      }
      plain |= !https && (i == 0 || i == way.size() - 1);
      secure |= https;
      placed |= address.path.equals(PLACE) && (i == 0 || i == way.size() - 1);
    }
    if (plain) {
      rules.add("T-scheme-http");
    }
    if (!placed) {
      rules.add("T-location");
    }
    if (!sameDomain(way.getFirst().host, way.getLast().host)) {
      rules.add("W-redirect-cross-domain");
    }
  }

  /** Notes what is wrong with the media type; null or blank where none was sent. */
  static void checkType(@Nullable String type, Rules rules) {
    if (type == null || type.isBlank()) {
      rules.add("T-content-type-missing");
      return;
    }
    int end = type.indexOf(';');
    String media = (end < 0 ? type : type.substring(0, end)).strip();
    if (!media.equalsIgnoreCase("text/plain")) {
      rules.add("T-content-type");
    }
    String rest = end < 0 ? "" : type.substring(end + 1);
    for (String parameter : rest.split(";", 32)) {
      int equals = parameter.indexOf('=');
      if (equals < 0 || !parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        continue;
      }
      String charset = parameter.substring(equals + 1).strip();
      if (charset.length() > 1 && charset.startsWith("\"") && charset.endsWith("\"")) {
        charset = charset.substring(1, charset.length() - 1);
      }
      if (!charset.equalsIgnoreCase("utf-8")) {
        rules.add("T-charset");
      }
    }
  }

  /** Whether one of the canonical addresses is the one asked for, or the one that it led to. */
  static boolean isCanonical(List<String> canonical, String url, List<String> redirects) {
    List<Address> way = way(url, redirects);
    for (String each : canonical) {
      Address address = Address.of(each);
      if (address.equals(way.getFirst()) || address.equals(way.getLast())) {
        return true;
      }
    }
    return false;
  }

  private static List<Address> way(String url, List<String> redirects) {
    List<Address> way = new ArrayList<>(1 + redirects.size());
    way.add(Address.of(url));
    for (String each : redirects) {
      Address before = way.getLast();
      boolean relative = each.startsWith("/") && !each.startsWith("//");
      way.add(relative ? before.at(each) : Address.of(each));
    }
    return way;
  }

  private static boolean sameDomain(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  /** A web address in a form that can be compared (RFC 3986, section 6.2). */
  private record Address(String scheme, String host, String port, String path, String query) {

    static Address of(String url) {
      String text = url.strip();
      int colon = text.indexOf("://");
      if (colon < 0) {
        return new Address("", "", "", text, "");
      }
      String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
      int from = colon + 3;
      int end = from;
      while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String authority = text.substring(from, end);
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      int portAt = host.lastIndexOf(':');
      boolean hasPort = portAt > host.lastIndexOf(']');
      String port = hasPort ? host.substring(portAt + 1) : "";
      String name = hasPort ? host.substring(0, portAt) : host;
      boolean usual = port.equals("443") && scheme.equals("https");
      return new Address(scheme, ascii(name), usual ? "" : port, "", "").at(text.substring(end));
    }

    Address at(String rest) {
      int hash = rest.indexOf('#');
      String whole = hash < 0 ? rest : rest.substring(0, hash);
      int mark = whole.indexOf('?');
      String path = mark < 0 ? whole : whole.substring(0, mark);
      String query = mark < 0 ? "" : whole.substring(mark);
      return new Address(scheme, host, port, path.isEmpty() ? "/" : path, query);
    }

    private static String ascii(String host) {
      String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
      if (name.chars().allMatch(c -> c < 0x80)) {
        return name.toLowerCase(Locale.ROOT);
      }
      try {
        return IDN.toASCII(name).toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException e) {
        return name.toLowerCase(Locale.ROOT);
      }
    }
  }
}
