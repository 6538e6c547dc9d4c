package org.metricflows.symbolic.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

class JetLossTest {
  private static final Symbol X = Expr.symbol("x");
  private static final Symbol Y = Expr.symbol("y");

  static Stream<Arguments> lossesInEveryAnsatz() {
    List<Loss> losses = new ArrayList<>();
    losses.add(new MeanSquareLoss(List.of(X, Rational.ONE, Y)));
    losses.add(new RicciLoss());
    losses.add(new EinsteinLoss(Rational.of(1, 3)));
    losses.add(new ScalarCurvatureLoss(X.plus(Y)));
    losses.add(new PerelmanLoss(Expr.exp(X), List.of(X, Y)));
    losses.add(
        new DensityLoss(
            Expr.symbol("R").pow(2).plus(Expr.symbol("Riem2").times(X)).plus(Expr.symbol("g12")),
            List.of(X, Y)));
    return losses.stream()
        .flatMap(l -> Stream.of(ChartAnsatz.values()).map(a -> Arguments.of(a, l)));
  }

  /** Every derivative by a jet coefficient against central differences (error ~ h² = 1e-10). */
  @ParameterizedTest
  @MethodSource("lossesInEveryAnsatz")
  void theGradientIsTheDerivativeOfTheWeightedDensity(Ansatz ansatz, Loss loss) {
    JetLoss jetLoss = JetLoss.of(ansatz, loss, 2);
    Derivation gradient = jetLoss.gradient();
    Map<Symbol, Double> point = randomPoint(gradient, 5);
    Map<Symbol, Double> all = run(gradient, point);
    double h = 1e-5;
    for (Symbol jet : jetLoss.outputJets()) {
      Map<Symbol, Double> up = new HashMap<>(point);
      Map<Symbol, Double> down = new HashMap<>(point);
      up.merge(jet, h, Double::sum);
      down.merge(jet, -h, Double::sum);
      double slope = (value(jetLoss, up) - value(jetLoss, down)) / (2 * h);
      double adjoint = all.get(new Symbol("adj" + jet.name()));
      assertThat(adjoint).as(jet.name()).isCloseTo(slope, within(2e-8 * (1 + Math.abs(slope))));
    }
  }

  /** In two dimensions Ric = ½ R g, so |Ric|² = ½ R² and |Ric − λg|² = ½ (R − 2λ)². */
  @Test
  void curvatureLossesOfSurfacesAreFunctionsOfTheScalarCurvature() {
    Derivation ricci = JetLoss.of(ChartAnsatz.ADDITIVE, new RicciLoss(), 2).value();
    Map<Symbol, Double> point = randomPoint(ricci, 7);
    double squareOfRicci = run(ricci, point).get(new Symbol(JetLoss.OUTPUT));
    point.put(new Symbol("targetR"), 0.0);
    Loss target = new ScalarCurvatureLoss(Rational.ZERO);
    double squareOfScalar = value(JetLoss.of(ChartAnsatz.ADDITIVE, target, 2), point);
    assertThat(squareOfRicci).isCloseTo(squareOfScalar / 2, within(1e-13 * squareOfScalar));

    double lambda = 0.5;
    point.put(new Symbol("targetR"), 2 * lambda);
    double shifted = value(JetLoss.of(ChartAnsatz.ADDITIVE, target, 2), point);
    Loss einstein = new EinsteinLoss(Rational.of(1, 2));
    double defect = value(JetLoss.of(ChartAnsatz.ADDITIVE, einstein, 2), point);
    assertThat(defect).isCloseTo(shifted / 2, within(1e-12 * shifted));
  }

  private static double value(JetLoss loss, Map<Symbol, Double> point) {
    return run(loss.value(), point).get(new Symbol(JetLoss.OUTPUT));
  }

  private static Map<Symbol, Double> run(Derivation program, Map<Symbol, Double> point) {
    Map<Symbol, Double> values = new HashMap<>(point);
    for (Definition line : program.lines()) {
      values.put(line.name(), Numbers.evaluate(line.value(), values));
    }
    return values;
  }

  /** Jets of order one half, on a reference that is positive definite. */
  private static Map<Symbol, Double> randomPoint(Derivation program, long seed) {
    Random random = new Random(seed);
    Map<Symbol, Double> point = new HashMap<>();
    for (Input input : program.inputs()) {
      point.put(input.name(), 0.5 * random.nextGaussian());
    }
    point.put(new Symbol("r11"), 3.0);
    point.put(new Symbol("r22"), 2.5);
    point.put(new Symbol("w"), 0.8);
    return point;
  }
}
