package org.metricflows.bridge.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.network.FiniteNetwork;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.source.Language;
import org.metricflows.symbolic.internal.source.SourceModel;

/** Exported source, run in its language, against the compiled programs and rebuilt models. */
class ExportTest {
  private static final double TOLERANCE = 1e-13;

  private static final String SHARED =
      """
      chart: {coordinates: [x, lambda]}
      metric: {ansatz: cholesky, background: [["1 + x^2/5", "x/9"], ["x/9", "2 + sin(lambda)"]]}
      network: {hidden_layers: [5, 4], activation: gelu, weight_std: 1.3, bias_std: 0.4, seed: 3}
      sample: {monte_carlo: 4, box: {x: [-1, 1], lambda: [-1, 1]}}
      loss: {name: ricci}
      flow: {time: 1}
      """;

  private static final String INDEPENDENT =
      """
      chart: {coordinates: [C]}
      metric: {ansatz: conformal, background: [["1 + C^2"]]}
      network: {hidden_layers: [6], activation: relu, outputs: independent, bias_std: 0.5}
      sample: {monte_carlo: 4, box: {C: [-1, 1]}}
      loss: {name: mse, target: [["2"]]}
      flow: {time: 1}
      """;

  private static final String DIAGONAL =
      """
      chart: {coordinates: [x, y, z]}
      metric: {ansatz: diagonal-exponential, background: [["1","0","0"],["0","1+x^2","0"],["0","0","2"]]}
      network: {hidden_layers: [4], activation: softplus(u), outputs: independent, bias_std: 0.5, parametrization: standard}
      sample: {monte_carlo: 4, box: {x: [-1, 1], y: [-1, 1], z: [-1, 1]}}
      loss: {name: scalar-curvature, target: "1"}
      flow: {time: 1}
      """;

  private static final String PERIODIC =
      """
      chart: {coordinates: [x, y], periodic: {y: 3}}
      metric: {background: [["2 + x^2/5", "x/9"], ["x/9", "2"]]}
      network: {hidden_layers: [5, 4], activation: sin, inputs: periodic}
      sample: {monte_carlo: 4, box: {x: [-1, 1]}}
      loss: {name: ricci}
      flow: {time: 1}
      """;

  private static final String CUBIC =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3-3*psi*z0*z1*z2"], parameters: {psi: 0.3}}
      network: {hidden_layers: [5], activation: gelu, bias_std: 0.3}
      sample: {count: 30, seed: 1}
      training: {epochs: 1}
      """;

  private static final String CROSSED =
      """
      variety:
        ambient: [2, 3]
        equations: ["z0*z3^2+z1*z4^2+z2*z5*z6", "z0^2*z3*z4+z1^2*z5^2+z2^2*z6^2+I*z0*z1*z6*z5"]
      network: {hidden_layers: [4, 3], activation: tanh, bias_std: 0.3}
      sample: {count: 30, seed: 1}
      training: {epochs: 1}
      """;

  @TempDir private Path folder;

  private static SpecSource source(String text) {
    return SpecSource.ofText(text, "spec.yaml");
  }

  private static Exports exports(String text) {
    return Geometries.answer(source(text), "export", Geometry::export);
  }

  private double[][] run(Language language, SourceModel model, double[][] points) throws Exception {
    assumeTrue(SourceRunner.has(language), "skipped: the tool of " + language + " is not here");
    return new SourceRunner(folder).run(language, model, points);
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = TOLERANCE * Math.max(1, Math.abs(expected[i]));
      assertThat(actual[i]).as("number " + i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static List<Arguments> with(List<String> specs) {
    List<Arguments> cases = new ArrayList<>();
    for (String spec : specs) {
      for (Language language : Language.values()) {
        cases.add(Arguments.of(spec, language));
      }
    }
    return cases;
  }

  static List<Arguments> charts() {
    return with(List.of(SHARED, INDEPENDENT, DIAGONAL, PERIODIC));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aNetworksMetricOnAChartIsWhatEvaluateTells(String text, Language language) throws Exception {
    var spec = source(text).read(Purpose.RUN);
    int outputs = spec.metric().ansatz().outputs(spec.chart().dimension());
    int inputs = spec.chart().inputs(spec.network().periodic()).count();
    double[] theta = FiniteNetwork.of(spec.network(), inputs, outputs).start().toArray();
    double[][] points = {{0.3, -0.2, 0.5}, {-0.7, 0.4, 0.1}};
    for (int p = 0; p < points.length; p++) {
      points[p] = Arrays.copyOf(points[p], spec.chart().dimension());
    }
    compare(text, language, theta, points);
  }

  private void compare(String text, Language language, double[] theta, double[][] points)
      throws Exception {
    SourceModel model = exports(text).program("--program", Exports.MODEL);
    double[][] actual = run(language, model, points);
    Evaluation evaluation = Geometries.answer(source(text), "evaluate", Geometry::evaluation);
    List<String> names =
        model.outputs().stream()
            .map(SourceModel.Output::name)
            .filter(name -> !name.equals("coordinates"))
            .toList();
    Evaluated expected = evaluation.at(theta, points, names);
    for (int p = 0; p < points.length; p++) {
      int from = 0;
      for (SourceModel.Output output : model.outputs()) {
        boolean scaled = output.name().equals("coordinates");
        Tensor all = expected.arrays().get(scaled ? "points" : output.name());
        int size = all.values().length / points.length;
        assertClose(
            Arrays.copyOfRange(actual[p], from, from + size),
            Arrays.copyOfRange(all.values(), p * size, (p + 1) * size));
        from += size;
      }
      assertThat(actual[p]).hasSize(from);
    }
  }

  static List<Arguments> varieties() {
    return with(List.of(CUBIC, CROSSED));
  }

  @ParameterizedTest
  @MethodSource("varieties")
  void aPotentialsMetricIsWhatEvaluateTellsWhateverTheScaleOfThePoint(
      String text, Language language) throws Exception {
    CalabiYauSpec spec = (CalabiYauSpec) source(text).readVariety();
    int inputs = spec.features().count(spec.variety().ambient());
    double[] theta = FiniteNetwork.of(spec.network(), inputs, 1).start().toArray();
    Evaluation evaluation = Geometries.answer(source(text), "evaluate", Geometry::evaluation);
    double[] drawn =
        evaluation.drawn(theta, 2, 9, List.of("potential")).arrays().get("points").values();
    int numbers = 2 * spec.variety().coordinates();
    double[][] points = new double[2][numbers];
    for (int p = 0; p < points.length; p++) {
      for (int i = 0; i < numbers; i += 2) {
        double re = drawn[p * numbers + i];
        double im = drawn[p * numbers + i + 1];
        points[p][i] = 1.5 * re + 0.5 * im;
        points[p][i + 1] = 1.5 * im - 0.5 * re;
      }
    }
    compare(text, language, theta, points);
  }

  static List<Arguments> programs() {
    Map<String, List<String>> specs =
        Map.of(
            SHARED,
            List.of("curvature", "loss"),
            "lie_algebra: {brackets: {\"1,2\": [0, 0, 1], \"2,3\": [2, 0, 0]}}\n"
                + "metric: {diagonal: [1, 2, 3]}\nflow: {time: 1}\n",
            List.of("velocity"),
            "rotational: {dimension: 3, radius: \"sin(x)\", lapse: \"1\", coordinate: x, interval:"
                + " [0, Pi]}\nflow: {time: 1}\n",
            List.of("curvature", "profile", "equations"),
            "rotational: {dimension: 4, tip_curvature: 4}\n"
                + "flow: {equation: steady-soliton, time: 1}\n",
            List.of("equations"),
            CUBIC,
            List.of("gradients", "loss"));
    List<Arguments> cases = new ArrayList<>();
    specs.forEach(
        (spec, names) ->
            names.forEach(
                name -> {
                  for (Language language : Language.values()) {
                    cases.add(Arguments.of(spec, name, language));
                  }
                }));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramIsWhatTheCompilerMakesOfIt(String text, String name, Language language)
      throws Exception {
    SourceModel model = exports(text).program("--program", name);
    Random random = new Random(3);
    double[][] points = new double[2][model.input().size()];
    for (double[] point : points) {
      Arrays.setAll(point, i -> 0.4 + 0.5 * random.nextDouble());
    }
    double[][] actual = run(language, model, points);
    if (model.steps().size() == 1) {
      Program program = new Compiler().compile(model.functions().get(name));
      for (int p = 0; p < points.length; p++) {
        double[] expected = new double[program.outputs()];
        program.evaluate(points[p], expected);
        assertClose(actual[p], expected);
      }
    } else {
      double[] scalar =
          Arrays.stream(run(language, exports(text).program("--program", name), points))
              .mapToDouble(row -> row[row.length - 2])
              .toArray();
      var curvature = Geometries.answer(source(text), "curvature", Geometry::curvature);
      for (int p = 0; p < points.length; p++) {
        double expected =
            (double) ((Number) curvature.document("--at", points[p]).get("scalar")).doubleValue();
        assertClose(new double[] {scalar[p]}, new double[] {expected});
      }
    }
  }

  @Test
  void whatASpecDoesNotHaveIsRefusedWithWhatItHas() {
    assertThatThrownBy(() -> exports(SHARED).program("--program", "velocity"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--program: 'velocity' is no program of this spec; it has"
                + " [curvature, model, loss]");
    assertThatThrownBy(() -> Language.of("--format", "fortran"))
        .hasMessage(
            "--format: 'fortran' is unknown; allowed are [jax, numpy, c, java, mathematica]");
  }
}
