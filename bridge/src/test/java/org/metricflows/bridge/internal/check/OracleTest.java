package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.network.Activation;
import org.metricflows.symbolic.network.ChartAnsatz;

/** The independent paths themselves, on what is known exactly or by a third way. */
class OracleTest {

  /** Of a metric of explicit components, through its Taylor polynomial. */
  private static FieldCurvature<DerivativeStructure> curvature(
      List<String> coordinates, List<String> components, double... at) {
    int d = coordinates.size();
    ExpressionParser parser = ExpressionParser.of(coordinates);
    List<Expr> background = components.stream().map(c -> parser.parse("g", c)).toList();
    List<Symbol> symbols = coordinates.stream().map(Symbol::new).toList();
    FieldAnsatz layout = new FieldAnsatz(ChartAnsatz.ADDITIVE, d);
    List<DerivativeStructure> g =
        new FieldMetric(layout, new FieldCoordinates.Plain(symbols), background)
            .backgroundAt(at, 2);
    DSFactory numbers = new DSFactory(1, 0);
    return new FieldCurvature<DerivativeStructure>(
        d,
        Tensor.of(d, 2, x -> numbers.constant(g.get(layout.component(x[0], x[1])).getValue())),
        Tensor.of(
            d, 3, x -> numbers.constant(slope(g.get(layout.component(x[1], x[2])), x[0], -1))),
        Tensor.of(
            d, 4, x -> numbers.constant(slope(g.get(layout.component(x[2], x[3])), x[0], x[1]))));
  }

  private static double slope(DerivativeStructure g, int k, int l) {
    int[] orders = new int[g.getFreeParameters()];
    orders[k]++;
    if (l >= 0) {
      orders[l]++;
    }
    return g.getPartialDerivative(orders);
  }

  /** R = n(n − 1), |Ric|² = n(n − 1)², |Riem|² = 2n(n − 1); rounding of some hundred operations. */
  @Test
  void theUnitThreeSphereHasItsCurvature() {
    FieldCurvature<DerivativeStructure> sphere =
        curvature(
            List.of("a", "b", "c"),
            List.of("1", "0", "0", "sin(a)^2", "0", "sin(a)^2*sin(b)^2"),
            0.7,
            1.1,
            0.3);
    assertThat(sphere.scalar().getValue()).isCloseTo(6, within(1e-13));
    assertThat(sphere.einsteinSquare(0).getValue()).isCloseTo(12, within(1e-12));
    assertThat(sphere.einsteinSquare(2).getValue()).isCloseTo(0, within(1e-12));
    assertThat(sphere.kretschmann().getValue()).isCloseTo(12, within(1e-12));
    double volume = Math.pow(Math.sin(0.7), 2) * Math.sin(1.1);
    assertThat(sphere.volume().getValue()).isCloseTo(volume, within(1e-14));
    assertThat(sphere.logVolumeSlope(0).getValue()).isCloseTo(2 / Math.tan(0.7), within(1e-14));
  }

  /** Schwarzschild: Ric = 0, |Riem|² = 48 M²/r⁶, an indefinite metric. */
  @Test
  void aBlackHoleIsRicciFlat() {
    FieldCurvature<DerivativeStructure> hole =
        curvature(
            List.of("t", "r", "a", "b"),
            List.of(
                "-(1 - 2/r)", "0", "0", "0", "1/(1 - 2/r)", "0", "0", "r^2", "0", "r^2*sin(a)^2"),
            0.0,
            3.0,
            0.9,
            0.2);
    assertThat(hole.ricci(1, 1).getValue()).isCloseTo(0, within(1e-14));
    assertThat(hole.scalar().getValue()).isCloseTo(0, within(1e-14));
    assertThat(hole.kretschmann().getValue()).isCloseTo(48 / 729.0, within(1e-14));
  }

  /** Brute-force quadrature finds the closed forms, with derivatives up to fourth order. */
  @ParameterizedTest
  @ValueSource(strings = {"erf", "sin", "cos", "gaussian", "gelu", "exp", "square", "cube"})
  void quadratureFindsTheClosedForms(String name) {
    Activation activation = Activation.named(name);
    FieldDual closed = ClosedFormDuals.of(activation).orElseThrow();
    FieldDual brute = new QuadratureDual(activation);
    DSFactory factory = new DSFactory(3, 4);
    for (double r : new double[] {0.4, -0.65, 0.7, 0.6999}) {
      DerivativeStructure p = factory.variable(0, r > 0.65 ? 0.7 : 0.9);
      DerivativeStructure q = factory.variable(1, 0.7);
      DerivativeStructure covariance = factory.variable(2, r);
      DerivativeStructure[] expected = closed.at(p, q, covariance);
      DerivativeStructure[] actual = brute.at(p, q, covariance);
      for (int k = 0; k < 2; k++) {
        double[] exact = expected[k].getAllDerivatives();
        // fourth derivatives of size 10³ in closed form, some digits cancelling
        assertThat(actual[k].getAllDerivatives()).containsExactly(exact, within(1e-10));
      }
    }
  }

  @Test
  void activationsByNameAreTheirFormulas() {
    for (String name : Activation.names()) {
      Activation named = Activation.named(name);
      Activation formula = new Activation("a formula", named.value());
      for (double u : new double[] {-2.3, -0.4, 0.1, 1.7}) {
        double[] byName = new FieldActivation(named).derivatives(u, 3);
        double[] byFormula = new FieldActivation(formula).derivatives(u, 3);
        assertThat(byName).as(name).containsExactly(byFormula, within(1e-13));
      }
    }
  }

  /** Differences of order six err by h⁶ f⁽⁷⁾/140. */
  @Test
  void centralDifferencesConvergeWithTheirOrder() {
    double coarse = Math.abs(CentralDifference.of(h -> Math.exp(1 + h), 0.2) - Math.E);
    double fine = Math.abs(CentralDifference.of(h -> Math.exp(1 + h), 0.1) - Math.E);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(6, within(0.1));
  }

  @Test
  void everyFunctionIsWalkedThrough() {
    Symbol u = new Symbol("u");
    List<String> formulas =
        List.of(
            "Sin[u]*Cos[u]*Tan[u]",
            "Sinh[u] + Cosh[u] - Tanh[u]",
            "ArcSin[u] + ArcCos[u]/3 + ArcTan[u]",
            "Exp[u]*Log[u] + Erf[u]",
            "Sqrt[u] + u^(1/3) + u^(-2) + u^Pi + Abs[u]");
    for (String text : formulas) {
      Expr value = ExpressionParser.of("u").parse("f", text);
      DerivativeStructure x = new DSFactory(1, 1).variable(0, 0.4);
      DerivativeStructure f = new FieldExpression<>(x, Map.of(u, x)).of(value);
      double slope =
          CentralDifference.of(
              h -> {
                DerivativeStructure moved = new DSFactory(1, 0).constant(0.4 + h);
                return new FieldExpression<>(moved, Map.of(u, moved)).of(value).getValue();
              },
              1e-3);
      assertThat(f.getPartialDerivative(1)).as(text).isCloseTo(slope, within(1e-10));
    }
  }
}
