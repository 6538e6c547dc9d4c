package org.metricflows.symbolic.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.door.Simplifier;

/** What the general formulas of curvature say of warped products is what textbooks say. */
class WarpedProductFormulasTest {
  private static final ExpressionParser BY_ARC_LENGTH =
      ExpressionParser.of("psi", "psis", "psiss", "chi", "fs", "fss");

  private static Expr expanded(Derivation program, String name) {
    return program.expand(new Symbol(name), 20_000);
  }

  /** Derivatives by x as derivatives by arc length. */
  private static Expr byArcLength(Derivation program, String name) {
    Map<Symbol, Expr> chain = new HashMap<>();
    ExpressionParser parser = ExpressionParser.of("psis", "psiss", "chi", "chid1");
    chain.put(new Symbol("psid1"), parser.parse("chi*psis"));
    chain.put(new Symbol("psid11"), parser.parse("chi^2*psiss + chid1*psis"));
    return expanded(program, name).substitute(chain);
  }

  private static void assertEqual(Expr actual, String expected) {
    Expr difference = actual.minus(BY_ARC_LENGTH.parse(expected));
    assertThat(Simplifier.within(Duration.ofSeconds(5)).provesZero(difference))
        .as(actual + " is " + expected)
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9})
  void curvatureByArcLength(int n) {
    Derivation geometry = new WarpedProduct(n).geometry();
    assertEqual(byArcLength(geometry, "Krad"), "-psiss/psi");
    assertEqual(byArcLength(geometry, "Ktan"), "(1-psis^2)/psi^2");
    assertEqual(byArcLength(geometry, "Gammaxab"), "-psi*psis/chi");
    assertEqual(byArcLength(geometry, "Gammaaxb"), "chi*psis/psi");
    assertEqual(byArcLength(geometry, "Ricrad"), (n - 1) + "*(-psiss/psi)");
    String tangential = "(-psiss/psi + %d*(1-psis^2)/psi^2)".formatted(n - 2);
    assertEqual(byArcLength(geometry, "Rictan"), tangential);
    String scalar = "-%d*psiss/psi + %d*(1-psis^2)/psi^2";
    assertEqual(byArcLength(geometry, "R"), scalar.formatted(2 * (n - 1), (n - 1) * (n - 2)));
    assertEqual(
        byArcLength(geometry, "RicSq"),
        "%d*(psiss/psi)^2 + %d*%s^2".formatted((n - 1) * (n - 1), n - 1, tangential));
    assertEqual(
        byArcLength(geometry, "Kret"),
        "%d*(psiss/psi)^2 + %d*((1-psis^2)/psi^2)^2".formatted(4 * (n - 1), 2 * (n - 1) * (n - 2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9})
  void ricciFlowByArcLength(int n) {
    Derivation flow = new WarpedProduct(n).ricciFlow();
    assertEqual(byArcLength(flow, "psit"), "psiss - %d*(1-psis^2)/psi".formatted(n - 2));
    assertEqual(byArcLength(flow, "chit"), "%d*chi*psiss/psi".formatted(n - 1));
  }

  @Test
  void theLapsesSecondDerivativeDropsOut() {
    assertThat(new WarpedProduct(4).geometry().inputs())
        .extracting(Input::name)
        .extracting(Symbol::name)
        .containsExactly("psi", "psid1", "psid11", "chi", "chid1");
  }

  /**
   * Ric + ∇∇f by the general formulas vanishes where ψ'' and f'' are as the equations have them.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9})
  void theEquationsOfASolitonAreThoseOfADefectOfZero(int n) {
    SteadySoliton soliton = new SteadySoliton(n);
    Map<Symbol, Expr> second = new HashMap<>();
    for (String name : List.of("psiss", "fss")) {
      second.put(new Symbol(name), expanded(soliton.equations(), name));
    }
    assertEqual(expanded(soliton.defect(), "radial").substitute(second), "0");
    assertEqual(expanded(soliton.defect(), "tangential").substitute(second), "0");
    assertEqual(expanded(soliton.defect(), "radial"), "fss - %d*psiss/psi".formatted(n - 1));
  }

  @Test
  void aMetricInFormulasHasItsOwnGeometry() {
    ExpressionParser parser = ExpressionParser.of("R");
    // a coordinate by the name of a line
    RadialMetric metric =
        new RadialMetric(
            3, new Symbol("R"), Expr.of(0), Expr.of(1), parser.parse("sinh(R)"), Expr.of(1));
    Derivation geometry = metric.geometry();
    assertThat(geometry.inputs()).hasSize(1);
    Simplifier simplifier = Simplifier.within(Duration.ofSeconds(5));
    assertThat(simplifier.simplify(expanded(geometry, "Krad")).value()).isEqualTo(Expr.of(-1));
    assertThat(simplifier.simplify(expanded(geometry, "Kret")).value()).isEqualTo(Expr.of(12));
    assertThat(metric.jets().outputs())
        .extracting(Symbol::name)
        .containsExactly("psi", "psid1", "psid11", "chi", "chid1");
  }
}
