package dev.plimsoll.credentials.labels;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same password on two units or more, not counting upper and lower case. */
final class Shared implements TieTest {

  @Override
  public @Nullable Found find(Lot lot) {
    Map<String, Integer> counts = new HashMap<>();
    for (String password : lot.passwords()) {
      counts.merge(password.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    if (most < 2) {
      return null;
    }
    String many = most == lot.size() ? "all " + most : most + " of " + lot.size();
    return new Found("shared", many + " units have the same password", most == lot.size() ? 0 : 8);
  }
}
