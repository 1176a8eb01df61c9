package dev.plimsoll.report;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Mark;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Result;
import dev.plimsoll.model.Strength;
import dev.plimsoll.model.Verdict;
import dev.plimsoll.model.observation.Flow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assessments made by hand: one as rich as a real one, one with nothing, one full of malice. */
final class Samples {
  static final Instant AT = Instant.parse("2026-11-24T08:30:00Z");
  static final String HOSTILE =
      "<script>alert(1)</script>\"'&<b>\u202Egnp.exe\u0007\u001b[31m\u0000\u200b\r\n✓ met\ud800";
  private static final String MAC = "20:f8:5e:ca:91:52";
  private static final String SETUP = "captures/setup.pcapng";
  private static final String USE = "captures/use.pcapng";
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  private Samples() {}

  /** A doorbell that fails two standards, with two open, and one met. */
  static Assessment doorbell() {
    return new Assessment(
        product(),
        AT,
        "minimum-standards 1.0",
        "general 2026-11",
        Result.DOES_NOT_MEET,
        List.of(communications(), updates(), passwords(), vulnerabilities(), privacy()),
        facts(),
        List.of(
            new Claim(
                "MSS-2.2",
                "Automatic updates are on by default.",
                "vendor",
                LocalDate.parse("2026-10-01"),
                "answers.pdf")),
        artefacts(),
        List.of(
            new Problem(
                Place.offset("firmware/ad2-2.4.1.bin", 1_048_576),
                "the image ends in the middle of its file system",
                "fetch the file again and compare its size with the vendor's")),
        flows());
  }

  /** Nothing was handed in. */
  static Assessment nothing() {
    return new Assessment(
        Product.named("Nameless"),
        AT,
        "minimum-standards 1.0",
        "general 2026-11",
        Result.CANNOT_CONFIRM,
        List.of(
            standard(
                "MSS-1",
                "Encrypted communications",
                "nobody can read or alter traffic on the way",
                Verdict.NOT_ASSESSED,
                "Nothing was handed in that could decide it.",
                open(
                    "MSS-1.1",
                    "Device-to-service traffic is encrypted",
                    Verdict.NOT_ASSESSED,
                    "a capture of set-up, idle and use; anybody with the product and a router can make one"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** One finding that rests on a thousand frames. */
  static Assessment manyPlaces() {
    Finding.Draft draft =
        Finding.draft("CleartextToService", "MSS-1.1", Verdict.FAIL, "readable traffic");
    for (int i = 0; i < 1000; i++) {
      draft.from(capture(USE), Place.frame(USE, 10L + i * 7L));
    }
    RequirementVerdict requirement =
        requirement(
            "MSS-1.1",
            "Device-to-service traffic is encrypted",
            true,
            Verdict.FAIL,
            "Readable traffic was seen.",
            Strength.OBSERVED,
            List.of(draft.build()));
    return new Assessment(
        Product.named("Lamp"),
        AT,
        "minimum-standards 1.0",
        "general 2026-11",
        Result.DOES_NOT_MEET,
        List.of(
            standard(
                "MSS-1",
                "Encrypted communications",
                "nobody can read it",
                Verdict.FAIL,
                "Readable traffic was seen.",
                requirement)),
        List.of(),
        List.of(),
        List.of(capture(USE)),
        List.of(),
        List.of());
  }

  /** Every text that can come from outside is hostile. */
  static Assessment hostile() {
    Place place = new Place(HOSTILE, HOSTILE, Place.Unit.FRAME, 12, 19);
    Finding finding =
        new Finding(
            HOSTILE,
            HOSTILE,
            Verdict.FAIL,
            Strength.OBSERVED,
            HOSTILE,
            List.of(place),
            HOSTILE,
            Set.of(HOSTILE),
            HOSTILE,
            AT);
    RequirementVerdict requirement =
        new RequirementVerdict(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            true,
            Verdict.FAIL,
            HOSTILE,
            Strength.OBSERVED,
            Set.of(Mark.CONFLICT),
            List.of(finding),
            List.of(HOSTILE));
    Product product =
        new Product(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            List.of(HOSTILE),
            HOSTILE,
            HOSTILE,
            List.of(HOSTILE),
            HOSTILE,
            HOSTILE,
            null,
            null,
            null,
            List.of(MAC),
            List.of(),
            Map.of(HOSTILE, new Product.DeclaredFact(true, HOSTILE)));
    Flow flow =
        flow(
            HOSTILE,
            40,
            "203.0.113.9",
            80,
            HOSTILE,
            0,
            5,
            900,
            HOSTILE,
            Flow.Protection.CLEARTEXT,
            HOSTILE);
    return new Assessment(
        product,
        AT,
        HOSTILE,
        HOSTILE,
        Result.DOES_NOT_MEET,
        List.of(
            new StandardVerdict(
                HOSTILE, HOSTILE, HOSTILE, Verdict.FAIL, HOSTILE, List.of(requirement))),
        List.of(new Fact(HOSTILE, null, false, HOSTILE, List.of(place))),
        List.of(new Claim(HOSTILE, HOSTILE, HOSTILE, null, HOSTILE)),
        List.of(
            new Artefact(
                HOSTILE, Kind.CAPTURE, "", 0, Set.of(HOSTILE), HOSTILE, null, Strength.DECLARED)),
        List.of(new Problem(place, HOSTILE, HOSTILE)),
        List.of(flow));
  }

  private static Product product() {
    return new Product(
        "Doorbell Two",
        "Acme Home",
        "AD-2",
        "B",
        List.of("04006381333931"),
        "camera",
        "general",
        List.of("GB", "DE"),
        "2.4.1",
        "5.0.2",
        LocalDate.parse("2025-03-01"),
        null,
        LocalDate.parse("2029-03-01"),
        List.of(MAC),
        List.of(),
        Map.of(
            "auth.password.remote",
            new Product.DeclaredFact(true, null),
            "radio.shortrange",
            new Product.DeclaredFact(false, "captures/setup.pcapng")));
  }

  private static StandardVerdict communications() {
    Finding clear =
        Finding.draft(
                "CleartextToService",
                "MSS-1.1",
                Verdict.FAIL,
                "HTTP to api.acme-home.example could be read: it carries the account name and a session token (POST /v1/login, user=a***@example.org)")
            .from(capture(SETUP), Place.frames(SETUP, 812, 829))
            .from(capture(USE), Place.frame(USE, 4071))
            .build();
    Finding fine =
        Finding.draft(
                "EncryptedToService",
                "MSS-1.1",
                Verdict.PASS,
                "41 conversations with 3 services outside the home run inside TLS 1.2 or 1.3")
            .from(capture(USE), Place.frames(USE, 12, 9120))
            .covers(List.of("use", "idle"))
            .build();
    Finding group =
        Finding.draft(
                "OpenOnHomeNetwork",
                "MSS-1.2",
                Verdict.INCONCLUSIVE,
                "nothing was exchanged with a phone on the home network in these recordings")
            .from(capture(USE), Place.whole(USE))
            .settle("a capture while the app is used on the same network")
            .cites("MSS-A.1")
            .build();
    Finding old =
        Finding.draft(
                "CurrentCryptography",
                "MSS-1.6",
                Verdict.FAIL,
                "TLS 1.0 was agreed with time.acme-home.example")
            .from(capture(SETUP), Place.frame(SETUP, 233))
            .build();
    return standard(
        "MSS-1",
        "Encrypted communications",
        "nobody can read or alter traffic on the way",
        Verdict.FAIL,
        "The product sends the account name and a key to that account in the open during set-up.",
        requirement(
            "MSS-1.1",
            "Device-to-service traffic is encrypted",
            true,
            Verdict.FAIL,
            "Readable traffic to a service outside the home was seen.",
            Strength.OBSERVED,
            List.of(clear, fine)),
        open(
            "MSS-1.2",
            "Local-network traffic is encrypted",
            Verdict.INCONCLUSIVE,
            "a capture while the app is used on the same network; anybody with the product, a phone and a router can make one",
            group),
        open(
            "MSS-1.3",
            "App and account traffic is encrypted",
            Verdict.NOT_ASSESSED,
            "a capture of the phone while the app is used; anybody with the product and a phone can make one"),
        requirement(
            "MSS-1.4",
            "Short-range radio links are encrypted",
            true,
            Verdict.NOT_APPLICABLE,
            "A radio scan shows no short-range radio.",
            null,
            List.of()),
        requirement(
            "MSS-1.6",
            "Cryptography in use is current",
            false,
            Verdict.FAIL,
            "A withdrawn version was agreed.",
            Strength.OBSERVED,
            List.of(old)));
  }

  private static StandardVerdict updates() {
    Finding signed =
        Finding.draft(
                "UpdateAuthentic",
                "MSS-2.3",
                Verdict.PASS,
                "the package's Ed25519 signature verifies with the vendor's key over all bytes that run")
            .from(
                artefact("updates/ad2-2.4.1.bin", Kind.UPDATE),
                Place.offset("updates/ad2-2.4.1.bin", 0))
            .build();
    return standard(
        "MSS-2",
        "Security updates",
        "known holes get closed, safely and without work for the user",
        Verdict.INCONCLUSIVE,
        "Updates are signed, but nobody has shown that they arrive on their own.",
        open(
            "MSS-2.1",
            "An automatic update mechanism exists",
            Verdict.INCONCLUSIVE,
            "a record of the test update-automatic with a photo; a tester with an older firmware can make one"),
        open(
            "MSS-2.2",
            "Automatic updating is on by default",
            Verdict.INCONCLUSIVE,
            "a record of the test update-automatic with a photo; a tester with an older firmware can make one"),
        requirement(
            "MSS-2.3",
            "Updates are verified before installation",
            true,
            Verdict.PASS,
            "Every package that was handed in is authentic.",
            Strength.OBSERVED,
            List.of(signed)),
        new RequirementVerdict(
            "MSS-2.4",
            "Update support lasts a reasonable, stated time",
            "The vendor states until when security updates are provided; the date has not passed; and the length is reasonable for the product type.",
            true,
            Verdict.INCONCLUSIVE,
            "The vendor's page and its answer name different dates.",
            null,
            Set.of(Mark.CONFLICT, Mark.STALE),
            List.of(),
            List.of(
                "a dated statement of the end of support on the vendor's site; the vendor can supply it")));
  }

  private static StandardVerdict passwords() {
    Finding tie =
        Finding.draft(
                "FactoryPasswords",
                "MSS-3.1",
                Verdict.FAIL,
                "the passwords of all 6 units are the last 8 digits of the serial number")
            .from(artefact("labels.csv", Kind.UNITS), Place.line("labels.csv", 2))
            .build();
    Finding account =
        Finding.draft(
                "RemoteAccounts",
                "MSS-3.4",
                Verdict.FAIL,
                "the account root opens with a password that stands in public lists")
            .from(
                artefact("rootfs.tar", Kind.ROOTFS),
                new Place("rootfs.tar", "etc/shadow", Place.Unit.LINE, 1, 1))
            .build();
    return standard(
        "MSS-3",
        "Strong passwords",
        "nobody gets in by guessing",
        Verdict.FAIL,
        "The password on the label can be worked out from the serial number beside it.",
        requirement(
            "MSS-3.1",
            "No shared default password survives set-up",
            true,
            Verdict.FAIL,
            "The default passwords can be derived.",
            Strength.TESTED,
            List.of(tie)),
        requirement(
            "MSS-3.4",
            "No hidden or fixed remote credentials",
            true,
            Verdict.FAIL,
            "A built-in account opens with a known password.",
            Strength.OBSERVED,
            List.of(account)),
        open(
            "MSS-3.2",
            "Strong passwords are required",
            Verdict.NOT_ASSESSED,
            "a record of the test password-rules; anybody with an account can make one"));
  }

  private static StandardVerdict vulnerabilities() {
    Finding contact =
        Finding.draft(
                "WorkingContact",
                "MSS-4.1",
                Verdict.PASS,
                "security.txt names a mail address and is valid until 1 June 2027")
            .from(artefact("security.txt", Kind.SECURITY_TXT), Place.line("security.txt", 1))
            .build();
    return standard(
        "MSS-4",
        "Vulnerability management",
        "problems can be reported and are dealt with for the whole life",
        Verdict.PASS,
        "Problems can be reported, and past reports led to fixes.",
        requirement(
            "MSS-4.1",
            "A working contact for vulnerability reports",
            true,
            Verdict.PASS,
            "A contact that anyone can use is published.",
            Strength.OBSERVED,
            List.of(contact)),
        requirement(
            "MSS-4.4",
            "Vulnerabilities in shipped software are tracked for life",
            true,
            Verdict.PASS,
            "The component list is complete and nothing in it is open.",
            Strength.DOCUMENTED,
            List.of()));
  }

  private static StandardVerdict privacy() {
    Finding retention =
        Finding.draft(
                "RetentionStated",
                "MSS-5.8",
                Verdict.INCONCLUSIVE,
                "the policy says “as long as necessary”, which names no period")
            .from(artefact("policy.html", Kind.PRIVACY_POLICY), Place.passage("policy.html", 17))
            .build();
    return standard(
        "MSS-5",
        "Privacy practices",
        "people know, choose, and can leave",
        Verdict.INCONCLUSIVE,
        "There is a policy, but it does not say how to delete the account.",
        open(
            "MSS-5.7",
            "Users can delete their data and account",
            Verdict.ERROR,
            "a record of the test account-deletion; anybody with an account can make one"),
        open(
            "MSS-5.4",
            "Users are told of substantive policy changes",
            Verdict.INCONCLUSIVE,
            "a dated policy that says how users are told; the vendor can supply it"),
        new RequirementVerdict(
            "MSS-5.8",
            "Retention periods are stated",
            "The policy gives standard retention periods, wherever possible.",
            false,
            Verdict.INCONCLUSIVE,
            "No period is named.",
            null,
            Set.of(),
            List.of(retention),
            List.of("a policy that names periods; the vendor can supply it")));
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact("auth.password.remote", true, false, "stated in the dossier", List.of()),
        new Fact("net.ip", true, true, "seen in a capture", List.of(Place.frame(SETUP, 3))),
        new Fact(
            "radio.shortrange",
            false,
            true,
            "a radio scan shows none",
            List.of(Place.whole("scan.yaml"))),
        Fact.unknown("data.children"));
  }

  private static List<Artefact> artefacts() {
    List<Artefact> all = new ArrayList<>();
    all.add(capture(SETUP));
    all.add(capture(USE));
    all.add(artefact("updates/ad2-2.4.1.bin", Kind.UPDATE));
    all.add(artefact("labels.csv", Kind.UNITS));
    all.add(artefact("security.txt", Kind.SECURITY_TXT));
    all.add(artefact("policy.html", Kind.PRIVACY_POLICY));
    all.add(
        new Artefact(
            "firmware/ad2-2.4.1.bin",
            Kind.FIRMWARE,
            "",
            0,
            Set.of(),
            "2.4.1",
            null,
            Strength.OBSERVED));
    return all;
  }

  private static Artefact capture(String file) {
    return new Artefact(
        file,
        Kind.CAPTURE,
        digest(file),
        48_211_904,
        Set.of("use", "setup"),
        "2.4.1",
        THEN,
        Strength.OBSERVED);
  }

  private static Artefact artefact(String file, Kind kind) {
    return new Artefact(file, kind, digest(file), 48_211, Set.of(), null, THEN, kind.strength());
  }

  private static String digest(String seed) {
    return String.format("%08x", seed.hashCode()).repeat(8);
  }

  private static StandardVerdict standard(
      String id,
      String title,
      String purpose,
      Verdict verdict,
      String reason,
      RequirementVerdict... requirements) {
    return new StandardVerdict(id, title, purpose, verdict, reason, List.of(requirements));
  }

  private static RequirementVerdict requirement(
      String id,
      String title,
      boolean must,
      Verdict verdict,
      String reason,
      @Nullable Strength strength,
      List<Finding> findings) {
    return new RequirementVerdict(
        id,
        title,
        "What the catalogue asks under this title.",
        must,
        verdict,
        reason,
        strength,
        Set.of(),
        findings,
        List.of());
  }

  private static RequirementVerdict open(
      String id, String title, Verdict verdict, String settle, Finding... findings) {
    return new RequirementVerdict(
        id,
        title,
        "What the catalogue asks under this title.",
        true,
        verdict,
        "Nothing that was handed in decides it.",
        null,
        Set.of(),
        List.of(findings),
        List.of(settle));
  }

  static Flow flow(
      String file,
      long frame,
      String address,
      int port,
      @Nullable String name,
      long start,
      long seconds,
      long bytes,
      String protocol,
      Flow.Protection protection,
      @Nullable String version) {
    Instant day = file.equals(USE) ? Instant.parse("2026-11-03T19:00:00Z") : THEN;
    return new Flow(
        Place.frames(file, frame, frame + 17),
        port == 53 ? "UDP" : "TCP",
        new Flow.End("192.168.1.23", 50000 + (int) (frame % 5000), MAC),
        new Flow.End(address, port, "00:11:22:33:44:55"),
        name,
        null,
        18,
        bytes,
        bytes * 8 / 10,
        day.plusSeconds(start),
        day.plusSeconds(start + seconds),
        protocol,
        protection,
        Flow.Basis.PROVEN,
        version,
        null,
        List.of(),
        null);
  }

  private static List<Observation> flows() {
    List<Observation> all = new ArrayList<>();
    String api = "api.acme-home.example";
    for (int i = 0; i < 12; i++) {
      all.add(
          flow(
              USE,
              400L + i * 90L,
              "203.0.113.9",
              443,
              api,
              20 + i * 55L,
              18,
              40_000,
              "TLS",
              Flow.Protection.ENCRYPTED,
              "TLS 1.3"));
    }
    all.add(
        flow(
            SETUP,
            812,
            "203.0.113.9",
            80,
            api,
            140,
            9,
            5_310,
            "HTTP",
            Flow.Protection.CLEARTEXT,
            null));
    all.add(
        flow(
            USE,
            4071,
            "203.0.113.9",
            80,
            api,
            395,
            4,
            2_204,
            "HTTP",
            Flow.Protection.CLEARTEXT,
            null));
    all.add(
        flow(
            SETUP,
            233,
            "198.51.100.7",
            443,
            "time.acme-home.example",
            30,
            70,
            9_120,
            "TLS",
            Flow.Protection.OBSOLETE,
            "TLS 1.0"));
    all.add(
        flow(
            USE,
            77,
            "198.51.100.80",
            8883,
            "mqtt.eu-central.iot-cloud.example",
            2,
            660,
            381_223,
            "TLS",
            Flow.Protection.ENCRYPTED,
            "TLS 1.2"));
    all.add(
        flow(
            SETUP,
            640,
            "198.51.100.80",
            8883,
            "mqtt.eu-central.iot-cloud.example",
            110,
            175,
            61_004,
            "TLS",
            Flow.Protection.ENCRYPTED,
            "TLS 1.2"));
    all.add(
        flow(
            USE,
            1204,
            "192.0.2.44",
            40_100,
            "relay-17.video-edge-network.acme-home.example",
            200,
            240,
            44_310_884,
            "",
            Flow.Protection.UNKNOWN,
            null));
    all.add(
        flow(
            USE,
            95,
            "192.168.1.40",
            8000,
            null,
            60,
            12,
            1_180,
            "HTTP",
            Flow.Protection.CLEARTEXT,
            null));
    for (int i = 0; i < 14; i++) {
      all.add(
          flow(
              i % 2 == 0 ? USE : SETUP,
              5L + i * 11L,
              "192.168.1.1",
              53,
              null,
              1 + i * 21L,
              1,
              180,
              "DNS",
              Flow.Protection.INFRASTRUCTURE,
              null));
    }
    all.add(
        flow(
            SETUP,
            9,
            "224.0.0.251",
            5353,
            null,
            4,
            250,
            2_900,
            "mDNS",
            Flow.Protection.INFRASTRUCTURE,
            null));
    all.add(
        flow(
            SETUP,
            51,
            "198.51.100.200",
            9000,
            "telemetry.acme-home.example",
            90,
            50,
            17_000,
            "",
            Flow.Protection.BROKEN,
            null));
    return all;
  }
}
