package dev.plimsoll.firmware.update;

import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files beside an artefact: a detached signature is paired with its package here.
 *
 * <p>A pairing by full name ({@code x.bin} and {@code x.bin.sig}) or by the name in the signature
 * itself is binding. Any other is a guess: a signature that fits is a find, one that doesn't says
 * nothing.
 */
final class Neighbourhood {
  private static final int MAX_CANDIDATES = 8;
  private static final int MAX_SIGNATURE = 64 << 10;

  private final Source source;
  private final Slice file;
  private final Trial trial;
  private final Arena arena;
  private final Map<String, Source> beside = new LinkedHashMap<>();

  Neighbourhood(Source source, Slice file, Request request, Trial trial, Arena arena) {
    this.source = source;
    this.file = file;
    this.trial = trial;
    this.arena = arena;
    List<Source> all = new ArrayList<>(request.siblings());
    all.addAll(source.neighbours());
    for (Source each : all) {
      if (!each.isFolder() && each.isMappable() && !each.shortName().equals(source.shortName())) {
        beside.putIfAbsent(each.shortName(), each);
      }
    }
  }

  /** The artefact is a signature: what it says of the package beside it. */
  Appraisal signatureOverPackage(DetachedSignature signature) {
    List<Source> binding = binding(signature);
    List<Source> candidates = binding.isEmpty() ? guesses() : binding;
    SignatureResult decided = null;
    for (Source candidate : candidates) {
      SignatureResult result = verify(signature, candidate);
      if (result != null && (decided == null || result.beats(decided))) {
        decided = result.because(result.why() + " (over " + candidate.shortName() + ")");
      }
    }
    return said(signature, decided, !binding.isEmpty());
  }

  private Appraisal said(
      DetachedSignature signature, @Nullable SignatureResult decided, boolean binding) {
    if (decided == null) {
      return Appraisal.open(
          signature.format(), file.whole(), "this is a signature; the package is not beside it");
    }
    if (decided.state() == SignatureResult.State.WRONG && !binding) {
      return Appraisal.open(
          signature.format(),
          file.whole(),
          "this is a signature that fits none of the files beside it; its package may be missing");
    }
    return Appraisal.signed(signature.format(), file.whole(), decided, WHOLE_FILE)
        .withVersion(decided.isVerified() ? signature.version() : null);
  }

  private static final Appraisal.Coverage WHOLE_FILE =
      new Appraisal.Coverage.Complete("it covers every byte of the file");

  private List<Source> binding(DetachedSignature signature) {
    List<Source> found = new ArrayList<>();
    String name = source.shortName();
    for (String ending : DetachedSignature.ENDINGS) {
      if (name.endsWith(ending)) {
        Source exact = beside.get(name.substring(0, name.length() - ending.length()));
        if (exact != null) {
          found.add(exact);
        }
      }
    }
    String said = signature.madeOver();
    Source named = said == null || !found.isEmpty() ? null : beside.get(said);
    if (named != null) {
      found.add(named);
    }
    return found;
  }

  /** Files that are no signatures or checksums, those of the most similar name first. */
  private List<Source> guesses() {
    return beside.values().stream()
        .sorted(
            Comparator.comparingInt((Source each) -> -commonStart(each.shortName()))
                .thenComparing(Source::name))
        .limit(4L * MAX_CANDIDATES)
        .filter(this::isPayload)
        .limit(MAX_CANDIDATES)
        .toList();
  }

  private int commonStart(String name) {
    String mine = source.shortName();
    int common = 0;
    while (common < Math.min(mine.length(), name.length())
        && mine.charAt(common) == name.charAt(common)) {
      common++;
    }
    return common;
  }

  private boolean isPayload(Source each) {
    Slice slice = slice(each);
    return slice != null
        && slice.size() > 0
        && recognised(each.shortName(), slice) == null
        && ChecksumFile.parse(slice) == null;
  }

  private @Nullable SignatureResult verify(DetachedSignature signature, Source candidate) {
    Slice slice = slice(candidate);
    return slice == null ? null : signature.verify(Covered.of(slice), trial);
  }

  /** The signature in a file, told by content, else by name and length; null where it is none. */
  static @Nullable DetachedSignature recognised(String name, Slice file) {
    DetachedSignature signature = content(file);
    return signature != null ? signature : RawSignature.plain(name, file);
  }

  private static @Nullable DetachedSignature content(Slice file) {
    try {
      return DetachedSignature.of(file);
    } catch (Malformed e) {
      return null;
    }
  }

  private @Nullable Slice slice(Source each) {
    try {
      return Slice.of(each.map(arena), each.name());
    } catch (IOException | IllegalStateException e) {
      return null;
    }
  }

  /** The artefact is a package: what a signature beside it says; null where none lies there. */
  @Nullable Appraisal packageUnderSignature() {
    Appraisal decided = null;
    for (Source each : beside.values()) {
      String name = each.shortName();
      boolean exact = isExact(name);
      if (!exact && !name.startsWith(stem() + ".")) {
        continue;
      }
      Appraisal found = under(each, exact);
      if (found != null && (decided == null || rank(found) < rank(decided))) {
        decided = found;
      }
    }
    return decided;
  }

  private boolean isExact(String name) {
    return DetachedSignature.ENDINGS.stream()
        .anyMatch(end -> name.equals(source.shortName() + end));
  }

  private String stem() {
    String name = source.shortName();
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private @Nullable Appraisal under(Source beside, boolean exact) {
    Slice slice = slice(beside);
    DetachedSignature signature =
        slice == null || slice.size() > MAX_SIGNATURE
            ? null
            : exact ? recognised(beside.shortName(), slice) : content(slice);
    if (signature == null) {
      return null;
    }
    boolean binding = exact || source.shortName().equals(signature.madeOver());
    SignatureResult result = signature.verify(Covered.of(file), trial);
    if (!binding && !result.isVerified()) {
      return null;
    }
    return Appraisal.signed(
            signature.format(),
            file.whole(),
            result.because(result.why() + " (" + beside.shortName() + ")"),
            WHOLE_FILE)
        .withVersion(result.isVerified() ? signature.version() : null);
  }

  private static int rank(Appraisal appraisal) {
    return switch (appraisal.authenticity()) {
      case AUTHENTIC -> 0;
      case NOT_AUTHENTIC -> 1;
      case OPEN -> 2;
    };
  }
}
