package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.door.ExpressionParser;

/** Reads equations: polynomials in z0, z1, … and parameters, with I for the imaginary unit. */
final class EquationReader {
  private static final int MOST_TERMS = 10_000;

  private final Ambient ambient;
  private final Map<Symbol, ComplexExpr> constants = new HashMap<>();
  private final List<String> declared;

  /**
   * @param parameters names and constant formulas, in I perhaps
   */
  EquationReader(Ambient ambient, Map<String, String> parameters) {
    this.ambient = ambient;
    this.declared = new ArrayList<>(ambient.names());
    constants.put(new Symbol("I"), new ComplexExpr(Rational.ZERO, Rational.ONE));
    ExpressionParser parser = ExpressionParser.of("I");
    parameters.forEach(
        (name, formula) -> {
          String field = "variety.parameters." + name;
          ExpressionParser.checkName(field, name);
          if (declared.contains(name)) {
            throw InputException.of(field, "'" + name + "' is a coordinate; choose another");
          }
          declared.add(name);
          constants.put(new Symbol(name), constant(field, parser.parse(field, formula)));
        });
    declared.add("I");
  }

  private ComplexExpr constant(String field, Expr formula) {
    Polynomial value = read(field, formula);
    return value.terms().values().stream().findFirst().orElse(ComplexExpr.ZERO);
  }

  /**
   * Reads one equation Q, standing for Q = 0.
   *
   * @throws InputException if it is not a polynomial in the declared symbols
   */
  Polynomial read(String field, String text) {
    return read(field, ExpressionParser.of(declared).parse(field, text));
  }

  private Polynomial read(String field, Expr formula) {
    return bounded(field, formula.accept(new Conversion(field)));
  }

  private static Polynomial bounded(String field, Polynomial value) {
    if (value.terms().size() > MOST_TERMS) {
      throw InputException.of(field, "has more than " + MOST_TERMS + " terms when multiplied out");
    }
    return value;
  }

  /** The polynomial of each kind of formula. */
  private final class Conversion implements ExprVisitor<Polynomial> {
    private final String field;

    Conversion(String field) {
      this.field = field;
    }

    @Override
    public Polynomial number(Rational number) {
      return constant(ComplexExpr.of(number));
    }

    @Override
    public Polynomial constant(Constant constant) {
      return constant(ComplexExpr.of(constant));
    }

    private Polynomial constant(ComplexExpr value) {
      return Polynomial.constant(ambient.coordinates(), value);
    }

    @Override
    public Polynomial symbol(Symbol symbol) {
      ComplexExpr constant = constants.get(symbol);
      return constant != null
          ? constant(constant)
          : Polynomial.variable(ambient.coordinates(), ambient.names().indexOf(symbol.name()));
    }

    @Override
    public Polynomial sum(Sum sum) {
      return sum.terms().stream()
          .map(term -> read(field, term))
          .reduce(constant(ComplexExpr.ZERO), Polynomial::plus);
    }

    @Override
    public Polynomial product(Product product) {
      return product.factors().stream()
          .map(factor -> read(field, factor))
          .reduce(constant(ComplexExpr.ONE), (a, b) -> bounded(field, a.times(b)));
    }

    @Override
    public Polynomial power(Power power) {
      return power.exponent() instanceof Rational exponent
          ? EquationReader.power(field, power, read(field, power.base()), exponent)
          : withoutSymbols(power);
    }

    @Override
    public Polynomial call(Call call) {
      return withoutSymbols(call);
    }

    private Polynomial withoutSymbols(Expr formula) {
      if (formula.symbols().isEmpty()) {
        return constant(ComplexExpr.of(formula));
      }
      throw notPolynomial(field, formula);
    }
  }

  private static Polynomial power(String field, Expr formula, Polynomial base, Rational exponent) {
    if (exponent.isInteger() && exponent.signum() > 0) {
      Polynomial result = base;
      for (int i = exponent.numerator().intValueExact(); i > 1; i--) {
        result = bounded(field, result.times(base));
      }
      return result;
    }
    int n = base.variables();
    if (formula.symbols().isEmpty()) {
      return Polynomial.constant(n, ComplexExpr.of(formula));
    }
    boolean constant = base.isConstant();
    if (exponent.isInteger() && constant && !base.isZero()) {
      ComplexExpr inverse = base.terms().values().iterator().next().reciprocal();
      return Polynomial.constant(n, inverse.power(-exponent.numerator().intValueExact()));
    }
    throw notPolynomial(field, formula);
  }

  private static InputException notPolynomial(String field, Expr formula) {
    return InputException.of(
        field,
        "'"
            + formula
            + "' is not a polynomial; sums, products and whole powers of coordinates are allowed");
  }
}
