package org.metricflows.symbolic.internal.kernel;

import static org.metricflows.symbolic.expression.Rational.ONE;
import static org.metricflows.symbolic.internal.kernel.Dual.U;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;

/**
 * The activations whose dual functions are elementary, up to scale: a φ(b u) has a² κ(b²p, b²q,
 * b²r), and a² b² κ̇ there.
 */
final class DualTable {

  private static final Expr ROOT_TWO = Expr.sqrt(Rational.of(2));

  /** Keyed by activations without a constant factor, so that any a finds them. */
  private static final Map<Expr, ClosedForm> TABLE = table();

  private DualTable() {}

  static Optional<ClosedForm> find(Expr activation) {
    for (Expr scale : scales(activation)) {
      Expr unscaled = activation.substitute(Map.of(U, U.over(scale)));
      Expr factor = factor(unscaled);
      ClosedForm known = TABLE.get(unscaled.over(factor));
      if (known != null) {
        return Optional.of(rescale(known, factor, scale));
      }
    }
    return Optional.empty();
  }

  private static Map<Expr, ClosedForm> table() {
    Map<Expr, ClosedForm> table = new HashMap<>();
    put(table, Call.of(Fn.ERF, U), ClosedForms.erf());
    put(table, Expr.sin(U), ClosedForms.sin());
    put(table, Expr.cos(U), ClosedForms.cos());
    put(table, Expr.exp(U.pow(2).over(-2)), ClosedForms.gaussian());
    put(table, Expr.exp(U), ClosedForms.exp());
    put(table, Call.of(Fn.ERF, U.over(ROOT_TWO)).plus(1).times(U).over(2), ClosedForms.gelu());
    return Map.copyOf(table);
  }

  private static void put(Map<Expr, ClosedForm> table, Expr activation, ClosedForm dual) {
    Expr factor = factor(activation);
    table.put(activation.over(factor), rescale(dual, ONE.over(factor), ONE));
  }

  private static ClosedForm rescale(ClosedForm dual, Expr factor, Expr scale) {
    Expr square = scale.pow(2);
    Map<Symbol, Expr> inner = new HashMap<>();
    for (Symbol argument : List.of(Dual.P, Dual.Q, Dual.R)) {
      inner.put(argument, argument.times(square));
    }
    Expr outer = factor.pow(2);
    return new ClosedForm(
        dual.kappa().substitute(inner).times(outer),
        dual.kappaDot().substitute(inner).times(outer).times(square));
  }

  /** The product of the factors that do not depend on u. */
  private static Expr factor(Expr activation) {
    if (activation instanceof Product product) {
      return Expr.product(product.factors().stream().filter(f -> f.symbols().isEmpty()).toList());
    }
    return ONE;
  }

  /** The constants b for which a function of the table may have been applied to b u. */
  private static Set<Expr> scales(Expr activation) {
    Set<Expr> found = new LinkedHashSet<>(Set.of(ONE));
    collect(activation, found);
    for (Expr scale : List.copyOf(found)) {
      found.add(scale.times(ROOT_TWO));
    }
    return found;
  }

  private static void collect(Expr expr, Set<Expr> found) {
    if (expr instanceof Call call && call.function().arity() == 1) {
      Expr argument = call.arguments().get(0);
      Expr linear = argument.over(U);
      if (linear.symbols().isEmpty()) {
        found.add(linear);
      }
      if (argument.over(U.pow(2)) instanceof Rational square && square.signum() < 0) {
        found.add(Expr.sqrt(square.times(-2)));
      }
    }
    expr.operands().forEach(operand -> collect(operand, found));
  }
}
