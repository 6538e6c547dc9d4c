package org.metricflows.symbolic.internal.kahler;

import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * |1 − det g/(κ|Ω|²)|^p, how far g is from solving the Monge–Ampère equation.
 *
 * @param power p, 1 or 2
 */
public record MongeAmpereLoss(int power) implements KahlerLoss {

  public MongeAmpereLoss {
    if (power != 1 && power != 2) {
      throw new IllegalArgumentException("power: " + power + " is not 1 or 2");
    }
  }

  @Override
  public String name() {
    return "Monge-Ampere";
  }

  @Override
  public String latex() {
    return "L = \\sum_a w_a \\left|1 - \\frac{\\det g(x_a)}{\\kappa |\\Omega|^2(x_a)}\\right|^"
        + power
        + " / \\sum_a w_a";
  }

  @Override
  public String text() {
    return "L = sum_a w_a |1 - det g(x_a)/(kappa |Omega|^2(x_a))|^" + power + " / sum_a w_a";
  }

  @Override
  public boolean readsReference() {
    return false;
  }

  @Override
  public Expr density(Derivation.Builder builder, KahlerInvariants invariants) {
    Expr defect = defect(builder, invariants);
    return power == 1 ? Call.of(Fn.ABS, defect) : defect.pow(2);
  }

  @Override
  public List<Expr> residuals(Derivation.Builder builder, KahlerInvariants invariants) {
    return power == 2 ? List.of(defect(builder, invariants)) : List.of();
  }

  @Override
  public int squares() {
    return power == 2 ? 1 : 0;
  }

  private static Expr defect(Derivation.Builder builder, KahlerInvariants invariants) {
    return builder.define("defect", "1-r", Rational.ONE.minus(invariants.ratio()));
  }
}
