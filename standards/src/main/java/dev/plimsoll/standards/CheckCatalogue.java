package dev.plimsoll.standards;

import dev.plimsoll.standards.encryption.CurrentCryptography;
import dev.plimsoll.standards.encryption.EncryptedAtHome;
import dev.plimsoll.standards.encryption.EncryptedToServices;
import dev.plimsoll.standards.encryption.PairingProtects;
import dev.plimsoll.standards.passwords.FixedAccount;
import dev.plimsoll.standards.passwords.SharedFactoryPassword;
import dev.plimsoll.standards.privacy.ChangeNotice;
import dev.plimsoll.standards.privacy.DeletionOffered;
import dev.plimsoll.standards.privacy.MarketingClear;
import dev.plimsoll.standards.privacy.OptOut;
import dev.plimsoll.standards.privacy.PolicyCoversProduct;
import dev.plimsoll.standards.privacy.PolicyReachable;
import dev.plimsoll.standards.privacy.PolicyUnderstandable;
import dev.plimsoll.standards.privacy.RetentionStated;
import dev.plimsoll.standards.updates.SignedUpdate;
import dev.plimsoll.standards.updates.SupportPeriodStated;
import dev.plimsoll.standards.vulnerabilities.HandlingSigns;
import dev.plimsoll.standards.vulnerabilities.SecurityContact;
import dev.plimsoll.standards.vulnerabilities.TrackedComponents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All checks, in one ordered list. A new check is added here, and the build says what else it
 * needs.
 */
public final class CheckCatalogue {
  /** The checks with a class, a test and a page each, in the order of the requirements. */
  public static final List<Check> CHECKS =
      List.of(
          // 1 Encrypted communications
          new EncryptedToServices(),
          new EncryptedAtHome(),
          new PairingProtects(),
          new CurrentCryptography(),
          // 2 Security updates
          new SignedUpdate(),
          new SupportPeriodStated(),
          // 3 Strong passwords
          new SharedFactoryPassword(),
          new FixedAccount(),
          // 4 Vulnerability management
          new SecurityContact(),
          new HandlingSigns(),
          new TrackedComponents(),
          // 5 Privacy practices
          new PolicyCoversProduct(),
          new PolicyReachable(),
          new PolicyUnderstandable(),
          new ChangeNotice(),
          new MarketingClear(),
          new OptOut(),
          new DeletionOffered(),
          new RetentionStated());

  private CheckCatalogue() {}

  /**
   * Every check that runs: those of {@link #CHECKS}, and the reading of hands-on records for each
   * requirement that has a test.
   */
  public static List<Check> all() {
    List<Check> all = new ArrayList<>(CHECKS);
    Set<String> requirements = new LinkedHashSet<>();
    HandsOnTest.shipped().values().forEach(test -> requirements.add(test.requirement()));
    requirements.forEach(requirement -> all.add(new RecordedTest(requirement)));
    return all;
  }

  /**
   * The page of a check: why, how it is decided, what it cannot see, how to fix it, with its
   * examples; empty for no check.
   */
  public static Optional<String> page(String id) {
    return id.chars().allMatch(Character::isLetterOrDigit)
        ? Resources.find("/docs/checks/" + id + ".md")
        : Optional.empty();
  }
}
