package dev.plimsoll.standards.updates;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.UpdatePackage;
import dev.plimsoll.model.observation.UpdatePackage.Authenticity;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a strong signature by the maker's key covers what an update package would run. */
public final class SignedUpdate implements Check {
  private static final String ASK_FOR_KEY =
      "get the maker's public key, name it under key: beside the package, and assess again";
  private static final String OFFER_IT =
      "offer this package to the product and record what happens (test tampered-update)";

  @Override
  public String requirement() {
    return "MSS-2.3";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.UPDATE);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Finding> findings = new ArrayList<>();
    for (Seen<UpdatePackage> seen : evidence.all(UpdatePackage.class)) {
      findings.add(draft(seen.what()).from(seen).build());
    }
    return findings;
  }

  private Finding.Draft draft(UpdatePackage update) {
    String what = "The update package (" + update.format() + "): " + update.reason();
    if (update.authenticity() == Authenticity.AUTHENTIC) {
      return pass(what).covers("signature");
    }
    if (update.authenticity() == Authenticity.OPEN) {
      return open(what, ASK_FOR_KEY);
    }
    // A signature that does not hold may be a changed copy: what counts is what the product does
    // with it.
    boolean refusable = update.signed() && !Boolean.TRUE.equals(update.verifies());
    return refusable ? open(what, OFFER_IT) : fail(what);
  }
}
