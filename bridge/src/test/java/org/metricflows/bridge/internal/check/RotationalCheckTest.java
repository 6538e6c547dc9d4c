package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.rotational.SolitonEvaluators;
import org.metricflows.bridge.internal.rotational.SphereEvaluators;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.rotational.OddSeries;
import org.metricflows.numeric.internal.rotational.SphereMaps;
import org.metricflows.numeric.internal.rotational.SphereProfile;

/** Rotationally symmetric flows agree with formulas written a second time; each error is found. */
class RotationalCheckTest {
  private static final String SPHERE =
      """
      rotational: {radius: "sin(x)*(1 - 3*sin(x)^2/5)", points: 96}
      flow: {time: 0.1}
      """;
  private static final String SOLITON =
      """
      rotational: {tip_curvature: 4}
      flow: {equation: steady-soliton, time: 10}
      """;

  private static RotationalSpec spec(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    return source.readRotational();
  }

  private static void assertPasses(RotationalSpec spec) {
    CheckReport report = SphereCheck.of(spec).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .containsExactly(
            "start",
            "stretching",
            "velocity",
            "geometry",
            "geometry",
            "right-hand side",
            "rates",
            "profile");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 12})
  void spheresOfEveryDimensionAreRight(int n) {
    assertPasses(spec(SPHERE, "rotational.dimension=" + n));
  }

  /** Coarse grids and a fine one, a lapse, other coordinates. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "points: 16, radius: sin(x)",
        "points: 40, dimension: 5, radius: sin(x)*(1+sin(x)^2/9)",
        "points: 300, dimension: 4, radius: 2*sin(x)*(1-sin(x)^2/2), lapse: 2",
        "coordinate: z, interval: [-Pi/2, Pi/2], dimension: 2, radius: cos(z)*(1+sin(z)*cos(z)^2/5)",
        "points: 80, radius: sin(x)*(1+cos(x)*sin(x)^2/4), lapse: 1+sin(x)^2/4"
      })
  void spheresInOtherCoordinatesAndOnOtherGridsAreRight(String rotational) {
    assertPasses(spec("rotational: {" + rotational + "}\nflow: {time: 0.1}"));
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "3, 4", "3, 1e-4", "4, 1000", "7, 42"})
  void solitonsAreRight(int n, double tip) {
    RotationalSpec spec =
        spec(SOLITON, "rotational.dimension=" + n, "rotational.tip_curvature=" + tip);
    CheckReport report = SolitonCheck.of(spec).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .containsExactly("equations", "equations", "pole series", "right-hand side");
  }

  /** A map with one output multiplied. */
  private static ColumnMap wrong(ColumnMap right, int output, double factor) {
    return new ColumnMap() {
      @Override
      public int inputs() {
        return right.inputs();
      }

      @Override
      public int outputs() {
        return right.outputs();
      }

      @Override
      public void apply(double[][] in, int[] inOffset, double[][] out, int[] at, int count) {
        right.apply(in, inOffset, out, at, count);
        for (int i = 0; i < count; i++) {
          out[output][at[output] + i] *= factor;
        }
      }
    };
  }

  private static UnaryOperator<double[]> wrong(
      UnaryOperator<double[]> right, int from, int to, double factor) {
    return state -> {
      double[] values = right.apply(state);
      for (int i = from; i < to; i++) {
        values[i] *= factor;
      }
      return values;
    };
  }

  private static List<String> sphereFailures(UnaryOperator<SpherePaths> change) {
    SphereEvaluators e = SphereEvaluators.of(spec(SPHERE));
    SphereCheck check = new SphereCheck(e.metric(), e.grid(), change.apply(SpherePaths.of(e)));
    CheckReport report = check.run(part -> {});
    assertThat(report.failures()).allMatch(failure -> !failure.worst().isEmpty());
    return report.failures().stream().map(CheckResult::name).distinct().toList();
  }

  private static SpherePaths with(SpherePaths p, SphereMaps maps) {
    return new SpherePaths(p.v(), p.initial(), maps, p.rate(), p.profile());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.000001, -1})
  void wrongMapsAreFound(double factor) {
    assertThat(
            sphereFailures(
                p -> {
                  SphereMaps maps = p.maps();
                  ColumnMap e = wrong(maps.stretching(), 0, factor);
                  return with(p, new SphereMaps(e, maps.velocity(), maps.geometry()));
                }))
        .containsExactly("stretching");
    assertThat(
            sphereFailures(
                p -> {
                  SphereMaps maps = p.maps();
                  ColumnMap vt = wrong(maps.velocity(), 0, factor);
                  return with(p, new SphereMaps(maps.stretching(), vt, maps.geometry()));
                }))
        .containsExactly("velocity");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aWrongGeometryIsFound(int output) {
    assertThat(
            sphereFailures(
                p -> {
                  SphereMaps maps = p.maps();
                  ColumnMap wrong = wrong(maps.geometry(), output, 1.000001);
                  return with(p, new SphereMaps(maps.stretching(), maps.velocity(), wrong));
                }))
        .containsExactly("geometry");
  }

  @ParameterizedTest
  @CsvSource({"0, 96, 1.000001", "96, 97, 1.000001", "0, 97, -1", "42, 43, 1.0001"})
  void aWrongRightHandSideIsFound(int from, int to, double factor) {
    assertThat(
            sphereFailures(
                p ->
                    new SpherePaths(
                        p.v(),
                        p.initial(),
                        p.maps(),
                        wrong(p.rate(), from, to, factor),
                        p.profile())))
        .contains("right-hand side");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 12})
  void aWrongStartIsFound(int point) {
    assertThat(
            sphereFailures(
                p -> {
                  double[] v = p.v().clone();
                  v[Subject.some(v.length, 24)[point]] *= 1.001;
                  return new SpherePaths(v, p.initial(), p.maps(), p.rate(), p.profile());
                }))
        .containsExactly("start");
    assertThat(
            sphereFailures(p -> new SpherePaths(p.v(), longer(p), p.maps(), p.rate(), p.profile())))
        .containsExactly("start");
  }

  private static double[] longer(SpherePaths p) {
    double[] initial = p.initial().clone();
    initial[p.v().length] *= 1.000001;
    return initial;
  }

  private static SphereProfile changed(SphereProfile p, String what) {
    double f = 1.000001;
    return new SphereProfile(
        p.length() * (what.equals("length") ? f : 1),
        p.maximalRadius() * (what.equals("maximal radius") ? f : 1),
        p.neck()
            .map(
                neck ->
                    new SphereProfile.Neck(
                        neck.radius() * (what.equals("neck") ? f : 1),
                        neck.bending() * (what.equals("bending") ? f : 1))),
        p.leastScalar() * (what.equals("least") ? f : 1),
        p.greatestScalar() * (what.equals("greatest") ? f : 1),
        p.volume() * (what.equals("volume") ? f : 1),
        p.integratedScalar() * (what.equals("int R") ? f : 1),
        p.resolution(),
        Arrays.stream(p.radius()).map(r -> what.equals("radius") ? f * r : r).toArray(),
        Arrays.stream(p.radial()).map(k -> what.equals("radial") ? f * k : k).toArray(),
        Arrays.stream(p.tangential()).map(k -> what.equals("tangential") ? f * k : k).toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "length",
        "maximal radius",
        "neck",
        "bending",
        "least",
        "greatest",
        "volume",
        "int R",
        "radius",
        "radial",
        "tangential"
      })
  void aWrongProfileIsFound(String what) {
    assertThat(
            sphereFailures(
                p -> {
                  Function<double[], SphereProfile> wrong =
                      state -> changed(p.profile().apply(state), what);
                  return new SpherePaths(p.v(), p.initial(), p.maps(), p.rate(), wrong);
                }))
        .contains("profile");
  }

  private static List<String> solitonFailures(UnaryOperator<SolitonPaths> change) {
    SolitonEvaluators e = SolitonEvaluators.of(spec(SOLITON));
    SolitonCheck check = new SolitonCheck(e.dimension(), e.tip(), change.apply(SolitonPaths.of(e)));
    return check.run(part -> {}).failures().stream().map(CheckResult::name).distinct().toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 1.000001", "1, 1.000001", "2, 1.000001", "1, -1"})
  void wrongEquationsOfASolitonAreFound(int output, double factor) {
    assertThat(
            solitonFailures(
                p ->
                    new SolitonPaths(
                        wrong(p.equations(), output, factor),
                        p.radius(),
                        p.drift(),
                        p.way(),
                        p.rate())))
        .containsExactly("equations");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aWrongCoefficientOfASeriesIsFound(int term) {
    UnaryOperator<OddSeries> wrong =
        series -> {
          double[] a = series.coefficients();
          a[term] *= 1.001;
          return new OddSeries(a);
        };
    assertThat(
            solitonFailures(
                p ->
                    new SolitonPaths(
                        p.equations(), wrong.apply(p.radius()), p.drift(), p.way(), p.rate())))
        .contains("pole series");
    assertThat(
            solitonFailures(
                p ->
                    new SolitonPaths(
                        p.equations(), p.radius(), wrong.apply(p.drift()), p.way(), p.rate())))
        .contains("pole series");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aWrongRightHandSideOfASolitonIsFound(int entry) {
    assertThat(
            solitonFailures(
                p ->
                    new SolitonPaths(
                        p.equations(),
                        p.radius(),
                        p.drift(),
                        p.way(),
                        (s, y) ->
                            wrong(state -> p.rate().at(s, state), entry, entry + 1, 1.000001)
                                .apply(y))))
        .containsExactly("right-hand side");
  }
}
