package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.ExprEvaluator;
import org.metricflows.app.internal.gallery.Gallery;
import org.xml.sax.InputSource;

/** The formulas of the command curvature in other languages, read and evaluated by these. */
class CurvatureFormatsTest {
  /** A coordinate and a component have names that Mathematica keeps for itself. */
  private static final String SURFACE =
      """
      chart: {coordinates: [x, K]}
      metric: {background: [["1 + x^2*K^2", "x*K/3"], ["x*K/3", "2 + sin(x)/2"]]}
      """;

  private static final String X = "0.4";
  private static final String K = "0.7";

  @TempDir private Path folder;

  @BeforeAll
  static void withoutThreadsThatOutliveTheTest() {
    Config.JAS_NO_THREADS = true;
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), text).toString();
  }

  private static String print(String spec, String format) {
    Execution execution = Execution.of("curvature", spec, "--format", format);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    return execution.out();
  }

  private static JsonNode numbers(String spec) throws IOException {
    Execution execution = Execution.of("curvature", spec, "--at=" + X + "," + K, "--json");
    return new ObjectMapper().readTree(execution.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"symja", "mathematica"})
  void definitionsAreEvaluatedBySymja(String format) throws IOException {
    String spec = file(SURFACE);
    ExprEvaluator symja = new ExprEvaluator(false, (short) 100);
    String k = format.equals("mathematica") ? "K$" : "K";
    for (String line : print(spec, format).split("\n")) {
      symja.eval(line);
    }
    String at = " /. {x -> " + X + ", " + k + " -> " + K + "}";
    JsonNode expected = numbers(spec);
    assertThat(symja.evalf("Kretschmann" + at))
        .isCloseTo(expected.get("kretschmann").asDouble(), within(1e-12));
    assertThat(symja.evalf("RicxK" + at))
        .isCloseTo(expected.get("ricci").get(0).get(1).asDouble(), within(1e-12));
    assertThat(symja.evalf("GammaKxx" + at))
        .isCloseTo(expected.get("christoffel").get(1).get(0).get(0).asDouble(), within(1e-12));
  }

  @Test
  void theScriptIsRunBySymPy() throws IOException, InterruptedException {
    assumeTrue(hasSymPy(), "skipped: python3 with sympy is not here");
    String spec = file(SURFACE);
    String script =
        print(spec, "sympy")
            + "print(*[N(e.subs({x: "
            + X
            + ", K: "
            + K
            + "}), 17) for e in (Kretschmann, RicxK, GammaKxx)])\n";
    Process python = new ProcessBuilder("python3", "-").redirectErrorStream(true).start();
    python.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    python.getOutputStream().close();
    String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(out).isZero();
    String[] values = out.strip().split(" ");
    JsonNode expected = numbers(spec);
    List<JsonNode> wanted =
        List.of(
            expected.get("kretschmann"),
            expected.get("ricci").get(0).get(1),
            expected.get("christoffel").get(1).get(0).get(0));
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(Double.parseDouble(values[i])).isCloseTo(wanted.get(i).asDouble(), within(1e-12));
    }
  }

  private static boolean hasSymPy() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import sympy").start().waitFor() == 0;
    } catch (IOException withoutPython) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kerr", "homogeneous-geometries", "dumbbell-neck-pinch", "bryant-soliton"})
  void everySpaceIsPrintedInEveryFormat(String name) throws Exception {
    String spec = file(Gallery.find(name).orElseThrow().text());
    assertThat(print(spec, "latex")).contains("\\begin{align*}").endsWith("\\end{document}\n");
    String page = print(spec, "html");
    String body = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
    assertThat(body).contains("<math").doesNotContain("\\");
    ExprEvaluator symja = new ExprEvaluator(false, (short) 100);
    for (String format : List.of("symja", "mathematica")) {
      assertThat(print(spec, format)).contains(" := ");
      for (String line : print(spec, format).split("\n")) {
        symja.parse(line);
      }
    }
    assertThat(print(spec, "sympy")).contains("from sympy import *");
  }

  @Test
  void numbersAtAPointAreText() throws IOException {
    String spec = file(SURFACE);
    Execution execution = Execution.of("curvature", spec, "--at=1,1", "--format", "latex");
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains("--format: 'latex' is for formulas");
    Execution unknown = Execution.of("curvature", spec, "--format", "word");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("allowed are [text, latex, html, symja");
  }
}
