package org.metricflows.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.run.JsonText;
import org.metricflows.bridge.internal.spec.SpecDocumentation;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * The pages about specs and results and the schema are what the codecs and the vocabulary say. With
 * {@code -Dmetricflows.write=true} they are written in place of being compared.
 */
class SpecDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/spec.md");
  private static final Path SCHEMA = Path.of("../docs/spec.schema.json");
  private static final Path RESULTS = Path.of("../docs/results.md");
  private static final Pattern OBSERVABLES =
      Pattern.compile("<!-- observables -->\\n(.*?)<!-- end -->", Pattern.DOTALL);
  private static final Pattern MARKED =
      Pattern.compile("<!-- keys: ([a-z_.]+) -->\\n(.*?)<!-- end -->", Pattern.DOTALL);

  @Test
  void theTablesAreThoseOfTheCodecs() throws IOException {
    String document = Files.readString(DOCUMENT);
    Map<String, String> tables = SpecDocumentation.tables();
    Set<String> seen = new HashSet<>();
    String made =
        MARKED
            .matcher(document)
            .replaceAll(
                mark -> {
                  seen.add(mark.group(1));
                  return Matcher.quoteReplacement(
                      "<!-- keys: "
                          + mark.group(1)
                          + " -->\n"
                          + tables.get(mark.group(1))
                          + "<!-- end -->");
                });
    compare(DOCUMENT, made);
    assertThat(tables.keySet())
        .filteredOn(name -> !seen.contains(name))
        .containsExactlyInAnyOrder(
            "rotational.flow",
            "manifold.network",
            "manifold.loss",
            "manifold.flow",
            "manifold.training",
            "variety.network",
            "variety.flow");
  }

  @Test
  void theTableOfObservablesIsThatOfTheVocabulary() throws IOException {
    String document = Files.readString(RESULTS);
    String made =
        OBSERVABLES
            .matcher(document)
            .replaceAll(
                Matcher.quoteReplacement(
                    "<!-- observables -->\n" + Vocabulary.table() + "<!-- end -->"));
    assertThat(made).contains("| `soliton_defect` |");
    compare(RESULTS, made);
  }

  @Test
  void theSchemaIsThatOfTheCodecs() throws IOException {
    compare(SCHEMA, JsonText.of(SpecDocumentation.schema()));
  }

  private static void compare(Path file, String made) throws IOException {
    if (Boolean.getBoolean("metricflows.write")) {
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file)).isEqualTo(made);
  }
}
