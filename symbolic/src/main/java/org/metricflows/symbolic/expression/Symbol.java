package org.metricflows.symbolic.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A variable, known by its name.
 *
 * @param name letters and digits, beginning with a letter, so that every printed language accepts
 *     it
 */
public record Symbol(String name) implements Expr {

  public Symbol {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw new IllegalArgumentException(
          "symbol: '" + name + "' is not a letter followed by letters and digits");
    }
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.symbol(this);
  }

  @Override
  public List<Expr> operands() {
    return List.of();
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return this;
  }

  @Override
  public Expr differentiate(Symbol x) {
    return equals(x) ? Rational.ONE : Rational.ZERO;
  }

  @Override
  public Expr substitute(Map<Symbol, ? extends Expr> values) {
    Expr value = values.get(this);
    return value == null ? this : value;
  }

  @Override
  public void collectSymbols(Set<Symbol> found) {
    found.add(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
