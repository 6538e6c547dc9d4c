package org.metricflows.symbolic.internal.kahler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Dialect;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.SumOfSquares;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;

/**
 * A density of one's own, in q = det g/(κ|Ω|²), trace = tr(g_FS⁻¹ g) and traceinverse = tr(g⁻¹
 * g_FS).
 *
 * @param formula ℓ as written
 * @param value ℓ as understood
 */
public record KahlerDensity(String formula, Expr value) implements KahlerLoss {
  private static final Symbol RATIO = new Symbol("q");
  private static final Symbol TRACE = new Symbol("trace");
  private static final Symbol INVERSE_TRACE = new Symbol("traceinverse");
  private static final List<String> INVARIANTS =
      List.of(RATIO.name(), TRACE.name(), INVERSE_TRACE.name());

  /** How q reads in the lines, where that is det g/|Ω|². */
  private static final Symbol LINE = new Symbol("r");

  /**
   * Reads a formula; {@code trace_inverse} may stand for {@code traceinverse}.
   *
   * @param field where it stands, for messages
   * @throws InputException naming the field, for anything but a formula in these three
   */
  public static KahlerDensity of(String field, String formula) {
    String plain = formula.replaceAll("\\btrace_inverse\\b", INVERSE_TRACE.name());
    return new KahlerDensity(formula, ExpressionParser.of(INVARIANTS).parse(field, plain));
  }

  @Override
  public String name() {
    return "Custom";
  }

  @Override
  public String latex() {
    Map<Symbol, String> names =
        Map.of(TRACE, "\\mathrm{tr}", INVERSE_TRACE, "\\mathrm{tr}^{-}", RATIO, "r");
    return "L = \\sum_a w_a\\, \\ell(x_a) / \\sum_a w_a,\\quad \\ell = "
        + Dialect.LATEX.print(value, names::get)
        + ",\\quad r = \\frac{\\det g}{\\kappa |\\Omega|^2}"
        + (reads(TRACE) ? ",\\quad \\mathrm{tr} = \\mathrm{tr}(g_{FS}^{-1} g)" : "")
        + (reads(INVERSE_TRACE) ? ",\\quad \\mathrm{tr}^{-} = \\mathrm{tr}(g^{-1} g_{FS})" : "");
  }

  @Override
  public String text() {
    return "L = sum_a w_a l(x_a) / sum_a w_a, l = "
        + Dialect.TEXT.print(value.substitute(Map.of(RATIO, LINE)))
        + ", r = det g/(kappa |Omega|^2)"
        + (reads(TRACE) ? ", trace = tr(gFS^(-1) g)" : "")
        + (reads(INVERSE_TRACE) ? ", traceinverse = tr(g^(-1) gFS)" : "");
  }

  private boolean reads(Symbol invariant) {
    return value.symbols().contains(invariant);
  }

  @Override
  public boolean readsReference() {
    return reads(TRACE) || reads(INVERSE_TRACE);
  }

  @Override
  public Expr density(Derivation.Builder builder, KahlerInvariants invariants) {
    return builder.define("ell", "\\ell", value.substitute(values(builder, invariants)));
  }

  @Override
  public List<Expr> residuals(Derivation.Builder builder, KahlerInvariants invariants) {
    List<Expr> roots = SumOfSquares.roots(value);
    Map<Symbol, Expr> values = roots.isEmpty() ? Map.of() : values(builder, invariants);
    return roots.stream().map(root -> root.substitute(values)).toList();
  }

  @Override
  public int squares() {
    return SumOfSquares.roots(value).size();
  }

  private Map<Symbol, Expr> values(Derivation.Builder builder, KahlerInvariants invariants) {
    Map<Symbol, Expr> values = new HashMap<>();
    if (reads(RATIO)) {
      values.put(RATIO, builder.define(LINE.name(), "r", invariants.ratio()));
    }
    if (reads(TRACE)) {
      values.put(TRACE, builder.define("trace", "\\mathrm{tr}", invariants.trace()));
    }
    if (reads(INVERSE_TRACE)) {
      Expr inverse = invariants.inverseTrace();
      values.put(INVERSE_TRACE, builder.define("traceinverse", "\\mathrm{tr}^{-}", inverse));
    }
    return values;
  }
}
