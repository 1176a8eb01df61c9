package dev.plimsoll.capture.radio.bluetooth;

import dev.plimsoll.capture.link.Packet;
import dev.plimsoll.capture.radio.bluetooth.Outcome.Stage;
import dev.plimsoll.model.observation.Flow.Protection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All links and pairings of one capture, and which of them decides. */
final class Ledger {
  /** Most links, and most pairings, that are kept. */
  static final int MAX = 4096;

  private final List<LeLink> leLinks = new ArrayList<>();
  private final List<LePairing> lePairings = new ArrayList<>();
  private final List<BredrPairing> bredrPairings = new ArrayList<>();
  private final Map<Long, BredrPairing> bredrByPeer = new HashMap<>();
  private boolean full;
  private boolean advertises;

  /** Whether there were more links or pairings than are kept. */
  boolean isFull() {
    return full;
  }

  void advertises() {
    advertises = true;
  }

  /** A new LE link; one that is not kept where there are too many. */
  LeLink leLink(List<String> ends, boolean fromStart, long frame) {
    LeLink link = new LeLink(this, ends, fromStart, frame);
    if (leLinks.size() < MAX) {
      leLinks.add(link);
    } else {
      full = true;
    }
    return link;
  }

  LePairing lePairing(List<String> ends, long frame) {
    LePairing pairing = new LePairing(ends, frame);
    if (lePairings.size() < MAX) {
      lePairings.add(pairing);
    } else {
      full = true;
    }
    return pairing;
  }

  /** What is known of a BR/EDR device by its address, on one adapter. */
  BredrPairing bredr(int adapter, long address, long frame) {
    long key = (long) adapter << 48 | address;
    BredrPairing known = bredrByPeer.get(key);
    return known != null ? known : nextBredr(key, address, frame);
  }

  /** The same, for a message that opens a pairing. */
  BredrPairing openBredr(int adapter, long address, long frame) {
    BredrPairing known = bredr(adapter, address, frame);
    return known.isOver() ? nextBredr((long) adapter << 48 | address, address, frame) : known;
  }

  private BredrPairing nextBredr(long key, long address, long frame) {
    BredrPairing pairing = new BredrPairing(List.of(Packet.macText(address)), frame);
    if (bredrPairings.size() < MAX) {
      bredrPairings.add(pairing);
      bredrByPeer.put(key, pairing);
    } else {
      full = true;
    }
    return pairing;
  }

  /** The outcome that decides for the capture; null where there is no Bluetooth at all. */
  @Nullable Outcome decisive() {
    List<Outcome> all = new ArrayList<>();
    lePairings.forEach(each -> all.add(each.outcome()));
    bredrPairings.forEach(each -> all.add(each.outcome()));
    leLinks.stream().filter(LeLink::usesStoredKey).forEach(each -> all.add(each.storedKey()));
    Outcome best = all.stream().min(Outcome.DECISIVE).orElse(null);
    if (best == null || best.stage() == Stage.NOTHING) {
      return leLinks.isEmpty() && !advertises ? best : nothing();
    }
    return best.technology().equals(Outcome.LE) ? withValues(best) : best;
  }

  /** Says beside a pairing that values went over the air before it. */
  private Outcome withValues(Outcome best) {
    if (leLinks.stream().noneMatch(link -> link.values() > 0)) {
      return best;
    }
    Set<String> findings = new TreeSet<>(best.findings());
    findings.add("values_before_encryption");
    return new Outcome(
        best.stage(),
        best.grade(),
        best.technology(),
        best.pairing(),
        best.model(),
        best.mitm(),
        best.keySize(),
        best.reason(),
        best.protection(),
        findings,
        best.ends(),
        best.first(),
        best.last());
  }

  /** What LE links show where nobody pairs. */
  private Outcome nothing() {
    for (LeLink link : leLinks) {
      if (link.values() > 0) {
        String reason =
            "No pairing was seen, and values (%d) were written or reported without encryption."
                .formatted(link.values());
        return unpaired(reason, Protection.CLEARTEXT, Set.of("values_before_encryption"), link);
      }
    }
    for (LeLink link : leLinks) {
      if (link.isEncrypted()) {
        String reason = "The link was encrypted; the pairing that its key came from was not seen.";
        return unpaired(reason, Protection.ENCRYPTED, Set.of(), link);
      }
    }
    return unpaired(
        "No pairing was seen, nor the use of a stored key.",
        advertises ? Protection.INFRASTRUCTURE : null,
        Set.of(),
        null);
  }

  private static Outcome unpaired(
      String reason, @Nullable Protection protection, Set<String> findings, @Nullable LeLink link) {
    return new Outcome(
        Stage.NOTHING,
        Grade.NO_PAIRING_SEEN,
        Outcome.LE,
        null,
        "none",
        null,
        0,
        reason,
        protection,
        findings,
        link == null ? List.of() : link.ends(),
        link == null ? 0 : link.first(),
        link == null ? 0 : link.last());
  }
}
