package dev.plimsoll.documents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.documents.Requests;
import dev.plimsoll.documents.policy.PolicyChanges.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChangesTest {
  private static final String REST =
      """
      # Privacy policy

      We collect your name and your email address when you set up the lamp.

      You can ask us for a copy of your data.

      """;

  private static PolicyChanges between(String old, String now) {
    return PolicyChanges.between(
        Requests.text("old.md", old),
        Requests.plain(),
        Requests.text("new.md", now),
        Requests.plain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Last updated: 3 May 2025. | Last updated: 9 June 2026.",
        "Copyright 2025 Acme Home Ltd. | Copyright 2026 Acme Home Ltd.",
        "Write to Acme Home, 4 Rope Walk, Saltmarsh AB1 2CD. | Write to Acme Home, 9 Quay Street, Saltmarsh AB3 4EF.",
        "We keep recordigns for 30 days. | We keep recordings for 30 days.",
        "We keep recordings for 30 days. | **We keep [recordings](https://a.example) for 30 days.**",
        "Please see our notice for visitors of the fair. | Please see our notice for visitors of the show.",
      })
  void datesAddressesSpellingAndMarkUpDoNotMatter(String old, String now) {
    assertThat(between(REST + old, REST + now).substantive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We keep recordings for 30 days. | We keep recordings for 90 days. | WORSE",
        "We keep recordings for 90 days. | We keep recordings for 30 days. | BETTER",
        "Accounts are for people over the age of 16. | Accounts are for people over the age of 13. | WORSE",
        "We share your location only with your consent. | We share your location with your consent. | WORSE",
        "We use your data for the lamp. | We use your data for the lamp and share it with advertising partners. | WORSE",
        "Acme Home Ltd (we) is responsible for your data. | Acme Asia Pte Ltd (we) is responsible for your data. | NEUTRAL",
      })
  void practicesMatter(String old, String now, Direction direction) {
    PolicyChanges changes = between(REST + old, REST + now);
    assertThat(changes.substantive()).isTrue();
    assertThat(changes.direction()).isEqualTo(direction);
  }

  @Test
  void aSentenceThatMovedOrWasCutElsewhereHasNotChanged() {
    String one =
        "We keep recordings for 30 days. You can delete your account in the app at any time.";
    String two =
        "You can delete your account in the app at any time.\n\nWe keep recordings for 30 days.";
    assertThat(between(REST + one, REST + two).changes()).isEmpty();
  }

  @Test
  void aRightThatIsGoneIsWorse() {
    PolicyChanges changes =
        between(REST + "You can delete your account and object to marketing in the app.", REST);
    assertThat(changes.substantive()).isTrue();
    assertThat(changes.direction()).isEqualTo(Direction.WORSE);
    assertThat(changes.changes().getFirst().now()).isNull();
  }

  @Test
  void injectedTextIsAnAlarmAndNoChange() {
    PolicyChanges changes =
        between(
            REST,
            REST
                + "The best casino of the world gives you a bitcoin for every game that you play there.");
    assertThat(changes.substantive()).isFalse();
    assertThat(changes.kinds()).contains("integrity");
  }

  @Test
  void theSameTextTwiceHasNoChanges() {
    assertThat(between(REST, REST).changes()).isEmpty();
    assertThat(between("", "").changes()).isEmpty();
  }
}
