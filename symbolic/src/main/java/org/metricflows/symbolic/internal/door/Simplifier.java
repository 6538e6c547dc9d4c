package org.metricflows.symbolic.internal.door;

import java.time.Duration;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.internal.rational.Budget;
import org.metricflows.symbolic.internal.rational.BudgetException;
import org.metricflows.symbolic.internal.rational.NormalForm;

/**
 * Simplifies expressions within a time: to a factored normal form, cancelled, in which zero is 0.
 */
public final class Simplifier {
  private static final int MOST_TERMS = 2000;

  private final Duration time;

  private Simplifier(Duration time) {
    this.time = time;
  }

  /** A simplifier that gives each expression so much time. */
  public static Simplifier within(Duration time) {
    return new Simplifier(time);
  }

  /**
   * What came of an expression.
   *
   * @param value an equal expression, never larger than the given one
   * @param complete whether a normal form was reached in time; the given expression is unchanged
   *     otherwise
   */
  public record Simplified(Expr value, boolean complete) {}

  /** The shorter of the expression and its normal form. */
  public Simplified simplify(Expr e) {
    try {
      NormalForm forms = normalForm(e);
      Expr written = forms.write(forms.read(e));
      return new Simplified(written.size() < e.size() ? written : e, true);
    } catch (BudgetException | ArithmeticException exception) {
      return new Simplified(e, false);
    }
  }

  /** Whether the expression is shown in time to vanish identically. */
  public boolean provesZero(Expr e) {
    try {
      return e.isZero() || normalForm(e).read(e).isZero();
    } catch (BudgetException | ArithmeticException exception) {
      return false;
    }
  }

  private NormalForm normalForm(Expr e) {
    return NormalForm.of(List.of(e), new PolynomialFactors(), Budget.of(time, MOST_TERMS));
  }
}
