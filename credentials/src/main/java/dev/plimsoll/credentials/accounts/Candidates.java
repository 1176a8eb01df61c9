package dev.plimsoll.credentials.accounts;

import dev.plimsoll.credentials.WordLists;
import dev.plimsoll.credentials.WordLists.Pair;
import dev.plimsoll.credentials.crypt.StoredHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries public passwords against a stored hash, the most promising first, with a fixed amount of
 * work. The amount is counted in the nominal cost of the hash and not in time, so that the answer
 * is the same on every machine.
 */
final class Candidates {
  static final String VENDOR = "default passwords of vendors";
  static final String COMMON = "common passwords";
  static final String NAME = "the login name";

  /** Nominal microseconds for one account, and for all accounts of one file system. */
  private static final long ACCOUNT_WORK = 500_000;

  private static final long ALL_WORK = 3_000_000;

  private long left = ALL_WORK;

  /**
   * What came of it.
   *
   * @param list where the password stands; null where none of those tried fits
   * @param tried how many were tried
   * @param all whether all candidates were tried, or one fits
   */
  record Answer(@Nullable String list, int tried, boolean all) {}

  /** Tries what public lists offer for this account. */
  Answer tryOn(String text, String user) {
    Optional<StoredHash> parsed = StoredHash.parse(text);
    if (parsed.isEmpty()) {
      return new Answer(null, 0, false);
    }
    StoredHash hash = parsed.get();
    long work = Math.min(ACCOUNT_WORK, left);
    int tried = 0;
    for (Map.Entry<String, String> each : candidates(user).entrySet()) {
      if (work < hash.cost()) {
        return new Answer(null, tried, false);
      }
      work -= hash.cost();
      left -= hash.cost();
      tried++;
      if (hash.fits(each.getKey())) {
        return new Answer(each.getValue(), tried, true);
      }
    }
    return new Answer(null, tried, true);
  }

  /** Candidate and list, in the order of trying. */
  private static Map<String, String> candidates(String user) {
    Map<String, String> found = new LinkedHashMap<>();
    found.put(user, NAME);
    for (Pair pair : WordLists.vendorDefaults()) {
      if (pair.user().equals(user)) {
        found.put(pair.password(), VENDOR);
      }
    }
    int most = 20;
    for (String common : WordLists.commonPasswords()) {
      if (most-- > 0) {
        found.putIfAbsent(common, COMMON);
      }
    }
    WordLists.vendorDefaults().forEach(pair -> found.putIfAbsent(pair.password(), VENDOR));
    WordLists.commonPasswords().forEach(common -> found.putIfAbsent(common, COMMON));
    found.putIfAbsent("", "empty passwords");
    return found;
  }
}
