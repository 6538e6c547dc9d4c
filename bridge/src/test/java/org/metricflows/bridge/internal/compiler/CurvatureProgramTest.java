package org.metricflows.bridge.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.graph.Graph;
import org.metricflows.bridge.internal.graph.GraphEvaluator;
import org.metricflows.bridge.internal.graph.PreciseAlgebra;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Gradient;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;

/** The programs that flows spend their time in: √g |Ric|² of a metric jet and its gradient. */
class CurvatureProgramTest {

  /**
   * Metrics with eigenvalues near 2 are well conditioned: some hundred roundings of 1e-16 in sums
   * whose terms cancel by less than a factor of ten.
   */
  private static final double TOLERANCE = 1e-13;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void gradientsOfTheRicciLossAgreeWithSixtyDigits(int dimension) {
    Derivation derivation = ricciGradient(dimension);
    double[] jet = jet(derivation, 1);
    double[] actual = new double[derivation.outputs().size()];
    new Compiler().compile(derivation).evaluate(jet, actual);
    PreciseAlgebra precise = new PreciseAlgebra();
    List<Dfp> inputs = Arrays.stream(jet).mapToObj(precise::of).toList();
    List<Dfp> expected = derivation.evaluate(precise, inputs);
    double scale = expected.stream().mapToDouble(e -> Math.abs(e.toDouble())).max().orElseThrow();
    for (int o = 0; o < actual.length; o++) {
      double error = expected.get(o).subtract(precise.of(actual[o])).abs().toDouble();
      assertThat(error / scale).as(derivation.outputs().get(o).name()).isLessThan(TOLERANCE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void highDimensionsCompile(int dimension) {
    Derivation derivation = ricciGradient(dimension);
    Program program = new Compiler().compile(derivation);
    double[] jet = jet(derivation, 2);
    double[] actual = new double[program.outputs()];
    program.evaluate(jet, actual);
    assertThat(actual).containsExactly(new GraphEvaluator(Graph.of(derivation)).evaluate(jet));
    assertThat(Arrays.stream(actual)).allMatch(Double::isFinite);
  }

  private static Derivation ricciGradient(int dimension) {
    Derivation.Builder b = Derivation.builder();
    Curvature curvature = Curvature.of(b, MetricJet.input(b, dimension));
    b.define("density", curvature.sqrtDet(1).times(curvature.ricciSquared()).over(2));
    Derivation program = b.build("density");
    List<Symbol> jet = program.inputs().stream().map(Input::name).toList();
    return Gradient.of(program, Expr.symbol("density"), jet);
  }

  /** g = 2·1 plus a small symmetric matrix, derivatives of order one. */
  private static double[] jet(Derivation derivation, long seed) {
    Random random = new Random(seed);
    return derivation.inputs().stream()
        .mapToDouble(
            input -> {
              String name = input.name().name();
              boolean value = name.length() == 3;
              boolean diagonal = value && name.charAt(1) == name.charAt(2);
              return (value ? 0.1 : 1) * random.nextGaussian() + (diagonal ? 2 : 0);
            })
        .toArray();
  }
}
