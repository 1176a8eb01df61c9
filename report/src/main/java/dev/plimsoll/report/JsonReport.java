package dev.plimsoll.report;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Assessment;
import dev.plimsoll.model.Assessment.RequirementVerdict;
import dev.plimsoll.model.Assessment.StandardVerdict;
import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Fact;
import dev.plimsoll.model.Finding;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Product;
import dev.plimsoll.model.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * An assessment as JSON, by the schema {@code assessment.schema.json} (JSON Schema 2020-12).
 *
 * <p>The same assessment gives the same bytes. Hardware and network addresses of the unit that was
 * tested are left out.
 */
public final class JsonReport {
  /** Names the shape of the document. */
  static final String SCHEMA = "urn:plimsoll:assessment:1";

  /** Writes one assessment as one JSON object. Leaves {@code out} open. */
  public void write(Assessment assessment, Writer out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      assessment(json, assessment);
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  /** Writes any number of assessments as one JSON array. Leaves {@code out} open. */
  public void writeAll(List<Assessment> assessments, Writer out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      assessments.forEach(each -> assessment(json, each));
      json.writeEndArray();
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  /** The JSON Schema of one assessment. */
  public static String schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("assessment.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the build left out assessment.schema.json");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assessment(JsonGenerator json, Assessment assessment) {
    json.writeStartObject();
    Json.text(json, "schema", SCHEMA);
    Json.text(json, "result", assessment.result().id());
    Json.text(json, "sentence", Summary.sentence(assessment));
    product(json, assessment.product());
    Json.text(json, "at", assessment.at());
    Json.text(json, "catalogue", assessment.catalogue());
    Json.text(json, "profile", assessment.profile());
    counts(json, Summary.of(assessment));
    json.writeArrayPropertyStart("standards");
    assessment.standards().forEach(each -> standard(json, each));
    json.writeEndArray();
    json.writeArrayPropertyStart("facts");
    assessment.facts().forEach(each -> fact(json, each));
    json.writeEndArray();
    json.writeArrayPropertyStart("claims");
    assessment.claims().forEach(each -> claim(json, each));
    json.writeEndArray();
    json.writeArrayPropertyStart("artefacts");
    assessment.artefacts().forEach(each -> artefact(json, each));
    json.writeEndArray();
    json.writeArrayPropertyStart("problems");
    assessment.problems().forEach(each -> problem(json, each));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void product(JsonGenerator json, Product product) {
    json.writeObjectPropertyStart("product");
    Json.text(json, "name", product.name());
    Json.text(json, "vendor", product.vendor());
    Json.text(json, "model", product.model());
    Json.text(json, "hardware", product.hardware());
    Json.texts(json, "gtin", product.gtin());
    Json.text(json, "category", product.category());
    Json.text(json, "audience", product.audience());
    Json.texts(json, "markets", product.markets());
    Json.text(json, "firmware", product.firmware());
    Json.text(json, "app", product.app());
    Json.text(json, "on_sale", product.onSale());
    Json.text(json, "last_sold", product.lastSold());
    Json.text(json, "support_until", product.supportUntil());
    json.writeArrayPropertyStart("facts");
    new TreeMap<>(product.facts())
        .forEach((name, fact) -> {
          json.writeStartObject();
          Json.text(json, "name", name);
          json.writeBooleanProperty("value", fact.value());
          Json.text(json, "evidence", fact.evidence());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Summary summary) {
    json.writeObjectPropertyStart("completeness");
    json.writeNumberProperty("applicable", summary.applicable());
    json.writeNumberProperty("decided", summary.decided());
    json.writeEndObject();
    json.writeObjectPropertyStart("strengths");
    for (Strength strength : Strength.values()) {
      json.writeNumberProperty(
          strength.id(), summary.strengths().getOrDefault(strength, 0).intValue());
    }
    json.writeEndObject();
  }

  private static void standard(JsonGenerator json, StandardVerdict standard) {
    json.writeStartObject();
    Json.text(json, "id", standard.id());
    Json.text(json, "title", standard.title());
    Json.text(json, "purpose", standard.purpose());
    Json.text(json, "verdict", standard.verdict().id());
    Json.text(json, "reason", standard.reason());
    json.writeArrayPropertyStart("requirements");
    standard.requirements().forEach(each -> requirement(json, each));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void requirement(JsonGenerator json, RequirementVerdict requirement) {
    Strength strength = requirement.strength();
    json.writeStartObject();
    Json.text(json, "id", requirement.id());
    Json.text(json, "title", requirement.title());
    Json.text(json, "statement", requirement.statement());
    json.writeBooleanProperty("must", requirement.must());
    Json.text(json, "verdict", requirement.verdict().id());
    Json.text(json, "reason", requirement.reason());
    Json.text(json, "strength", strength == null ? null : strength.id());
    Json.texts(json, "marks", requirement.marks().stream().sorted().map(m -> m.id()).toList());
    Json.texts(json, "settle", requirement.settle());
    json.writeArrayPropertyStart("findings");
    requirement.findings().forEach(each -> finding(json, each));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    Json.text(json, "check", finding.check());
    Json.text(json, "requirement", finding.requirement());
    Json.text(json, "verdict", finding.verdict().id());
    Json.text(json, "strength", finding.strength().id());
    Json.text(json, "reason", finding.reason());
    Json.places(json, finding.places());
    Json.text(json, "settle", finding.settle());
    Json.texts(json, "covers", new TreeSet<>(finding.covers()));
    Json.text(json, "cites", finding.cites());
    Json.text(json, "at", finding.at());
    json.writeEndObject();
  }

  private static void fact(JsonGenerator json, Fact fact) {
    json.writeStartObject();
    Json.text(json, "name", fact.name());
    json.writeName("value");
    if (fact.value() == null) {
      json.writeNull();
    } else {
      json.writeBoolean(fact.holds());
    }
    json.writeBooleanProperty("shown", fact.shown());
    Json.text(json, "why", fact.why());
    Json.places(json, fact.places());
    json.writeEndObject();
  }

  private static void claim(JsonGenerator json, Claim claim) {
    json.writeStartObject();
    Json.text(json, "requirement", claim.requirement());
    Json.text(json, "says", claim.says());
    Json.text(json, "by", claim.by());
    Json.text(json, "date", claim.date());
    Json.text(json, "source", claim.source());
    json.writeEndObject();
  }

  private static void artefact(JsonGenerator json, Artefact artefact) {
    json.writeStartObject();
    Json.text(json, "file", artefact.file());
    Json.text(json, "kind", artefact.kind().id());
    Json.text(json, "sha256", artefact.sha256());
    json.writeNumberProperty("size", artefact.size());
    Json.texts(json, "covers", new TreeSet<>(artefact.covers()));
    Json.text(json, "firmware", artefact.firmware());
    Json.text(json, "at", artefact.at());
    Json.text(json, "strength", artefact.strength().id());
    json.writeEndObject();
  }

  private static void problem(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    json.writeName("place");
    Json.place(json, problem.place());
    Json.text(json, "what", problem.what());
    Json.text(json, "mend", problem.mend());
    json.writeEndObject();
  }
}
