package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import dev.plimsoll.standards.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that chooses the thresholds. */
final class Profiles {
  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "default",
      description = "The thresholds to judge by: default, strict, or a YAML file of your own.")
  private String profile = "default";

  Profile chosen() throws IOException {
    if (Profile.SHIPPED.contains(profile)) {
      return Profile.shipped(profile);
    }
    Path file = Path.of(profile);
    if (!Files.isRegularFile(file)) {
      throw new Unusable(
          "--profile " + profile,
          "no such profile",
          "use " + String.join(" or ", Profile.SHIPPED) + ", or a file that is there");
    }
    return Profile.parse(profile, Files.readString(file));
  }
}
