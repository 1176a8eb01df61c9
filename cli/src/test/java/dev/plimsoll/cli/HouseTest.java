package dev.plimsoll.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.standards.Check;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The arrows of the house point down, and each part sees only what it may. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plimsoll");

  private static final String[] READERS = {
    "capture", "firmware", "credentials", "components", "disclosure", "documents"
  };

  private static String in(String module) {
    return "dev.plimsoll." + module + "..";
  }

  private static String[] readers() {
    return java.util.Arrays.stream(READERS).map(HouseTest::in).toArray(String[]::new);
  }

  private static void hold(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void arrowsPointDown() {
    hold(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy(in("cli"))
            .layer("report")
            .definedBy(in("report"))
            .layer("engine")
            .definedBy(in("engine"))
            .layer("standards")
            .definedBy(in("standards"))
            .layer("readers")
            .definedBy(readers())
            .layer("bytes")
            .definedBy(in("bytes"))
            .layer("model")
            .definedBy(in("model"))
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("standards")
            .mayOnlyBeAccessedByLayers("cli", "engine")
            .whereLayer("readers")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("bytes")
            .mayOnlyBeAccessedByLayers("cli", "engine", "standards", "readers")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("cli", "report", "engine", "standards", "readers", "bytes"));
  }

  @Test
  void readersDoNotSeeEachOther() {
    for (String one : READERS) {
      for (String other : READERS) {
        if (!one.equals(other)) {
          hold(
              noClasses()
                  .that()
                  .resideInAPackage(in(one))
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage(in(other)));
        }
      }
    }
  }

  @Test
  void standardsSeeNoFileNetworkOrClock() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(in("standards"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.nio.file..", "java.net..", "java.nio.channels..", "java.lang.foreign..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.io.File.class, java.io.FileInputStream.class, Clock.class));
    hold(
        noClasses()
            .that()
            .resideInAPackage(in("standards"))
            .should()
            .callMethod(Instant.class, "now"));
    hold(
        noClasses()
            .that()
            .resideInAPackage(in("standards"))
            .should()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void ofReadingStandardsSeeOnlyTheirOwnData() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(in("standards"))
            .should()
            .dependOnClassesThat(
                resideInAPackage(in("bytes"))
                    .and(not(resideInAPackage("dev.plimsoll.bytes.yaml")))
                    .and(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                dev.plimsoll.bytes.Unusable.class)
                            .negate()
                            .as("other than the error for unusable input"))));
  }

  @Test
  void checksAndReadersAreFinal() {
    hold(
        classes()
            .that()
            .implement(Check.class)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
    hold(
        classes()
            .that()
            .implement(Reader.class)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
  }

  @Test
  void packagesHaveNoCycles() {
    hold(slices().matching("dev.plimsoll.(*)..").should().beFreeOfCycles());
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .should()
            .callMethod(System.class, "exit", int.class));
    hold(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(in("model"))
            .should()
            .notBeAnnotatedWith(Deprecated.class));
  }

  @Test
  void nothingOpensTheNetwork() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("dev.plimsoll..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                java.net.Socket.class, java.net.ServerSocket.class, java.net.URLConnection.class));
  }
}
