package dev.plimsoll.documents.policy;

import dev.plimsoll.documents.policy.PolicyChanges.Change;
import dev.plimsoll.documents.policy.PolicyChanges.Direction;
import dev.plimsoll.documents.policy.SentenceAlignment.Pair;
import dev.plimsoll.documents.policy.SentenceAlignment.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says of a sentence that changed what kind of change it is. */
final class ChangeRules {
  private static final Set<String> DATE_WORDS =
      words(
          "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec updated update last effective date dated version revised modified on of the as by our privacy policy was and copyright rights reserved all");
  private static final Set<String> POINTERS =
      words(
          "see click here section available notice statement languages visit view read learn refer heading page expand link links table contents");
  private static final Set<String> SPAM =
      words(
          "casino casinos bitcoin viagra cialis betting poker slots porn escort payday forex gambling jackpot");
  private static final Set<String> CHANGES_OF_POLICY =
      words(
          "notify notified notification post posted changes revise revised amend amended update updated");
  private static final Set<String> LIMITS =
      words("only unless except solely never not exclusively limited without until");
  private static final Set<String> COMPANY =
      words(
          "limited ltd inc pte llc gmbh corporation corp bv ab kg oy plc sarl group company technologies");
  private static final Set<String> CONTROLLER =
      words("controller controllers controlled we us our responsible joint processor processors");
  private static final Set<String> COUNTRIES =
      words(
          "switzerland uk kingdom eea europe european singapore china chinese hong usa states canada brazil india japan korea australia ireland germany russia vietnam countries country jurisdiction");
  private static final Set<String> RIGHTS =
      words(
          "right rights portable erasure erase delete deletion deleted object objection withdraw rectification rectify correct portability optout opt unsubscribe access complaint choices choice consent request requests");
  private static final Set<String> SHARING =
      words(
          "share shared shares sharing disclose disclosed disclosure sell sold sale sells rent transfer transferred transfers recipient recipients affiliate affiliates partner partners advertiser advertisers advertising vendors third collaborators integrate integration authorize");
  private static final Set<String> COLLECTION =
      words(
          "collect collects collected collecting collection record recorded gather obtain receive monitor analyze track tracking upload camera microphone location biometric biometrics face voice fingerprint phone contacts photos recordings browsing history birthday health cookies ip");
  private static final Set<String> PURPOSE =
      words(
          "purpose purposes train training ai artificial intelligence profiling marketing automated recommend personalise personalize targeted statistics research");
  private static final Set<String> KEEPING =
      words(
          "retain retains retained retention keep kept store stored storage period periods days months years indefinitely necessary");
  private static final Set<String> CHILDREN =
      words(
          "child children childrens minor minors parent parental parents guardian age ages under");
  private static final Set<String> LEGAL =
      words(
          "legal basis legitimate interests gdpr ccpa clauses adequacy shield safeguards contractual");
  private static final Set<String> SECURITY = words("encrypt encrypted encryption decrypt");
  private static final Set<String> LAWS = words("act acts law laws regulation ordinance");
  private static final Set<String> UNITS =
      words("day days week weeks month months year years age ages hours");
  private static final int SHORTEST_STATEMENT = 7;
  private static final int LONGEST_POINTER = 40;

  private ChangeRules() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  static Change judge(Pair pair) {
    Sentence old = pair.old();
    Sentence now = pair.now();
    List<String> gone =
        old == null ? List.of() : minus(old.words(), now == null ? List.of() : now.words());
    List<String> added =
        now == null ? List.of() : minus(now.words(), old == null ? List.of() : old.words());
    Sentence any = now != null ? now : java.util.Objects.requireNonNull(old);
    Set<String> differ = new HashSet<>(gone);
    differ.addAll(added);
    String trivial = trivial(any, differ);
    if (!trivial.isEmpty()) {
      return change(pair, trivial, false, Direction.NEUTRAL);
    }
    return old != null && now != null
        ? modified(pair, old, now, gone, added, differ)
        : single(pair, any, now != null);
  }

  /** The kind of a change that means nothing to the user; empty where it may mean something. */
  private static String trivial(Sentence any, Set<String> differ) {
    if (differ.isEmpty()) {
      return "formatting";
    }
    if (differ.stream().allMatch(word -> DATE_WORDS.contains(word) || isNumber(word))
        && !holdsUnit(any.words())) {
      return "date";
    }
    if (any.words().stream().filter(SPAM::contains).count() >= 2) {
      return "integrity";
    }
    if (any.heading()) {
      return "heading";
    }
    return "";
  }

  private static Change modified(
      Pair pair,
      Sentence old,
      Sentence now,
      List<String> gone,
      List<String> added,
      Set<String> differ) {
    List<String> whole = new ArrayList<>(old.words());
    whole.addAll(now.words());
    if (holdsUnit(whole)
        && differ.stream().anyMatch(ChangeRules::isNumber)
        && holds(whole, KEEPING, CHILDREN)
        && !isDate(differ)) {
      boolean child = holds(whole, CHILDREN);
      return change(pair, child ? "children" : "retention", true, numbers(gone, added, child));
    }
    if (isPointer(now) && isPointer(old)) {
      return change(pair, "pointer", false, Direction.NEUTRAL);
    }
    if (holds(differ, COMPANY) && holds(whole, CONTROLLER)) {
      return change(pair, "controller", true, Direction.NEUTRAL);
    }
    boolean pointer = isPointer(now);
    if (count(added, LAWS) >= 2 || count(gone, LAWS) >= 2) {
      return change(pair, "scope", true, Direction.NEUTRAL);
    }
    if (!pointer
        && holds(differ, LIMITS)
        && !differ.contains("limitation")
        && holds(whole, COLLECTION, SHARING, PURPOSE, KEEPING)) {
      boolean freed = holds(new HashSet<>(gone), LIMITS);
      return change(pair, "limit", true, freed ? Direction.WORSE : Direction.BETTER);
    }
    if (holds(differ, COUNTRIES) && holds(whole, RIGHTS, LEGAL) && !isContact(now)) {
      return change(pair, "scope", true, Direction.NEUTRAL);
    }
    if (holds(whole, RIGHTS) && !channel(old).equals(channel(now))) {
      return change(pair, "rights_channel", true, Direction.NEUTRAL);
    }
    if (newName(old, now) && holds(whole, SHARING, words("cookies analytics")) && !isContact(now)) {
      return change(pair, "recipient", true, Direction.NEUTRAL);
    }
    String kind = pointer ? "" : kind(differ, 2);
    return kind.isEmpty()
        ? change(pair, "editorial", false, Direction.NEUTRAL)
        : change(pair, kind, true, direction(kind, count(added, kind) >= count(gone, kind)));
  }

  private static Change single(Pair pair, Sentence sentence, boolean added) {
    if (sentence.words().size() < SHORTEST_STATEMENT) {
      return change(pair, "heading", false, Direction.NEUTRAL);
    }
    if (isPointer(sentence)) {
      return change(pair, "pointer", false, Direction.NEUTRAL);
    }
    if (isContact(sentence)) {
      return change(pair, "contact", false, Direction.NEUTRAL);
    }
    boolean policy = holds(sentence.words(), words("policy statement notice"));
    boolean promise = sentence.words().contains("changes") && sentence.words().contains("make");
    if (promise || (policy && holds(sentence.words(), CHANGES_OF_POLICY))) {
      return change(pair, "change_notification", false, Direction.NEUTRAL);
    }
    String kind = kind(new HashSet<>(sentence.words()), 2);
    return kind.isEmpty()
        ? change(pair, added ? "added" : "removed", false, Direction.NEUTRAL)
        : change(pair, kind, true, direction(kind, added));
  }

  /** The kind with the most words; empty where fewer than {@code least} in all. */
  private static String kind(Set<String> words, int least) {
    String best = "";
    long most = 0;
    long all = 0;
    for (String kind :
        List.of(
            "children",
            "retention",
            "sharing",
            "collection",
            "purpose",
            "rights",
            "legal_basis",
            "security")) {
      long n = words.stream().filter(of(kind)::contains).count();
      all += n;
      if (n > most) {
        most = n;
        best = kind;
      }
    }
    return all >= least ? best : "";
  }

  private static Set<String> of(String kind) {
    return switch (kind) {
      case "children" -> CHILDREN;
      case "retention" -> KEEPING;
      case "sharing" -> SHARING;
      case "collection" -> COLLECTION;
      case "purpose" -> PURPOSE;
      case "rights" -> RIGHTS;
      case "legal_basis" -> LEGAL;
      default -> SECURITY;
    };
  }

  private static long count(List<String> words, Set<String> set) {
    return words.stream().filter(set::contains).count();
  }

  private static long count(List<String> words, String kind) {
    return words.stream().filter(of(kind)::contains).count();
  }

  private static Direction direction(String kind, boolean added) {
    return switch (kind) {
      case "sharing", "collection", "purpose" -> added ? Direction.WORSE : Direction.BETTER;
      case "rights", "security" -> added ? Direction.BETTER : Direction.WORSE;
      default -> Direction.NEUTRAL;
    };
  }

  /** A lower age is worse; so is a longer time of keeping. */
  private static Direction numbers(List<String> gone, List<String> added, boolean child) {
    int before = first(gone);
    int after = first(added);
    if (before < 0 || after < 0 || before == after) {
      return Direction.NEUTRAL;
    }
    return (after < before) == child ? Direction.WORSE : Direction.BETTER;
  }

  private static int first(List<String> words) {
    return words.stream()
        .filter(ChangeRules::isNumber)
        .filter(word -> word.length() < 6)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(-1);
  }

  /** How a request is to be made: by mail, on a page, by telephone. */
  private static String channel(Sentence sentence) {
    Set<String> words = new HashSet<>(sentence.words());
    boolean mail = words.contains("email") || sentence.text().indexOf('@') >= 0;
    boolean page =
        words.contains("click")
            || words.contains("here")
            || words.contains("form")
            || words.contains("dashboard")
            || words.contains("settings")
            || words.contains("portal");
    return (mail ? "m" : "") + (page ? "p" : "") + (words.contains("call") ? "t" : "");
  }

  /** Whether a name stands in one of them that does not stand in the other. */
  private static boolean newName(Sentence old, Sentence now) {
    return hasName(now, old) && hasName(old, now);
  }

  private static boolean hasName(Sentence in, Sentence but) {
    String[] parts = in.text().split("[ ,;:()/]+", 400);
    for (int i = 1; i < parts.length; i++) {
      String word = parts[i];
      boolean name =
          word.length() > 3
              && Character.isUpperCase(word.charAt(0))
              && word.chars().skip(1).anyMatch(Character::isUpperCase)
              && word.chars().anyMatch(Character::isLowerCase);
      if (name && !but.text().contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPointer(Sentence sentence) {
    long pointers = sentence.words().stream().filter(POINTERS::contains).count();
    boolean acts =
        holds(sentence.words(), words("exercise request sell share opt delete authorize"));
    String begins =
        String.join(" ", sentence.words().subList(0, Math.min(5, sentence.words().size())));
    boolean refers =
        begins.startsWith("please see")
            || begins.startsWith("see ")
            || begins.startsWith("you can also see")
            || begins.startsWith("for more information")
            || begins.startsWith("to learn more");
    return refers || (pointers >= 2 && !acts && sentence.words().size() <= LONGEST_POINTER);
  }

  /** Whether the sentence is an address or a way to write to somebody. */
  private static boolean isContact(Sentence sentence) {
    long names =
        sentence.words().stream().filter(ChangeRules::isNumber).count()
            + sentence.text().chars().filter(Character::isUpperCase).count() / 2;
    return sentence.words().size() <= 30
        && (names * 3 >= sentence.words().size() * 2L
            || (holds(
                    sentence.words(),
                    words("contact address street officer representative email emailing"))
                && !holds(sentence.words(), words("exercise collect share sell delete"))));
  }

  private static boolean holdsUnit(List<String> words) {
    return words.stream().anyMatch(UNITS::contains);
  }

  private static boolean isDate(Set<String> differ) {
    return differ.stream().anyMatch(word -> isNumber(word) && word.length() == 4);
  }

  @SafeVarargs
  private static boolean holds(Iterable<String> words, Set<String>... sets) {
    for (String word : words) {
      for (Set<String> set : sets) {
        if (set.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<String> minus(List<String> from, List<String> what) {
    List<String> left = new ArrayList<>(from);
    what.forEach(left::remove);
    return left;
  }

  private static Change change(Pair pair, String kind, boolean substantive, Direction direction) {
    Sentence old = pair.old();
    Sentence now = pair.now();
    return new Change(
        old == null ? null : old.text(),
        now == null ? null : now.text(),
        kind,
        substantive,
        direction);
  }
}
