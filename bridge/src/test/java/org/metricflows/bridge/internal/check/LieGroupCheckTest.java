package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.homogeneous.LieGroupEvaluators;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Left-invariant flows agree with formulas written a second time; each error is found. */
class LieGroupCheckTest {
  private static final String PLAIN = "flow: {time: 1}";
  private static final String FIXED = "flow: {equation: ricci-normalised, time: 1}";
  private static final String SPACE =
      "metric: {background: [[1.3, 0.2, -0.1], [0.2, 0.8, 0.3], [-0.1, 0.3, 1.1]]}";

  private static HomogeneousSpec spec(String... sections) {
    return SpecSource.ofText(String.join("\n", sections), "spec.yaml")
        .readLieAlgebra(Purpose.CHECK);
  }

  private static void assertPasses(HomogeneousSpec spec) {
    CheckReport report = LieGroupCheck.of(spec).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .contains("brackets", "velocity", "observables", "eigenvalues");
  }

  @ParameterizedTest
  @ValueSource(strings = {"su2", "sl2", "nil", "sol", "e2", "h3", "h2xr", "abelian"})
  void everyGroupThatHasANameIsRight(String name) {
    assertPasses(spec("lie_algebra: {name: " + name + "}", SPACE, PLAIN));
    assertPasses(spec("lie_algebra: {name: " + name + "}", SPACE, FIXED));
    assertPasses(spec("lie_algebra: {name: " + name + "}", "metric: {diagonal: [0.2, 1, 3]}"));
  }

  /** Unimodular and not, solvable, nilpotent, semisimple, and the motions of space. */
  static Stream<String> groups() {
    return Stream.of(
        "lie_algebra: {unimodular: [sqrt(2), -1/3, 2]}\n" + SPACE,
        "lie_algebra: {brackets: {'1,2': [0, 1]}}\nmetric: {background: [[1, 0.4], [0.4, 2]]}",
        "lie_algebra: {brackets: {'1,2': [0, 1, 0.5, 0], '1,3': [0, -1, 1, 0.2], '1,4': [0, 0, 0, 2]}}\n"
            + "metric: {diagonal: [1, 2, 1, 0.5]}",
        "lie_algebra: {brackets: {'1,2': [0, 0, 1, 0, 0], '1,3': [0, 0, 0, 1, 0],"
            + " '1,4': [0, 0, 0, 0, 1], '2,3': [0, 0, 0, 0, 1]}}\n"
            + "metric: {diagonal: [1, 2, 1, 0.5, 1]}",
        "lie_algebra: {brackets: {'1,2': [0, 0, 1, 0, 0, 0], '2,3': [1, 0, 0, 0, 0, 0],"
            + " '3,1': [0, 1, 0, 0, 0, 0], '4,5': [0, 0, 0, 0, 0, 2], '5,6': [0, 0, 0, 2, 0, 0],"
            + " '6,4': [0, 0, 0, 0, 2, 0]}}\n"
            + "metric: {diagonal: [1, 2, 1, 0.5, 1, 3]}",
        "lie_algebra: {brackets: {'1,2': [0, 0, 1, 0, 0, 0], '2,3': [1, 0, 0, 0, 0, 0],"
            + " '3,1': [0, 1, 0, 0, 0, 0], '1,5': [0, 0, 0, 0, 0, 1], '1,6': [0, 0, 0, 0, -1, 0],"
            + " '2,4': [0, 0, 0, 0, 0, -1], '2,6': [0, 0, 0, 1, 0, 0],"
            + " '3,4': [0, 0, 0, 0, 1, 0], '3,5': [0, 0, 0, -1, 0, 0]}}\n"
            + "metric: {diagonal: [1, 1, 1, 1, 1, 2]}");
  }

  @ParameterizedTest
  @MethodSource("groups")
  void groupsOfEveryDimensionAreRight(String group) {
    assertPasses(spec(group, PLAIN));
    assertPasses(spec(group, FIXED));
  }

  @Test
  void biInvariantMetricsHaveKillingsFormForRicci() {
    HomogeneousSpec round = spec("lie_algebra: {name: su2}", "metric: {diagonal: [3, 3, 3]}");
    CheckReport report = LieGroupCheck.of(round).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators()).extracting(CheckResult::against).contains("Killing's form");
    HomogeneousSpec squashed = spec("lie_algebra: {name: su2}", "metric: {diagonal: [3, 3, 4]}");
    assertThat(LieGroupCheck.of(squashed).run(part -> {}).evaluators())
        .extracting(CheckResult::against)
        .doesNotContain("Killing's form");
  }

  private static UnaryOperator<double[]> wrong(
      UnaryOperator<double[]> right, int entry, double factor) {
    return g -> {
      double[] values = right.apply(g);
      return IntStream.range(0, values.length)
          .mapToDouble(i -> i == entry ? factor * values[i] : values[i])
          .toArray();
    };
  }

  private static CheckReport report(HomogeneousSpec spec, UnaryOperator<LieGroupPaths> change) {
    LieGroupEvaluators e = LieGroupEvaluators.of(spec);
    LieGroupPaths paths = change.apply(LieGroupPaths.of(e));
    return new LieGroupCheck(e.group(), e.fixesVolume(), paths).run(part -> {});
  }

  /** A factor that is off by 1e-6 in one number, or a sign. */
  @ParameterizedTest
  @CsvSource({"0, 1.000001", "4, 1.000001", "1, -1"})
  void aWrongVelocityIsFound(int entry, double factor) {
    HomogeneousSpec spec = spec("lie_algebra: {name: sl2}", SPACE, FIXED);
    CheckReport report =
        report(
            spec,
            p ->
                new LieGroupPaths(
                    wrong(p.velocity(), entry, factor),
                    p.observables(),
                    p.eigenvalues(),
                    p.defect()));
    assertThat(report.failures())
        .filteredOn(failure -> failure.name().equals("velocity"))
        .hasSize(2)
        .allMatch(failure -> !failure.worst().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 9})
  void aWrongObservableIsFound(int entry) {
    HomogeneousSpec spec = spec("lie_algebra: {name: h3}", SPACE, PLAIN);
    CheckReport report =
        report(
            spec,
            p ->
                new LieGroupPaths(
                    p.velocity(),
                    wrong(p.observables(), entry, 1.000001),
                    p.eigenvalues(),
                    p.defect()));
    assertThat(report.failures()).extracting(CheckResult::name).contains("observables");
  }

  @Test
  void wrongEigenvaluesAndAWrongDefectAreFound() {
    HomogeneousSpec spec = spec("lie_algebra: {name: nil}", SPACE, PLAIN);
    CheckReport eigenvalues =
        report(
            spec,
            p ->
                new LieGroupPaths(
                    p.velocity(),
                    p.observables(),
                    wrong(p.eigenvalues(), 1, 1.000001),
                    p.defect()));
    assertThat(eigenvalues.failures()).extracting(CheckResult::name).contains("eigenvalues");
    CheckReport defect =
        report(
            spec,
            p ->
                new LieGroupPaths(
                    p.velocity(),
                    p.observables(),
                    p.eigenvalues(),
                    g -> 1.000001 * p.defect().applyAsDouble(g)));
    assertThat(defect.failures()).extracting(CheckResult::name).containsExactly("eigenvalues");
  }

  /** The velocity at fixed volume is not the plain one, and the check knows which is meant. */
  @Test
  void theOtherFlowIsFound() {
    LieGroupEvaluators plain = LieGroupEvaluators.of(spec("lie_algebra: {name: e2}", SPACE, PLAIN));
    LieGroupCheck fixed = new LieGroupCheck(plain.group(), true, LieGroupPaths.of(plain));
    assertThat(fixed.run(part -> {}).failures())
        .extracting(CheckResult::name)
        .contains("velocity", "observables");
  }
}
