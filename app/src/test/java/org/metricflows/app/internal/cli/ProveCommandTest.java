package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.proofs.internal.catalogue.Catalogue;

/** The command prove. */
class ProveCommandTest {
  @TempDir private Path folder;

  @Test
  void verifiesNamedTheorems() throws IOException {
    Execution prove = Execution.of("prove", "bianchi-second", "einstein-hilbert", "--json");
    assertThat(prove.exitCode()).isZero();
    assertThat(prove.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(prove.out());
    assertThat(json.get("verified").asBoolean()).isTrue();
    assertThat(json.get("certificates")).hasSize(6);
    for (JsonNode certificate : json.get("certificates")) {
      assertThat(certificate.get("verified").asBoolean()).isTrue();
      assertThat(certificate.get("twin_refuted").asBoolean()).isTrue();
      assertThat(certificate.get("bound").asDouble()).isBetween(0.0, 1e-30);
      assertThat(certificate.get("seed").asLong()).isEqualTo(1);
      assertThat(certificate.get("statement").asText()).contains("=");
      assertThat(certificate.get("method").asText()).isIn("exact", "schwartz-zippel");
      assertThat(certificate.get("dimension").asInt()).isBetween(2, 4);
      assertThat(certificate.get("seconds").asDouble()).isPositive();
    }
  }

  @Test
  void theoremsAboutProgramsHaveAWitness() throws IOException {
    Execution prove = Execution.of("prove", "sphere-programs", "bianchi-first", "--json");
    assertThat(prove.exitCode()).isZero();
    for (JsonNode certificate : new ObjectMapper().readTree(prove.out()).get("certificates")) {
      boolean program = certificate.get("name").asText().equals("sphere-programs");
      assertThat(certificate.has("witness")).isEqualTo(program);
      if (program) {
        JsonNode witness = certificate.get("witness");
        assertThat(witness.get("points").asInt()).isEqualTo(27);
        assertThat(witness.get("max_relative_error").asDouble())
            .isBetween(1e-18, witness.get("bound").asDouble());
        assertThat(witness.get("holds").asBoolean()).isTrue();
        JsonNode twin = certificate.get("claims").get(0).get("twin_witness");
        assertThat(twin.get("holds").asBoolean()).isFalse();
      }
    }
    assertThat(Execution.of("prove", "sphere-programs").out()).contains("witness");
  }

  @Test
  void listsTheCatalogue() throws IOException {
    Execution list = Execution.of("prove", "--list");
    assertThat(list.exitCode()).isZero();
    Catalogue.standard().names().forEach(name -> assertThat(list.out()).contains(name));
    JsonNode json = new ObjectMapper().readTree(Execution.of("prove", "--list", "--json").out());
    assertThat(json.get("theorems")).hasSize(Catalogue.standard().names().size());
  }

  @Test
  void writesADocument() throws IOException {
    Path file = folder.resolve("theorems.tex");
    Execution prove = Execution.of("prove", "bianchi-first", "--latex", file.toString());
    assertThat(prove.exitCode()).isZero();
    assertThat(prove.out()).contains("3 of 3 verified");
    assertThat(Files.readString(file)).startsWith("\\documentclass").contains("\\end{document}");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void namesTheNearestTheorem() {
    Execution prove = Execution.of("prove", "bianchi-secnd");
    assertThat(prove.exitCode()).isEqualTo(2);
    assertThat(prove.err()).contains("did you mean 'bianchi-second'?");
  }

  @Test
  void refusesAFolderThatIsNotThereBeforeProvingAnything() {
    Path file = folder.resolve("missing").resolve("theorems.tex");
    Execution prove = Execution.of("prove", "--latex", file.toString());
    assertThat(prove.exitCode()).isEqualTo(2);
    assertThat(prove.err()).contains("theorems.tex");
    assertThat(prove.out()).isEmpty();
  }
}
