package org.metricflows.symbolic.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metricflows.symbolic.derivation.Definition;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

class AnsatzTest {
  private final Symbol x = Expr.symbol("x");
  private final Symbol y = Expr.symbol("y");
  private final List<Symbol> coordinates = List.of(x, y);

  /** Jets of explicit f and g₀ put through the ansatz against the jets of the explicit metric. */
  @ParameterizedTest
  @EnumSource(ChartAnsatz.class)
  void jetsOfTheMetricAreDerivativesOfTheExplicitMetric(Ansatz ansatz) {
    List<Expr> background = background(ansatz);
    List<Expr> outputs =
        List.of(Expr.sin(x).times(y), x.times(y).over(3), Expr.cos(y))
            .subList(0, ansatz.outputs(2));
    Derivation.Builder builder = Derivation.builder();
    coordinates.forEach(c -> builder.input(c.name()));
    List<Jet> g0 = background.stream().map(g -> Jet.of(g, coordinates, 2)).toList();
    List<Jet> f = outputs.stream().map(u -> Jet.of(u, coordinates, 2)).toList();
    List<Jet> g = ansatz.metric(ansatz.reference(builder, g0), f);
    Map<Symbol, Double> at = values(builder.build(List.of()));
    for (Jet component : g) {
      for (int i = 0; i < 2; i++) {
        assertThat(Numbers.evaluate(component.first(i), at))
            .isCloseTo(slope(component.value(), i, builder), within(1e-9));
      }
      double mixed = Numbers.evaluate(component.second(0, 1), at);
      assertThat(mixed).isCloseTo(slope(component.first(0), 1, builder), within(1e-8));
    }
  }

  /** At f = 0 every ansatz gives the background back. */
  @ParameterizedTest
  @EnumSource(ChartAnsatz.class)
  void vanishingOutputsGiveTheBackground(Ansatz ansatz) {
    Derivation.Builder builder = Derivation.builder();
    coordinates.forEach(c -> builder.input(c.name()));
    List<Expr> background = background(ansatz);
    List<Jet> g0 = background.stream().map(g -> Jet.of(g, coordinates, 0)).toList();
    Jet zero = Jet.constant(Rational.ZERO, 2, 0);
    List<Jet> f = Collections.nCopies(ansatz.outputs(2), zero);
    List<Jet> g = ansatz.metric(ansatz.reference(builder, g0), f);
    Map<Symbol, Double> at = values(builder.build(List.of()));
    for (int c = 0; c < 3; c++) {
      assertThat(Numbers.evaluate(g.get(c).value(), at))
          .isCloseTo(Numbers.evaluate(background.get(c), at), within(1e-15));
    }
  }

  private List<Expr> background(Ansatz ansatz) {
    boolean diagonal = ansatz == ChartAnsatz.DIAGONAL_EXPONENTIAL;
    Expr off = diagonal ? Rational.ZERO : x.times(y).over(5);
    return new ArrayList<>(List.of(x.pow(2).plus(2), off, Expr.sin(x).plus(3)));
  }

  /** Central difference of an expression along a coordinate; truncation and rounding below 1e-9. */
  private double slope(Expr e, int coordinate, Derivation.Builder builder) {
    double h = 1e-5;
    Map<Symbol, Double> up = values(builder.build(List.of()), coordinate, h);
    Map<Symbol, Double> down = values(builder.build(List.of()), coordinate, -h);
    return (Numbers.evaluate(e, up) - Numbers.evaluate(e, down)) / (2 * h);
  }

  private Map<Symbol, Double> values(Derivation lines) {
    return values(lines, 0, 0);
  }

  private Map<Symbol, Double> values(Derivation lines, int coordinate, double shift) {
    Map<Symbol, Double> at = new HashMap<>(Map.of(x, 0.7, y, -0.4));
    at.merge(coordinates.get(coordinate), shift, Double::sum);
    for (Definition line : lines.lines()) {
      at.put(line.name(), Numbers.evaluate(line.value(), at));
    }
    return at;
  }
}
