package dev.plimsoll.disclosure;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.DisclosurePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vendor's page on reports of vulnerabilities, HTML or plain text: how to report, the time
 * of an acknowledgement, word on progress, and whether an account is needed.
 *
 * <p>Key of its evidence entry: {@code url}, where the page was fetched from. Sentences are found
 * by their English words; of a page in another language the contact alone is found.
 */
public final class DisclosurePolicyReader implements Reader {
  private static final int MOST = 4 << 20;

  @Override
  public Kind kind() {
    return Kind.DISCLOSURE_POLICY;
  }

  @Override
  public boolean recognises(Source source) {
    String head = new String(source.head(), StandardCharsets.UTF_8);
    if (head.indexOf('\0') >= 0 || head.isBlank() || head.stripLeading().startsWith("{")) {
      return false;
    }
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("vulnerabilit")
        && (lower.contains("vulnerability disclosure")
            || lower.contains("report a vulnerability")
            || lower.contains("reporting a vulnerability")
            || lower.contains("report a security")
            || lower.contains("responsible disclosure")
            || lower.contains("coordinated disclosure")
            || lower.contains("report vulnerabilities")
            || lower.contains("bug bounty"));
  }

  @Override
  public Reading read(Source source, Request request) {
    String text;
    try {
      text = new String(source.bytes(MOST), StandardCharsets.UTF_8);
    } catch (Source.TooLarge e) {
      return failed(
          source, "the page is larger than 4 MiB", "save the page alone, as HTML or text");
    } catch (IOException | IllegalStateException e) {
      return failed(source, "the file cannot be read", "fetch the page again");
    }
    String url = request.exhibit().detail("url");
    Page page = page(source.name(), text, url);
    if (page.passages().stream().allMatch(passage -> passage.text().isEmpty())) {
      return failed(
          source, "the page holds no text", "save it from a browser, after its scripts have run");
    }
    return new Reading(List.of(read(source.name(), page, url)), List.of(), request.exhibit().at());
  }

  private static Page page(String name, String text, @Nullable String url) {
    String head = text.substring(0, Math.min(text.length(), 4096)).toLowerCase(Locale.ROOT);
    boolean html =
        head.contains("<html")
            || head.contains("<!doctype")
            || head.contains("<p")
            || head.contains("<div")
            || head.contains("<body");
    return html ? Page.ofHtml(name, text, url == null ? "" : url) : Page.ofText(name, text);
  }

  private static DisclosurePolicy read(String name, Page page, @Nullable String url) {
    Contacts contacts = new Contacts(page.passages(), url);
    DisclosurePolicy.Quote acknowledgement = null;
    DisclosurePolicy.Quote updates = null;
    DisclosurePolicy.Quote programme = null;
    for (Page.Passage passage : page.passages()) {
      for (String sentence : Sentences.of(passage.text())) {
        DisclosurePolicy.Quote quote = new DisclosurePolicy.Quote(passage.place(), sentence);
        if (acknowledgement == null && Sentences.promisesAcknowledgement(sentence)) {
          acknowledgement = quote;
        }
        if (updates == null && Sentences.promisesUpdates(sentence)) {
          updates = quote;
        }
        if (programme == null && Contacts.invitesToProgramme(sentence)) {
          programme = quote;
        }
      }
    }
    return new DisclosurePolicy(
        Place.whole(name),
        url,
        contacts.best(),
        contacts.isOfVulnerabilities() ? acknowledgement : null,
        contacts.isOfVulnerabilities() ? updates : null,
        programme,
        contacts.account());
  }

  private static Reading failed(Source source, String what, String mend) {
    return Reading.failed(new Problem(Place.whole(source.name()), what, mend));
  }
}
