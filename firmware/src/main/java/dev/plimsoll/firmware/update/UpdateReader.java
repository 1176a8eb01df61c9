package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an update package and says what vouches for the bytes that will run: one {@link
 * dev.plimsoll.model.observation.UpdatePackage}.
 *
 * <p>Signatures are checked with the keys of the request alone. A detached signature is looked for
 * among the siblings and beside the file. Validity in time is judged at the moment that the package
 * was got, where the tester states it, else at the clock of the request.
 */
public final class UpdateReader implements Reader {
  private static final String UNKNOWN = "unknown";

  @Override
  public Kind kind() {
    return Kind.UPDATE;
  }

  @Override
  public boolean recognises(Source source) {
    byte[] head = source.head();
    if (head.length == 0) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      Slice file = Slice.of(source.map(arena), source.name());
      return DetachedSignature.of(file) != null || Formats.of(file) != null;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public Reading read(Source source, Request request) {
    TrustAnchors anchors = AnchorParser.parse(request.keys());
    List<Problem> problems = new ArrayList<>(anchors.problems());
    Instant got = request.exhibit().at();
    Trial trial = new Trial(anchors, got != null ? got : request.at(), request.budget(), 0);
    Appraisal appraisal;
    try (Arena arena = Arena.ofConfined()) {
      appraisal = appraise(source, request, trial, arena);
    } catch (Malformed e) {
      appraisal = Appraisal.open(UNKNOWN, e.place(), "it cannot be read whole: it " + e.what());
      problems.add(problem(e.place(), e.what()));
    } catch (Budget.Exhausted e) {
      Place place = Place.whole(source.name());
      appraisal = Appraisal.open(UNKNOWN, place, "it needs " + e.getMessage() + " to read");
      problems.add(
          new Problem(place, "needs " + e.getMessage(), "check whether this is the real package"));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Place place = Place.whole(source.name());
      appraisal = Appraisal.open(UNKNOWN, place, "it cannot be read");
      problems.add(problem(place, "cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
    return new Reading(List.of(appraisal.observation()), problems, null);
  }

  private static Problem problem(Place place, String what) {
    return new Problem(place, what, "fetch the package again and compare its size");
  }

  private static Appraisal appraise(Source source, Request request, Trial trial, Arena arena)
      throws IOException {
    if (source.isFolder()) {
      return Appraisal.open(
          UNKNOWN, Place.whole(source.name()), "this folder is no repository of a known format");
    }
    Slice file = Slice.of(source.map(arena), source.name());
    if (file.size() == 0) {
      return Appraisal.open(UNKNOWN, file.whole(), "the file is empty");
    }
    Neighbourhood neighbourhood = new Neighbourhood(source, file, request, trial, arena);
    DetachedSignature signature = DetachedSignature.of(file);
    if (signature == null && Formats.of(file) == null) {
      signature = RawSignature.plain(source.shortName(), file);
    }
    if (signature != null) {
      return neighbourhood.signatureOverPackage(signature);
    }
    return packageItself(file, neighbourhood, trial);
  }

  private static Appraisal packageItself(Slice file, Neighbourhood neighbourhood, Trial trial) {
    PackageFormat format = Formats.of(file);
    Appraisal own = format == null ? null : format.appraise(file, trial);
    if (own != null && own.signed()) {
      return own;
    }
    Appraisal beside = neighbourhood.packageUnderSignature();
    if (beside != null) {
      return own == null ? beside : beside.withVersion(own.version());
    }
    return own != null ? own : unknown(file);
  }

  private static Appraisal unknown(Slice file) {
    ChecksumFile checksums = ChecksumFile.parse(file);
    return checksums != null
        ? checksums.appraise(file)
        : Appraisal.open(
            UNKNOWN, file.whole(), "its format is not known, and no signature lies beside it");
  }
}
