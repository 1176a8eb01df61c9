package dev.plimsoll.standards.passwords;

import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Seen;
import dev.plimsoll.model.observation.Account;
import dev.plimsoll.model.observation.Flow;
import dev.plimsoll.standards.Check;
import dev.plimsoll.standards.DeviceTraffic;
import dev.plimsoll.standards.DeviceTraffic.Talk;
import dev.plimsoll.standards.Evidence;
import dev.plimsoll.standards.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the firmware carries an account with a fixed password, and a login service of the product
 * answers on which it opens the product.
 */
public final class FixedAccount implements Check {
  /** Services that ask for the login name and password of an account of the system. */
  private static final Set<String> LOGINS = Set.of("telnet", "ssh", "ftp");

  private static final String SETTLE =
      "record a scan for services that take a login (test login-services), with a try of this account on each; "
          + "capture the traffic of the scan";

  @Override
  public String requirement() {
    return "MSS-3.4";
  }

  @Override
  public Set<Kind> reads() {
    return Set.of(Kind.ROOTFS, Kind.CAPTURE);
  }

  @Override
  public List<Finding> examine(Evidence evidence, Profile profile) {
    List<Talk> services = new ArrayList<>();
    for (Talk talk : DeviceTraffic.of(evidence).talks()) {
      Flow flow = talk.seen().what();
      if (talk.asServer()
          && flow.basis() == Flow.Basis.PROVEN
          && LOGINS.contains(flow.protocol().toLowerCase(Locale.ROOT))) {
        services.add(talk);
      }
    }
    List<Seen<Account>> accounts = evidence.all(Account.class);
    List<Finding> findings = new ArrayList<>();
    for (Seen<Account> seen : accounts) {
      Account account = seen.what();
      if (account.scheme().equals("none")) {
        findings.add(empty(seen, services));
      } else if (account.cracked() != null) {
        findings.add(known(seen, services));
      } else {
        findings.add(unknown(seen, services, accounts));
      }
    }
    return findings;
  }

  /** Secure shells and most others turn an empty password away; telnet takes it. */
  private Finding empty(Seen<Account> seen, List<Talk> services) {
    String what = "The account '%s' of the firmware has no password".formatted(seen.what().user());
    for (Talk talk : services) {
      if (talk.seen().what().protocol().equalsIgnoreCase("telnet")) {
        return fail(what + ", and " + answers(talk) + ".").from(seen).from(talk.seen()).build();
      }
    }
    return open(what + "; no service was seen that would take it.", SETTLE).from(seen).build();
  }

  private Finding known(Seen<Account> seen, List<Talk> services) {
    String what =
        "The password of the account '%s' is built into the firmware and stands in a public list (%s)"
            .formatted(seen.what().user(), seen.what().cracked());
    if (services.isEmpty()) {
      return open(what + "; no login service was seen on which it would open the product.", SETTLE)
          .from(seen)
          .build();
    }
    Talk talk = services.getFirst();
    return fail(what + ", and " + answers(talk) + ".").from(seen).from(talk.seen()).build();
  }

  /** One file system alone cannot show that another unit has the same password: two can. */
  private Finding unknown(Seen<Account> seen, List<Talk> services, List<Seen<Account>> accounts) {
    Account account = seen.what();
    Seen<Account> twin = twin(seen, accounts);
    String what = "The account '%s' can log in with a password".formatted(account.user());
    String tried =
        account.tried() == 0
            ? "no candidate was tried on its hash (%s)".formatted(account.scheme())
            : "it was not among the %d candidates that were tried (%s)"
                .formatted(account.tried(), account.scheme());
    if (twin != null && !services.isEmpty()) {
      Talk talk = services.getFirst();
      return fail("%s that is the same in %s and %s, and %s."
              .formatted(what, seen.artefact().file(), twin.artefact().file(), answers(talk)))
          .from(seen)
          .from(twin)
          .from(talk.seen())
          .build();
    }
    String settle =
        services.isEmpty()
            ? SETTLE
            : "compare with the root file system of a second unit, or ask the maker whether each unit"
                + " gets its own password and the owner can change it";
    return open(
            what + "; " + tried + ". If it is the same in all units, it is a fixed way in.", settle)
        .from(seen)
        .build();
  }

  private static @Nullable Seen<Account> twin(Seen<Account> seen, List<Seen<Account>> accounts) {
    for (Seen<Account> other : accounts) {
      boolean elsewhere =
          !other.artefact().file().equals(seen.artefact().file())
              && (seen.artefact().sha256().isEmpty()
                  || !other.artefact().sha256().equals(seen.artefact().sha256()));
      if (elsewhere
          && other.what().user().equals(seen.what().user())
          && other.what().sha256().equals(seen.what().sha256())) {
        return other;
      }
    }
    return null;
  }

  private static String answers(Talk talk) {
    return "the product answers on "
        + talk.seen().what().protocol()
        + " (port "
        + talk.seen().what().server().port()
        + ")";
  }
}
