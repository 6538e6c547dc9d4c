package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.kahler.AlgebraicEvaluators;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Balancing agrees with formulas written a second time; each error is found. */
class AlgebraicCheckTest {
  private static final String CUBIC = "{ambient: [2], equations: ['z0^3+z1^3+z2^3-z0*z1*z2']}";
  private static final String QUARTIC =
      "{ambient: [3], equations: ['z0^4+z1^4+z2^4+z3^4-4*psi*z0*z1*z2*z3'],"
          + " parameters: {psi: '1/2+I/4'}}";
  private static final String PRODUCT =
      "{ambient: [1, 2], equations: ['(z0^2+2*z1^2)*z2^3+(z0^2-z1^2)*z3^3+z0*z1*z4^3"
          + "+(z0^2+I*z1^2)*z2*z3*z4']}";
  private static final String QUADRICS =
      "{ambient: [3], equations: ['z0^2+z1^2+z2^2+z3^2', 'z0^2+2*z1^2-3*z2^2+I*z3^2']}";

  private static AlgebraicSpec spec(String variety, String degree, String sample) {
    return (AlgebraicSpec)
        SpecSource.ofText(
                """
                variety: %s
                metric: {ansatz: algebraic, degree: %s}
                sample: %s
                training: {method: donaldson}
                """
                    .formatted(variety(variety), degree, sample),
                "spec.yaml")
            .readVariety();
  }

  private static String variety(String name) {
    return switch (name) {
      case "CUBIC" -> CUBIC;
      case "QUARTIC" -> QUARTIC;
      case "PRODUCT" -> PRODUCT;
      default -> QUADRICS;
    };
  }

  /** Below the degree of the equations, where all monomials are independent, and above. */
  @ParameterizedTest
  @CsvSource({
    "CUBIC, 2, '{count: 300}'",
    "CUBIC, 4, '{count: 400, held_out: 100, seed: 3}'",
    "QUARTIC, 3, '{count: 1000}'",
    "QUARTIC, 4, '{count: 1000}'",
    "PRODUCT, '[2, 3]', '{count: 1000}'",
    "QUADRICS, 2, '{count: 200}'",
    "QUADRICS, 3, '{count: 500}'"
  })
  void everyEvaluatorAgrees(String variety, String degree, String sample) {
    CheckReport report = AlgebraicCheck.of(spec(variety, degree, sample)).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .containsExactly(
            "pull-back",
            "volume form",
            "Fubini-Study metric",
            "sections",
            "balancing map",
            "iteration",
            "metric",
            "metric",
            "volume ratio",
            "record");
  }

  private static List<String> failures(UnaryOperator<AlgebraicPaths> change) {
    AlgebraicSpec spec = spec("QUARTIC", "3", "{count: 1000}");
    AlgebraicEvaluators e = AlgebraicEvaluators.of(spec, 4);
    AlgebraicCheck check = new AlgebraicCheck(e, spec, change.apply(AlgebraicPaths.of(e)));
    CheckReport report = check.run(part -> {});
    assertThat(report.failures()).allMatch(failure -> !failure.worst().isEmpty());
    return report.failures().stream().map(CheckResult::name).distinct().toList();
  }

  private static double[] wrong(double[] right, int entry, double factor) {
    double[] values = right.clone();
    values[entry] *= factor;
    return values;
  }

  @ParameterizedTest
  @CsvSource({"0, 1.000001", "7, 1.000001", "12, -1", "399, 1.000001"})
  void aWrongMapIsFound(int entry, double factor) {
    assertThat(
            failures(
                p ->
                    new AlgebraicPaths(
                        h -> wrong(p.map().apply(h), entry, factor),
                        p.metric(),
                        p.ratio(),
                        p.record(),
                        p.states())))
        .containsExactly("balancing map");
  }

  /** A step that is off, or the distance that goes with it. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 3", "1, 400", "3, 400"})
  void aWrongIterationIsFound(int step, int entry) {
    assertThat(
            failures(
                p -> {
                  List<double[]> states = new ArrayList<>(p.states());
                  states.set(step, wrong(states.get(step), entry, 1.00001));
                  return new AlgebraicPaths(p.map(), p.metric(), p.ratio(), p.record(), states);
                }))
        .containsExactly("iteration");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aWrongMetricIsFound(int number) {
    assertThat(
            failures(
                p ->
                    new AlgebraicPaths(
                        p.map(),
                        h -> {
                          double[][] g = p.metric().apply(h);
                          for (int k = 0; k < g[number].length; k++) {
                            g[number][k] *= 1.000001;
                          }
                          return g;
                        },
                        p.ratio(),
                        p.record(),
                        p.states())))
        .containsExactly("metric");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 11})
  void aWrongRatioIsFound(int point) {
    assertThat(
            failures(
                p ->
                    new AlgebraicPaths(
                        p.map(),
                        p.metric(),
                        g -> wrong(p.ratio().apply(g), point, 1.000001),
                        p.record(),
                        p.states())))
        .containsExactly("volume ratio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sigma", "kahler_volume", "minimum_eigenvalue", "positive_fraction"})
  void aWrongRecordIsFound(String name) {
    assertThat(
            failures(
                p ->
                    new AlgebraicPaths(
                        p.map(),
                        p.metric(),
                        p.ratio(),
                        g -> {
                          Map<String, Object> record = new LinkedHashMap<>(p.record().apply(g));
                          record.computeIfPresent(name, (k, v) -> 1.000001 * (double) v);
                          return record;
                        },
                        p.states())))
        .containsExactly("record");
  }

  /** What belongs to other equations, other degrees or other sections than the spec's. */
  @ParameterizedTest
  @CsvSource({
    "variety.parameters.psi=0.4, 'pull-back, volume form, metric, volume ratio'",
    "metric.degree=4, sections"
  })
  void whatIsOfAnotherSpecIsFound(String change, String evaluators) {
    AlgebraicSpec spec = spec("QUARTIC", "3", "{count: 1000}");
    SpecSource source =
        SpecSource.ofText(
            """
            variety: %s
            metric: {ansatz: algebraic, degree: 3}
            sample: {count: 1000}
            training: {method: donaldson}
            """
                .formatted(QUARTIC),
            "spec.yaml");
    AlgebraicSpec other = (AlgebraicSpec) source.with(change).readVariety();
    AlgebraicEvaluators e = AlgebraicEvaluators.of(spec, 4);
    CheckReport report = new AlgebraicCheck(e, other, AlgebraicPaths.of(e)).run(part -> {});
    assertThat(report.failures().stream().map(CheckResult::name).distinct())
        .containsExactly(evaluators.split(", "));
  }
}
