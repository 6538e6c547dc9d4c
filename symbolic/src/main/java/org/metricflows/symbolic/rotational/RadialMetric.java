package org.metricflows.symbolic.rotational;

import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The metric lapse² dx² + radius² g_S in formulas of x, from one pole to the other.
 *
 * @param dimension n ≥ 2
 * @param coordinate x
 * @param from where x is at one pole, a constant
 * @param to and at the other
 * @param radius ψ, a formula in x
 * @param lapse χ, a formula in x
 */
public record RadialMetric(
    int dimension, Symbol coordinate, Expr from, Expr to, Expr radius, Expr lapse) {

  public RadialMetric {
    WarpedProduct.requireDimension(dimension);
  }

  /**
   * {@link WarpedProduct#geometry()} at a point, of x alone; x has the name of the input, which no
   * line has.
   */
  public Derivation geometry() {
    Symbol x = new Symbol("coordinate1");
    Map<Symbol, Expr> named = Map.of(coordinate, x);
    Expr psi = radius.substitute(named);
    Expr chi = lapse.substitute(named);
    Expr slope = psi.differentiate(x);
    Map<Symbol, Expr> jets =
        Map.of(
            new Symbol("psi"), psi,
            new Symbol("psid1"), slope,
            new Symbol("psid11"), slope.differentiate(x),
            new Symbol("chi"), chi,
            new Symbol("chid1"), chi.differentiate(x));
    return new WarpedProduct(dimension)
        .geometry()
        .substitute(jets, List.of(new Input(x, x.name())));
  }
}
