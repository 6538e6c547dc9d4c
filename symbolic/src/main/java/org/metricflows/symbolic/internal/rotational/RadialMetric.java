package org.metricflows.symbolic.internal.rotational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.derivation.Jet;
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

  /** x under a name that no line has. */
  private static final Symbol X = new Symbol("coordinate1");

  private static final List<String> NAMES = List.of("psi", "psid1", "psid11", "chi", "chid1");

  public RadialMetric {
    WarpedProduct.requireDimension(dimension);
  }

  /** ψ, ψ_x, ψ_xx, χ, χ_x of x: the names psi, psid1, psid11, chi, chid1. */
  public Derivation jets() {
    Derivation.Builder b = Derivation.builder();
    b.input(X.name());
    Map<Symbol, Expr> values = values();
    NAMES.forEach(name -> b.define(name, values.get(new Symbol(name))));
    return b.build(NAMES);
  }

  /** {@link WarpedProduct#geometry()} at a point, of x alone. */
  public Derivation geometry() {
    return new WarpedProduct(dimension)
        .geometry()
        .substitute(values(), List.of(new Input(X, X.name())));
  }

  private Map<Symbol, Expr> values() {
    Map<Symbol, Expr> named = Map.of(coordinate, X);
    Jet psi = Jet.of(radius.substitute(named), List.of(X), 2);
    Jet chi = Jet.of(lapse.substitute(named), List.of(X), 1);
    List<Expr> all = new ArrayList<>(psi.coefficients());
    all.addAll(chi.coefficients());
    Map<Symbol, Expr> values = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      values.put(new Symbol(NAMES.get(i)), all.get(i));
    }
    return values;
  }
}
