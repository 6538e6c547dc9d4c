package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.symbolic.InputException;

/** Whatever is wrong with a spec is said in one sentence that names the field. */
class BrokenSpecTest {
  private static String resource(String name) {
    try (InputStream in = BrokenSpecTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> brokenValues() {
    return resource("broken-values.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arguments.of((Object[]) line.split(" => ")));
  }

  @Test
  void baseIsWhole() {
    assertThat(SpecSource.ofText(resource("base.yaml"), "base.yaml").read(Purpose.RUN)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("brokenValues")
  void namesTheFieldAndWhatIsAllowed(String assignment, String fields, String words) {
    InputException problem =
        catchThrowableOfType(
            InputException.class,
            () ->
                Geometries.read(
                    SpecSource.ofText(resource("base.yaml"), "base.yaml").with(assignment)));
    assertThat(problem).isNotNull();
    assertThat(problem.field()).isIn((Object[]) fields.split("\\|"));
    assertThat(Arrays.asList(words.split("\\|")))
        .anySatisfy(part -> assertThat(problem.problem()).contains(part));
    assertThat(problem.getMessage())
        .doesNotContain("\n")
        .matches("(base\\.yaml:\\d+|--set [^=]*=.*): .*")
        .contains(problem.field() + ": " + problem.problem());
  }

  static Stream<Arguments> brokenTexts() {
    return Stream.of(
        Arguments.of("", "spec.yaml: is empty"),
        Arguments.of("# only a comment\n", "spec.yaml: is empty"),
        Arguments.of("just words", "spec.yaml:1: a spec is a mapping of sections"),
        Arguments.of(
            "- a\n- b\n", "spec.yaml:1: a spec is a mapping of sections, but this is a list"),
        Arguments.of("title: a\ntitle: b\n", "spec.yaml:2: key 'title' appears twice"),
        Arguments.of(
            "chart: {coordinates: [x], coordinates: [y]}", "key 'coordinates' appears twice"),
        Arguments.of("title: a\nchart: {coordinates: [x\n", "spec.yaml:3: not valid YAML: "),
        Arguments.of("title: \"open\nchart:", "spec.yaml:2: not valid YAML: "),
        Arguments.of("title: a: b", "spec.yaml:1: not valid YAML: mapping values are not allowed"),
        Arguments.of("chart:\n\tcoordinates: [x]", "spec.yaml:2: not valid YAML: "),
        Arguments.of("title: \u0001", "not valid YAML: "),
        Arguments.of("title: !!java.net.URL [x]", "spec.yaml:1: tag "),
        Arguments.of("title: *nowhere", "spec.yaml:1: alias '*nowhere' has no anchor"),
        Arguments.of("title: &a [*a]", "alias '*a' has no anchor that ends before it"),
        Arguments.of("title: a\n---\ntitle: b", "a second document begins"),
        Arguments.of("? [a, b]\n: c", "a key must be a word"),
        Arguments.of("title: " + "[".repeat(100) + "]".repeat(100), "nested deeper than 40"),
        Arguments.of("<<: {title: a}", "<<: unknown key"));
  }

  @ParameterizedTest
  @MethodSource("brokenTexts")
  void namesTheLine(String text, String words) {
    assertThatThrownBy(() -> SpecSource.ofText(text, "spec.yaml").read(Purpose.RUN))
        .isInstanceOf(InputException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"title\": }",
        "{\"title\": 1} x",
        "[1, 2",
        "{'title': 1}",
        "{\"title\": NaN}",
        "{\"title\": 1, \"title\": 2}",
        "{\"a\": tru}",
        ""
      })
  void brokenJsonIsRefused(String text) {
    assertThatThrownBy(() -> SpecSource.ofText(text, "spec.json").read(Purpose.RUN))
        .isInstanceOf(InputException.class)
        .message()
        .startsWith("spec.json")
        .doesNotContain("\n");
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1) + ", ";
      bomb.append("a" + i + ": &a" + i + " [" + alias.repeat(9) + "x]\n");
    }
    assertThatThrownBy(() -> SpecSource.ofText(bomb.toString(), "spec.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds more than");
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> SpecSource.of(missing))
        .isInstanceOf(InputException.class)
        .hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> SpecSource.of(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": is not a file");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThatThrownBy(() -> SpecSource.of(binary))
        .isInstanceOf(InputException.class)
        .hasMessage(binary + ": is not text in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "seed", ".a=1", "a.=1", "a..b=1", "a=", "a= ", "a=[1", "a={b"})
  void overridesMustBeAssignments(String assignment) {
    SpecSource base = SpecSource.ofText(resource("base.yaml"), "base.yaml");
    assertThatThrownBy(() -> base.with(assignment))
        .isInstanceOf(InputException.class)
        .message()
        .startsWith("--set " + assignment)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare=[a]",
        "compare={}",
        "compare={a b: {title: x}}",
        "compare={../x: {title: x}}",
        "compare={a: 3}",
        "compare={a: {title.x: 3}}"
      })
  void brokenVariantsAreRefused(String assignment) {
    SpecSource base = SpecSource.ofText(resource("base.yaml"), "base.yaml").with(assignment);
    assertThatThrownBy(base::variants)
        .isInstanceOf(InputException.class)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void complaintsOfLaterStagesAreLocated() {
    SpecSource base = SpecSource.ofText(resource("base.yaml"), "base.yaml");
    assertThat(base.locate(InputException.of("metric.background[1][0]", "is singular")))
        .hasMessage("base.yaml:5: metric.background[1][0]: is singular");
    assertThat(base.with("loss.name=mse").locate(InputException.of("loss.name", "too slow")))
        .hasMessage("--set loss.name=mse: loss.name: too slow");
    assertThat(base.locate(InputException.of("sample.points[9]", "is outside")))
        .hasMessage("base.yaml:7: sample.points[9]: is outside");
    assertThat(base.locate(InputException.of("network.activation", "is not smooth")))
        .hasMessage("base.yaml:6: network.activation: is not smooth");
    assertThat(base.locate(InputException.of("", "nothing goes: at all")))
        .hasMessage("base.yaml:1: nothing goes: at all");
  }
}
