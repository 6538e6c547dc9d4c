package org.metricflows.bridge.internal.homogeneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Exact solutions, invariances and singular times of Ricci flow on Lie groups. */
class LeftInvariantRicciFlowTest {
  /** What an integrator at a tolerance of 1e-12 keeps over these times. */
  private static final double ACCURACY = 1e-9;

  private static RunResult run(String algebra, String metric, String flow) {
    String text =
        "lie_algebra: {%s}\nmetric: {%s}\nflow: {relative_tolerance: 1e-12, %s}\n"
            .formatted(algebra, metric, flow);
    HomogeneousSpec spec = (HomogeneousSpec) Geometries.read(SpecSource.ofText(text, "test"));
    return Run.of(LieGroupProblem.of(spec), spec, Map.of()).inMemory();
  }

  private static double[] metric(Map<String, Object> record) {
    return (double[]) record.get("metric");
  }

  private static double number(Map<String, Object> record, String key) {
    return ((Number) record.get(key)).doubleValue();
  }

  private static Map<String, Object> last(RunResult result) {
    return result.records().get(result.records().size() - 1);
  }

  private static Arguments solution(
      String name, String algebra, String start, DoubleFunction<double[]> diagonal) {
    return Arguments.of(name, algebra, start, diagonal);
  }

  static Stream<Arguments> solutions() {
    return Stream.of(
        solution("round sphere shrinks", "name: su2", "[3, 3, 3]", t -> row(3 - 4 * t)),
        solution(
            "the same as so(3)",
            "brackets: {'1,2': [0, 0, 1], '2,3': [1, 0, 0], '3,1': [0, 1, 0]}",
            "[3, 3, 3]",
            t -> row(3 - t)),
        solution(
            "Nil's fibre shrinks as its base grows",
            "name: nil",
            "[2, 1, 0.5]",
            t -> {
              double phi = Math.cbrt(1 + 12 * (2 / 0.5) * t);
              return new double[] {2 / phi, phi, 0.5 * phi};
            }),
        solution(
            "Sol with equal ends grows in the middle",
            "name: sol",
            "[2, 1, 2]",
            t -> new double[] {2, 1 + 16 * t, 2}),
        solution("hyperbolic space expands", "name: h3", "[1, 1, 1]", t -> row(1 + 4 * t)),
        solution(
            "hyperbolic plane times line",
            "name: h2xr",
            "[2, 1, 3]",
            t -> new double[] {2 + 2 * t, 1 + t, 3}),
        solution(
            "hyperbolic plane",
            "brackets: {'1,2': [0, 'sqrt(2)']}",
            "[2, 1]",
            t -> new double[] {2 + 4 * t, 1 + 2 * t}));
  }

  private static double[] row(double value) {
    return new double[] {value, value, value};
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("solutions")
  void exactSolutions(
      String name, String algebra, String start, DoubleFunction<double[]> diagonal) {
    RunResult result = run(algebra, "diagonal: " + start, "time: 0.5, record: [0, 0.1, 0.25, 0.5]");
    assertThat(result.outcome().status()).isEqualTo("completed");
    assertThat(result.records()).hasSize(4);
    for (Map<String, Object> record : result.records()) {
      double[] expected = diagonal.apply(number(record, "t"));
      int d = expected.length;
      int c = 0;
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++, c++) {
          assertThat(metric(record)[c]).isCloseTo(i == j ? expected[i] : 0, within(ACCURACY));
        }
      }
    }
  }

  @Test
  void flatMetricsRest() {
    RunResult result = run("name: e2", "diagonal: [2, 2, 5]", "time: 1");
    assertThat(result.outcome().status()).isEqualTo("stopped: flow at rest from the start");
    assertThat(number(last(result), "R")).isZero();
    assertThat(number(last(result), "ricci_squared")).isZero();
    assertThat(run("name: abelian", "diagonal: [1, 2, 3]", "time: 1").outcome().status())
        .isEqualTo("stopped: flow at rest from the start");
  }

  /** On E(2) the product AB stays and the metric flattens. */
  @Test
  void motionsOfThePlaneFlatten() {
    RunResult result = run("name: e2", "diagonal: [3, 1, 1]", "time: 20");
    double[] end = metric(last(result));
    assertThat(end[0] * end[3]).isCloseTo(3, within(ACCURACY));
    assertThat(end[0] / end[3]).isCloseTo(1, within(1e-3));
    assertThat(number(last(result), "R")).isBetween(-1e-6, 0.0);
  }

  @ParameterizedTest
  @CsvSource({"su2, '[0.2, 1, 1.3]'", "nil, '[1, 2, 3]'", "sol, '[1, 2, 0.7]'", "h3, '[1, 3, 2]'"})
  void volumeStaysFixed(String algebra, String start) {
    String flow = "time: 0.5, equation: ricci-normalised";
    RunResult result = run("name: " + algebra, "diagonal: " + start, flow);
    double before = number(result.records().get(0), "volume");
    assertThat(number(last(result), "volume") / before).isCloseTo(1, within(ACCURACY));
    assertThat(metric(last(result))).isNotEqualTo(metric(result.records().get(0)));
  }

  /** A Berger sphere at fixed volume becomes round and stays: no singular time. */
  @Test
  void spheresBecomeRoundAtFixedVolume() {
    String flow = "time: 20, equation: ricci-normalised";
    RunResult result = run("name: su2", "diagonal: [0.2, 1, 1.3]", flow);
    assertThat(number(last(result), "soliton_defect")).isLessThan(1e-9);
    double radius = Math.cbrt(0.2 * 1.3);
    assertThat(metric(last(result))[0]).isCloseTo(radius, within(ACCURACY));
    assertThat(result.extras()).doesNotContainKey("singular_time");
  }

  @Test
  void extinctionIsLocated() {
    RunResult round = run("name: su2", "diagonal: [3, 3, 3]", "time: 2");
    assertThat(round.outcome().status())
        .startsWith("stopped: the metric becomes singular at about t = 0.750000, where R has");
    assertThat((double) round.extras().get("singular_time")).isCloseTo(0.75, within(ACCURACY));
    assertThat(round.outcome().time()).isBetween(0.7499, 0.75);
  }

  /** T of c·g is c T; and a run that ends before T bounds it by 1/R ≥ (2/d)(T − t). */
  @Test
  void singularTimesScale() {
    RunResult berger = run("name: su2", "diagonal: [0.2, 1, 1.3]", "time: 2, record: [0, 0.1, 2]");
    RunResult larger = run("name: su2", "diagonal: [2, 10, 13]", "time: 20");
    double singular = (double) berger.extras().get("singular_time");
    assertThat((double) larger.extras().get("singular_time") / 10)
        .isCloseTo(singular, within(ACCURACY));
    for (Map<String, Object> record : berger.records()) {
      double left = singular - number(record, "t");
      // times are rounded to some 1e-16
      assertThat(1.5 / number(record, "R")).isGreaterThanOrEqualTo(left * (1 - ACCURACY) - 1e-15);
    }
    assertThat(number(last(berger), "R")).isGreaterThan(1e8);
  }

  static Stream<Arguments> algebras() {
    return Stream.of("su2", "sl2", "nil", "sol", "e2", "h3", "h2xr")
        .flatMap(name -> Stream.of(1L, 2L).map(seed -> Arguments.of(name, seed)));
  }

  /** In the basis e'_i = P_ji e_j the solution is PᵀgP. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("algebras")
  void changesOfBasisTransformTheSolution(String name, long seed) {
    Random random = new Random(seed);
    RealMatrix basis =
        random(random).add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(2));
    RealMatrix half = random(random).add(MatrixUtils.createRealIdentityMatrix(3));
    RealMatrix start = half.multiply(half.transpose());
    String flow = "time: 0.1, record: [0, 0.05, 0.1]";
    RunResult plain = run("name: " + name, "background: " + rows(start), flow);
    RunResult changed =
        run(
            "brackets: " + brackets(name, basis),
            "background: " + rows(transformed(start, basis)),
            flow);
    assertTransformed(plain, changed, basis);
  }

  /** e2 + a e1, e3 + b e1 + c e2 have the brackets of Nil again. */
  @Test
  void anAutomorphismOfNilMakesADiagonalMetricFull() {
    RealMatrix automorphism =
        MatrixUtils.createRealMatrix(new double[][] {{1, 0.7, -0.4}, {0, 1, 0.9}, {0, 0, 1}});
    RealMatrix diagonal = MatrixUtils.createRealDiagonalMatrix(new double[] {2, 1, 0.5});
    String flow = "time: 0.5, record: [0, 0.1, 0.5]";
    RunResult plain = run("name: nil", "diagonal: [2, 1, 0.5]", flow);
    RunResult full =
        run("name: nil", "background: " + rows(transformed(diagonal, automorphism)), flow);
    assertTransformed(plain, full, automorphism);
  }

  private static RealMatrix random(Random random) {
    double[][] entries = new double[3][3];
    for (double[] row : entries) {
      for (int j = 0; j < 3; j++) {
        row[j] = random.nextDouble() - 0.5;
      }
    }
    return MatrixUtils.createRealMatrix(entries);
  }

  private static RealMatrix transformed(RealMatrix metric, RealMatrix basis) {
    return basis.transpose().multiply(metric).multiply(basis);
  }

  private static void assertTransformed(RunResult plain, RunResult changed, RealMatrix basis) {
    assertThat(changed.records()).hasSameSizeAs(plain.records());
    for (int r = 0; r < plain.records().size(); r++) {
      Map<String, Object> a = plain.records().get(r);
      Map<String, Object> b = changed.records().get(r);
      RealMatrix expected = transformed(matrix(metric(a)), basis);
      assertThat(matrix(metric(b)).subtract(expected).getNorm1())
          .isLessThan(ACCURACY * expected.getNorm1());
      for (String scalar : List.of("R", "ricci_squared")) {
        double scale = number(a, "ricci_squared") + 1;
        assertThat(number(b, scalar)).isCloseTo(number(a, scalar), within(1e-8 * scale));
      }
      double[] one = (double[]) a.get("ricci_eigenvalues");
      double[] other = (double[]) b.get("ricci_eigenvalues");
      double size = 1 + Math.sqrt(number(a, "ricci_squared"));
      assertThat(other).containsExactly(one, within(1e-8 * size));
    }
  }

  private static RealMatrix matrix(double[] c) {
    return MatrixUtils.createRealMatrix(SymmetricForm.of(3, c).entries());
  }

  private static String rows(RealMatrix symmetric) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        row.add(String.valueOf(symmetric.getEntry(Math.min(i, j), Math.max(i, j))));
      }
      rows.add(row.toString());
    }
    return rows.toString();
  }

  /** [e'_i, e'_j] = P_ai P_bj C^k_ab (P⁻¹)_mk e'_m. */
  private static String brackets(String name, RealMatrix basis) {
    HomogeneousSpec spec =
        (HomogeneousSpec)
            Geometries.read(
                SpecSource.ofText(
                    "{lie_algebra: {name: %s}, metric: {diagonal: [1, 1, 1]}, flow: {time: 1}}"
                        .formatted(name),
                    "test"));
    var algebra = LieGroup.of(spec).algebra();
    RealMatrix inverse = MatrixUtils.inverse(basis);
    List<String> brackets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        double[] vector = new double[3];
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            for (int k = 0; k < 3; k++) {
              double c = Double.parseDouble(algebra.constant(k, a, b).toString());
              vector[k] += basis.getEntry(a, i) * basis.getEntry(b, j) * c;
            }
          }
        }
        List<String> texts = new ArrayList<>();
        for (double value : inverse.operate(vector)) {
          texts.add(String.valueOf(value));
        }
        brackets.add("'" + (i + 1) + "," + (j + 1) + "': " + texts);
      }
    }
    return "{" + String.join(", ", brackets) + "}";
  }
}
