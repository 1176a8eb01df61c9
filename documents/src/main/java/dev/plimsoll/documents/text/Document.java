package dev.plimsoll.documents.text;

import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of words: its passages, and what its format says of it.
 *
 * @param passages the passages, in order; their number is their index
 * @param title title of an HTML page; empty where there is none
 * @param declaredLanguage language that the page declares, as written; null where it does not
 * @param html whether it is HTML
 * @param signs what else the page holds
 * @param problems what could not be read
 */
public record Document(
    List<Passage> passages,
    String title,
    @Nullable String declaredLanguage,
    boolean html,
    Signs signs,
    List<Problem> problems) {
  /** Bytes that are read of one document, before scripts, styles and embedded pictures go. */
  public static final int MAX_READ = 64 << 20;

  /** Bytes of mark-up and words that are kept of one document. */
  public static final int MAX_KEPT = 4 << 20;

  public Document {
    passages = List.copyOf(passages);
    problems = List.copyOf(problems);
  }

  /**
   * What a page holds beside its words.
   *
   * @param scripts number of script elements
   * @param images number of pictures
   * @param passwordFields number of fields that ask for a password
   * @param frames addresses of frames in it
   */
  public record Signs(int scripts, int images, int passwordFields, List<String> frames) {
    /** Nothing beside the words. */
    public static final Signs NONE = new Signs(0, 0, 0, List.of());

    public Signs {
      frames = List.copyOf(frames);
    }
  }

  /** Reads a document. Never throws on its content; what could not be read is a problem. */
  public static Document read(Source source, Request request) {
    List<Problem> problems = new ArrayList<>();
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes(MAX_READ);
      if (in.read() >= 0) {
        problems.add(cut(source, MAX_READ));
      }
    } catch (IOException | RuntimeException e) {
      problems.add(
          new Problem(
              Place.whole(source.name()), "cannot be read", "look at the file and its rights"));
      return new Document(List.of(), "", null, false, Signs.NONE, problems);
    }
    if (isPdf(bytes)) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              "is a PDF, which is not read here",
              "save its text (pdftotext does) and give that file"));
      return new Document(List.of(), "", null, false, Signs.NONE, problems);
    }
    return of(source, request, bytes, problems);
  }

  private static Document of(Source source, Request request, byte[] bytes, List<Problem> problems) {
    boolean html = Markup.looksLikeHtml(bytes);
    byte[] kept = html ? Markup.withoutBallast(bytes) : bytes;
    if (kept.length > MAX_KEPT) {
      kept = java.util.Arrays.copyOf(kept, MAX_KEPT);
      problems.add(cut(source, MAX_KEPT));
    }
    String text = Charsets.decode(kept, request.exhibit().detail("content_type"));
    request.budget().check();
    if (!html) {
      return new Document(TextPassages.of(text), "", null, false, Signs.NONE, problems);
    }
    return Markup.read(text, problems, request.budget());
  }

  private static Problem cut(Source source, int limit) {
    return new Problem(
        Place.offset(source.name(), limit),
        "is larger than " + (limit >> 20) + " MiB; what comes behind was not read",
        "give the text of the document alone");
  }

  private static boolean isPdf(byte[] bytes) {
    return bytes.length > 4
        && bytes[0] == '%'
        && bytes[1] == 'P'
        && bytes[2] == 'D'
        && bytes[3] == 'F';
  }
}
