package dev.plimsoll.credentials.accounts;

import dev.plimsoll.bytes.Digests;
import dev.plimsoll.credentials.crypt.StoredHash;
import dev.plimsoll.model.Observation;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.observation.Account;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts of one root: passwd(5) with shadow(5). */
final class AccountFiles {
  private static final String PASSWD = "etc/passwd";
  private static final String SHADOW = "etc/shadow";
  private static final int MAX_ACCOUNTS = 1000;
  private static final int MAX_FIELD = 512;

  /** Kinds that are known by their mark but not tried. */
  private static final Map<String, String> OTHER_KINDS =
      Map.of(
          "$md5",
          "sunmd5",
          "$sha1$",
          "sha1crypt",
          "$gy$",
          "gost-yescrypt",
          "$2x$",
          "bcrypt",
          "$argon2",
          "argon2",
          "_",
          "bsdicrypt");

  private final String file;
  private final String root;
  private final FileTree tree;
  private final Candidates candidates;

  AccountFiles(String file, String root, FileTree tree, Candidates candidates) {
    this.file = file;
    this.root = root;
    this.tree = tree;
    this.candidates = candidates;
  }

  /**
   * A line of one of the files.
   *
   * @param inside path of the file
   * @param line from 1
   */
  private record Line(String inside, long line, String[] fields) {
    String field(int index) {
      return index < fields.length ? fields[index] : "";
    }
  }

  void read(List<Observation> found, List<Problem> problems) {
    Map<String, Line> passwd = lines(PASSWD, problems);
    Map<String, Line> shadow = lines(SHADOW, problems);
    if (passwd.isEmpty()) {
      shadow.values().forEach(line -> add(line, line, found, problems));
      return;
    }
    boolean missing = false;
    for (Map.Entry<String, Line> each : passwd.entrySet()) {
      Line line = each.getValue();
      if (!line.field(1).equals("x")) {
        add(line, line, found, problems);
      } else if (shadow.containsKey(each.getKey())) {
        add(line, shadow.get(each.getKey()), found, problems);
      } else {
        missing |= shadow.isEmpty() && canLogIn(line);
      }
    }
    if (missing && !tree.has(root + SHADOW)) {
      problems.add(
          new Problem(
              Place.inside(file, root + PASSWD),
              "the passwords are kept in " + SHADOW + ", which is not there",
              "give the file system as it is while the product runs"));
    }
  }

  private Map<String, Line> lines(String path, List<Problem> problems) {
    Map<String, Line> found = new LinkedHashMap<>();
    byte[] bytes = tree.file(root, path);
    if (bytes == null) {
      String target = tree.target(root + path);
      if (target != null) {
        problems.add(
            new Problem(
                Place.inside(file, root + path),
                "it is a link to '"
                    + target
                    + "', which is not in the image: the product writes it while it runs",
                "give the file system of a running unit"));
      }
      return found;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    long number = 0;
    for (String each : text.split("\n", -1)) {
      number++;
      String line = each.strip();
      String[] fields = line.split(":", -1);
      if (fields.length > 1
          && !fields[0].isEmpty()
          && line.charAt(0) != '#'
          && line.charAt(0) != '+') {
        found.putIfAbsent(fields[0], new Line(root + path, number, fields));
      }
      if (found.size() == MAX_ACCOUNTS) {
        problems.add(
            new Problem(
                new Place(file, root + path, Place.Unit.LINE, number, number),
                "only the first " + MAX_ACCOUNTS + " accounts were read",
                "look at the rest by hand"));
        break;
      }
    }
    return found;
  }

  private static boolean canLogIn(Line passwd) {
    String shell = passwd.field(6);
    return !shell.endsWith("/nologin") && !shell.endsWith("/false");
  }

  private void add(Line passwd, Line holds, List<Observation> found, List<Problem> problems) {
    String stored = holds.field(1);
    if (passwd.inside().endsWith(PASSWD) && !canLogIn(passwd)) {
      return;
    }
    if (stored.startsWith("!")
        || stored.startsWith("*")
        || stored.equals("x")
        || stored.length() > MAX_FIELD) {
      return;
    }
    String user = passwd.field(0);
    Place place = new Place(file, holds.inside(), Place.Unit.LINE, holds.line(), holds.line());
    if (stored.isEmpty()) {
      found.add(
          new Account(place, user, uid(passwd), "none", "empty passwords", 0, Digests.sha256("")));
      return;
    }
    Candidates.Answer answer = candidates.tryOn(stored, user);
    String scheme = StoredHash.parse(stored).map(StoredHash::scheme).orElse(otherKind(stored));
    if (scheme.equals("unknown")) {
      // Nobody can log in with what crypt(3) never gives; it is shown for what it is.
      problems.add(
          new Problem(
              place,
              "the password of '" + shown(user) + "' is no hash that is known",
              "look at it by hand"));
    }
    found.add(
        new Account(
            place,
            shown(user),
            uid(passwd),
            scheme,
            answer.list(),
            answer.tried(),
            Digests.sha256(stored)));
  }

  private static String shown(String user) {
    return user.length() > 64 ? user.substring(0, 64) + "..." : user;
  }

  private static String otherKind(String stored) {
    for (Map.Entry<String, String> each : OTHER_KINDS.entrySet()) {
      if (stored.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return "unknown";
  }

  private static int uid(Line passwd) {
    String text = passwd.inside().endsWith(PASSWD) ? passwd.field(2) : "";
    try {
      return text.isEmpty() ? -1 : Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
