package dev.plimsoll.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The catalogue, the profiles and the hands-on tests as data: whole, and agreeing with each other.
 */
class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  @Test
  void holdsToItsSchema() {
    List<Error> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("catalogue.schema.json"))
            .validate(Resources.text("catalogue.yaml"), InputFormat.YAML);
    assertThat(errors).isEmpty();
  }

  @Test
  void theSchemaRefusesAnUnknownStrength() {
    List<Error> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("catalogue.schema.json"))
            .validate(
                Resources.text("catalogue.yaml").replace("floor: tested", "floor: certain"),
                InputFormat.YAML);
    assertThat(errors).isNotEmpty();
  }

  @Test
  void holdsFiveStandardsAndThirtyRequirements() {
    assertThat(CATALOGUE.standards())
        .extracting(Catalogue.Standard::id)
        .containsExactly("MSS-1", "MSS-2", "MSS-3", "MSS-4", "MSS-5");
    assertThat(CATALOGUE.requirements()).hasSize(30);
    assertThat(CATALOGUE.requirements().stream().filter(Requirement::must)).hasSize(26);
    assertThat(CATALOGUE.requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
    assertThat(CATALOGUE.appendix().keySet())
        .containsExactly("MSS-A.1", "MSS-A.2", "MSS-A.3", "MSS-A.4");
  }

  @Test
  void namesOnlyFactsAndRulesThatItDefines() {
    assertThat(CATALOGUE.requirements())
        .allSatisfy(each -> {
          assertThat(CATALOGUE.facts().keySet()).containsAll(each.appliesToAny());
          assertThat(CATALOGUE.appendix().keySet()).containsAll(each.cites());
          assertThat(each.always() || !each.appliesToAny().isEmpty()).isTrue();
          assertThat(each.coverage()).isNotEmpty();
          assertThat(each.coverage().values()).anyMatch(part -> part.floor() == each.floor());
          assertThat(each.coverage().values())
              .allMatch(part ->
                  part.floor().compareTo(each.floor()) <= 0
                      || part.floor() == dev.plimsoll.model.Strength.TESTED);
        });
  }

  @Test
  void handsOnTestsServeRequirementsThatExist() {
    assertThat(HandsOnTest.shipped().values())
        .hasSize(23)
        .allSatisfy(test -> {
          Requirement requirement = CATALOGUE.requirement(test.requirement()).orElseThrow();
          test.outcomes()
              .values()
              .forEach(outcome ->
                  assertThat(requirement.coverage().keySet()).containsAll(outcome.covers()));
          if (test.measure() != null) {
            assertThat(requirement.coverage().keySet()).containsAll(test.measure().covers());
            assertThat(Profile.shipped("default").number(test.measure().limit(), "general"))
                .isPositive();
          }
          assertThat(test.outcomes().size() + (test.measure() == null ? 0 : 2))
              .isGreaterThanOrEqualTo(2);
        });
  }

  @Test
  void profilesGiveASourceForEveryThreshold() {
    for (String name : Profile.SHIPPED) {
      assertThat(Profile.shipped(name).thresholds().values())
          .isNotEmpty()
          .allSatisfy(threshold -> assertThat(threshold.source()).isNotBlank());
    }
    assertThat(Profile.shipped("strict").number("password.minimum.length")).isEqualTo(15);
    assertThat(Profile.shipped("strict").number("fix.days"))
        .as("taken over from default")
        .isEqualTo(90);
    assertThat(CATALOGUE.requirements())
        .extracting(Requirement::id)
        .containsAll(Profile.shipped("strict").promoted());
  }
}
