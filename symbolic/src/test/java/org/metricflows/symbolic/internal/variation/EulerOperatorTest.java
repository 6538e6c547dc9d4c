package org.metricflows.symbolic.internal.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.geometry.MetricJet;

/** Euler's operator against textbook equations. */
class EulerOperatorTest {
  private static final Symbol L = Expr.symbol("l");

  /** The Euler operator of a density in u and the background m, in closed form. */
  private static Expr euler(int dimension, Expr density) {
    Derivation.Builder builder = Derivation.builder();
    density.symbols().forEach(s -> builder.input(s.name()));
    builder.define("l", density);
    Derivation euler =
        EulerOperator.of(builder.build("l"), L, dimension, List.of("u"), List.of("m"));
    return euler.expand(Expr.symbol("Eu"), 10_000);
  }

  private static Expr s(String name) {
    return Expr.symbol(name);
  }

  @Test
  void pendulum() {
    Expr density = s("ud1").pow(2).over(2).plus(Expr.cos(s("u")));
    assertThat(euler(1, density)).isEqualTo(s("ud11").negate().minus(Expr.sin(s("u"))));
  }

  @Test
  void beamHasAFourthDerivative() {
    assertThat(euler(1, s("ud11").pow(2).over(2))).isEqualTo(s("ud1111"));
  }

  @Test
  void plateHasTheBilaplacian() {
    Expr laplacian = s("ud11").plus(s("ud22"));
    Expr bilaplacian = s("ud1111").plus(s("ud1122").times(2)).plus(s("ud2222"));
    assertThat(euler(2, laplacian.pow(2).over(2))).isEqualTo(bilaplacian);
  }

  @Test
  void mongeAmpereDensityIsADivergence() {
    assertThat(euler(2, s("ud11").times(s("ud22")).minus(s("ud12").pow(2))))
        .isEqualTo(Rational.ZERO);
  }

  @Test
  void backgroundsAreDifferentiatedButNotVaried() {
    Expr density = s("m").times(s("ud1").pow(2)).over(2);
    Expr expected = s("m").times(s("ud11")).plus(s("md1").times(s("ud1"))).negate();
    assertThat(euler(1, density)).isEqualTo(expected);
  }

  @Test
  void otherInputsAreConstants() {
    assertThat(euler(1, s("c").times(s("ud1").pow(2)).over(2)))
        .isEqualTo(s("c").times(s("ud11")).negate());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void einsteinHilbertGivesTheEinsteinTensor(int d) {
    Derivation.Builder builder = Derivation.builder();
    Curvature curvature = Curvature.of(builder, MetricJet.input(builder, d));
    builder.define("l", curvature.scalar().times(curvature.sqrtDet()));
    List<String> metric = new ArrayList<>();
    List<String> outputs = new ArrayList<>(List.of("sqrtdet"));
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        metric.add("g" + i + j);
        curvature.einstein(i - 1, j - 1);
        outputs.add("Ein" + i + j);
      }
    }
    curvature.ginv(0, 0);
    Derivation geometry = builder.build("l");
    Derivation euler = EulerOperator.of(geometry, L, d, metric, List.of());
    Map<Symbol, Double> values = randomJets(euler, d, new Random(11));
    run(euler, values);
    run(geometry, values);
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        double upper = 0;
        for (int a = 0; a < d; a++) {
          for (int b = 0; b < d; b++) {
            double factors =
                value(curvature.ginv(i, a), values) * value(curvature.ginv(j, b), values);
            upper += factors * value(curvature.einstein(a, b), values);
          }
        }
        double expected = -value(curvature.sqrtDet(), values) * upper * (i == j ? 1 : 2);
        double actual = values.get(Expr.symbol("Eg" + (i + 1) + (j + 1)));
        // several thousand operations on numbers of size 1
        assertThat(actual).isCloseTo(expected, within(1e-10));
      }
    }
  }

  private static Map<Symbol, Double> randomJets(Derivation program, int d, Random random) {
    Map<Symbol, Double> values = new HashMap<>();
    for (Input input : program.inputs()) {
      values.put(input.name(), 0.3 * (2 * random.nextDouble() - 1));
    }
    for (int i = 1; i <= d; i++) {
      values.merge(Expr.symbol("g" + i + i), 1.5, Double::sum);
    }
    return values;
  }

  private static void run(Derivation program, Map<Symbol, Double> values) {
    for (Definition line : program.lines()) {
      values.put(line.name(), Numbers.evaluate(line.value(), values));
    }
  }

  private static double value(Expr e, Map<Symbol, Double> values) {
    return Numbers.evaluate(e, values);
  }
}
