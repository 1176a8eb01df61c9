package dev.plimsoll.disclosure;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.SecurityTxt;
import dev.plimsoll.model.observation.SecurityTxt.State;
import dev.plimsoll.model.observation.SecurityTxt.Usability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a security.txt as it was served, by RFC 9116.
 *
 * <p>Keys of its evidence entry: {@code url}, what was asked for; {@code redirects}, the addresses
 * that it led to, in order; {@code content_type}, the header as sent; {@code key}, the vendor's
 * OpenPGP key; {@code at}, when it was fetched, which is also the clock that its expiry is read
 * with. Without {@code url} nothing is said about the way it was served. A signature without a key
 * to check it with is noted as unchecked, and adds no trust.
 */
public final class SecurityTxtReader implements Reader {
  /** What is read at most, in bytes; RFC 9116, section 5.4 asks for a limit and names none. */
  static final int MOST = 100 << 10;

  @Override
  public Kind kind() {
    return Kind.SECURITY_TXT;
  }

  @Override
  public boolean recognises(Source source) {
    byte[] head = source.head();
    String text =
        new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (text.stripLeading().startsWith("<") || text.indexOf('\0') >= 0) {
      return false;
    }
    boolean contact = hasField(text, "contact:");
    boolean named = source.shortName().equals("security.txt");
    return (contact && (hasField(text, "expires:") || named)) || (named && !text.isBlank());
  }

  private static boolean hasField(String text, String name) {
    return text.startsWith(name) || text.contains("\n" + name);
  }

  @Override
  public Reading read(Source source, Request request) {
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes(MOST + 1);
    } catch (IOException | IllegalStateException e) {
      return Reading.failed(
          new Problem(
              Place.whole(source.name()),
              "the file cannot be read",
              "fetch it again and check that it can be opened"));
    }
    Exhibit exhibit = request.exhibit();
    Instant fetched = exhibit.at();
    return read(source.name(), bytes, request, fetched == null ? request.at() : fetched);
  }

  private static Reading read(String name, byte[] raw, Request request, Instant now) {
    Rules rules = new Rules();
    List<Problem> problems = new ArrayList<>();
    byte[] bytes = raw;
    if (raw.length > MOST) {
      rules.add("T-size");
      bytes = Arrays.copyOf(raw, MOST);
    }
    boolean bom = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    bom = bom && bytes[2] == (byte) 0xBF;
    if (bom) {
      rules.add("E-bom", 1);
      bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean cut = raw.length > MOST;
    if (!cut && text.indexOf('\uFFFD') >= 0 && !isUtf8(text, bytes)) {
      rules.add("E-not-utf8");
    }
    ClearSigned message =
        text.contains("-----BEGIN PGP SIG")
            ? ClearSigned.of(new String(bytes, StandardCharsets.ISO_8859_1), rules)
            : null;
    Fields fields = new Fields(rules);
    if (message == null) {
      new Lines(text, rules, fields).read(1, bom);
    } else {
      new Lines(message.body(), rules, fields).read(message.firstLine(), false);
      checkSignature(message, request, now, rules, problems);
    }
    fields.finish(now, message != null);
    checkServed(request.exhibit(), fields, rules);
    SecurityTxt found = observation(name, request, fields, rules, message != null);
    return new Reading(List.of(found), problems, request.exhibit().at());
  }

  private static boolean isUtf8(String text, byte[] bytes) {
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static void checkSignature(
      ClearSigned message, Request request, Instant now, Rules rules, List<Problem> problems) {
    SignatureCheck check = new SignatureCheck(request.keys(), now);
    for (Source key : check.unreadable()) {
      problems.add(
          new Problem(
              Place.whole(key.name()),
              "this is no OpenPGP public key",
              "give the key that the Encryption field points at, armored or binary"));
    }
    byte[] packets = message.signature();
    if (packets != null) {
      check.check(packets, message.signed(), rules);
    }
  }

  private static void checkServed(Exhibit exhibit, Fields fields, Rules rules) {
    String url = exhibit.detail("url");
    String type = exhibit.detail("content_type");
    if (url != null && !url.isBlank()) {
      List<String> redirects = exhibit.detailList("redirects");
      Transport.checkWay(url, redirects, rules);
      List<String> canonical = fields.canonical();
      if (!canonical.isEmpty() && !Transport.isCanonical(canonical, url, redirects)) {
        rules.add("W-canonical-mismatch");
      }
      Transport.checkType(type, rules);
    } else if (type != null) {
      Transport.checkType(type, rules);
    }
  }

  private static SecurityTxt observation(
      String name, Request request, Fields fields, Rules rules, boolean signed) {
    State state =
        rules.anyError() ? State.INVALID : rules.anyDistrust() ? State.UNTRUSTED : State.VALID;
    Usability usability = usability(fields.usability(), rules, signed);
    return new SecurityTxt(
        Place.whole(name),
        request.exhibit().detail("url"),
        state,
        usability,
        fields.contacts(),
        fields.expires(),
        rules.ids(),
        signed,
        reason(state, rules, fields.expires()));
  }

  private static Usability usability(Usability form, Rules rules, boolean signed) {
    if (form == Usability.NO) {
      return Usability.NO;
    }
    boolean doubted = rules.anyDistrust() || rules.has("W-unauthenticated-content");
    for (String id : List.of("E-signature-bad", "E-signature-armor", "E-signed-format")) {
      doubted |= rules.has(id);
    }
    if (signed && doubted) {
      return Usability.UNTRUSTED;
    }
    if (rules.has("E-expired")) {
      return Usability.STALE;
    }
    return rules.has("T-size") ? Usability.REPAIRABLE : form;
  }

  private static String reason(State state, Rules rules, @Nullable Instant expires) {
    String main = rules.main();
    return switch (state) {
      case VALID ->
          expires == null
              ? "The file is as RFC 9116 wants it."
              : "The file is as RFC 9116 wants it and holds until " + expires + ".";
      case INVALID -> "The file breaks RFC 9116: " + main + ".";
      case UNTRUSTED -> "The file must not be relied on: " + main + ".";
    };
  }
}
