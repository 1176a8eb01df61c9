package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plimsoll.model.Assessment;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonReport.schema(), InputFormat.JSON);

  static Stream<Assessment> samples() {
    return Stream.of(Samples.doorbell(), Samples.nothing(), Samples.hostile());
  }

  private static String json(Assessment assessment) throws Exception {
    StringWriter out = new StringWriter();
    new JsonReport().write(assessment, out);
    return out.toString();
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsToItsSchema(Assessment assessment) throws Exception {
    assertThat(errors(json(assessment))).isEmpty();
  }

  @Test
  void schemaForbidsWhatItShould() throws Exception {
    String good = json(Samples.doorbell());
    assertThat(errors(good.replace("\"does-not-meet\"", "\"secure\""))).isNotEmpty();
    assertThat(errors(good.replaceFirst("\"verdict\" : \"fail\"", "\"verdict\" : \"bad\"")))
        .isNotEmpty();
    assertThat(errors(good.replaceFirst("\"strength\" : \"observed\"", "\"strength\" : 5")))
        .isNotEmpty();
    assertThat(errors(good.replaceFirst("\"check\"", "\"chek\""))).isNotEmpty();
    assertThat(errors(good.replaceFirst("\"frames\"", "\"frame\""))).isNotEmpty();
  }

  @Test
  void schemaInTheDocumentsIsTheOneOnTheClassPath() throws Exception {
    Path docs = Path.of(System.getProperty("plimsoll.root", "..")).resolve("docs");
    assertThat(Files.readString(docs.resolve("assessment.schema.json")))
        .isEqualTo(JsonReport.schema());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheSameBytesAgain(Assessment assessment) throws Exception {
    assertThat(json(assessment)).isEqualTo(json(assessment)).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void holdsResultVerdictsAndPlaces() throws Exception {
    JsonNode root = new JsonMapper().readTree(json(Samples.doorbell()));
    assertThat(root.at("/result").asString()).isEqualTo("does-not-meet");
    assertThat(root.at("/standards/0/id").asString()).isEqualTo("MSS-1");
    assertThat(root.at("/standards/0/verdict").asString()).isEqualTo("fail");
    JsonNode requirement = root.at("/standards/0/requirements/0");
    assertThat(requirement.at("/strength").asString()).isEqualTo("observed");
    JsonNode finding = requirement.at("/findings/0");
    assertThat(finding.at("/check").asString()).isEqualTo("CleartextToService");
    assertThat(finding.at("/places/0/frames/0").asLong()).isEqualTo(812);
    assertThat(finding.at("/places/0/frames/1").asLong()).isEqualTo(829);
    assertThat(finding.at("/places/1/filter").asString()).isEqualTo("frame.number == 4071");
    assertThat(root.at("/completeness/applicable").asInt()).isEqualTo(14);
    assertThat(root.at("/standards/1/requirements/0/strength").isNull()).isTrue();
    assertThat(root.at("/standards/2/requirements/1/findings/0/places/0/inside").asString())
        .isEqualTo("etc/shadow");
  }

  @Test
  void leavesOutWhatTellsOneUnitFromAnother() throws Exception {
    assertThat(json(Samples.doorbell())).doesNotContain("20:f8:5e:ca:91:52");
  }

  @Test
  void givesHostileTextBackWholeWithoutLettingItAct() throws Exception {
    String json = json(Samples.hostile());
    assertThat(json.codePoints().filter(c -> c != '\n').filter(Visible::hidden)).isEmpty();
    JsonNode root = new JsonMapper().readTree(json);
    assertThat(root.at("/product/name").asString())
        .isEqualTo(Samples.HOSTILE.replace('\ud800', '\ufffd'));
  }

  @Test
  void writesSeveralAsAnArray() throws Exception {
    StringWriter out = new StringWriter();
    new JsonReport().writeAll(List.of(Samples.doorbell(), Samples.nothing()), out);
    JsonNode root = new JsonMapper().readTree(out.toString());
    assertThat(root.size()).isEqualTo(2);
    assertThat(errors(root.get(1).toString())).isEmpty();
  }
}
