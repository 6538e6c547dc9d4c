package org.metricflows.proofs.internal.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Reads the LaTeX of tensor calculus; the grammar is in the package's description.
 *
 * <p>An operator (∂, ∇, Δ, δ, a function's name) takes the next factor, so that a product or sum
 * under it stands in parentheses.
 */
final class FormulaParser {
  private static final Map<String, Fn> FUNCTIONS =
      Map.ofEntries(
          Map.entry("\\sin", Fn.SIN),
          Map.entry("\\cos", Fn.COS),
          Map.entry("\\sinh", Fn.SINH),
          Map.entry("\\cosh", Fn.COSH),
          Map.entry("\\tanh", Fn.TANH),
          Map.entry("\\exp", Fn.EXP),
          Map.entry("\\log", Fn.LOG),
          Map.entry("\\arcsin", Fn.ASIN),
          Map.entry("\\arctan", Fn.ATAN));
  private static final Set<String> FRACTIONS = Set.of("\\frac", "\\tfrac", "\\dfrac");
  private static final Set<String> CLOSERS = Set.of("", ")", "]", "}", "+", "-", "=", "/");

  private final Scanner in;
  private final IndexReader names;

  FormulaParser(String latex) {
    this.in = new Scanner(latex);
    this.names = new IndexReader(in);
    this.latex = latex;
  }

  private final String latex;

  Equation equation() {
    Formula left = expression();
    in.expect("=");
    Formula right = expression();
    requireEnd();
    return new Equation(left, right, latex);
  }

  Formula formula() {
    Formula formula = expression();
    requireEnd();
    return formula;
  }

  private void requireEnd() {
    if (!in.atEnd()) {
      throw in.error("'" + in.peek() + "' is not expected");
    }
  }

  private Formula expression() {
    List<Formula> terms = new ArrayList<>();
    boolean negative = in.take("-");
    if (!negative) {
      in.take("+");
    }
    terms.add(signed(negative, term()));
    while (in.peek().equals("+") || in.peek().equals("-")) {
      boolean minus = in.next().equals("-");
      terms.add(signed(minus, term()));
    }
    return terms.size() == 1 ? terms.get(0) : new Formula.Sum(terms);
  }

  private static Formula signed(boolean negative, Formula term) {
    if (!negative) {
      return term;
    }
    if (term instanceof Formula.Number number) {
      return new Formula.Number(number.value().multiply(Rational.of(-1)));
    }
    return product(List.of(Formula.of(-1), term));
  }

  private Formula term() {
    List<Formula> factors = new ArrayList<>();
    factors.add(factor());
    while (true) {
      if (in.take("/")) {
        factors.add(inverse(factor()));
      } else if (CLOSERS.contains(in.peek())) {
        return product(factors);
      } else {
        factors.add(factor());
      }
    }
  }

  private static Formula inverse(Formula below) {
    return below instanceof Formula.Number number
        ? new Formula.Number(number.value().power(-1))
        : new Formula.Power(below, Formula.of(-1));
  }

  private static Formula product(List<Formula> factors) {
    List<Formula> flat = new ArrayList<>();
    for (Formula factor : factors) {
      if (factor instanceof Formula.Product inner) {
        flat.addAll(inner.factors());
      } else {
        flat.add(factor);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Formula.Product(flat);
  }

  private Formula factor() {
    if (in.atDigit()) {
      return powered(new Formula.Number(Rational.of(new java.math.BigInteger(in.digits()))));
    }
    if (in.take("(")) {
      return powered(closed(")"));
    }
    if (in.take("[")) {
      return powered(closed("]"));
    }
    String token = in.peek();
    if (FRACTIONS.contains(token)) {
      in.next();
      Formula above = argument();
      return powered(product(List.of(above, inverse(argument()))));
    }
    if (token.equals("\\sqrt")) {
      in.next();
      return powered(new Formula.Power(argument(), new Formula.Number(Rational.of(1, 2))));
    }
    if (token.equals("\\det")) {
      in.next();
      return powered(new Formula.Determinant(names.name()));
    }
    Fn function = FUNCTIONS.get(token);
    if (function != null) {
      in.next();
      return new Formula.Apply(function, in.peek().equals("{") ? argument() : factor());
    }
    return operator(token).orElseGet(this::reference);
  }

  private Formula closed(String bracket) {
    Formula inner = expression();
    in.expect(bracket);
    return inner;
  }

  /** What stands in braces, or a single digit or name. */
  private Formula argument() {
    if (in.take("{")) {
      return closed("}");
    }
    if (in.atDigit()) {
      return Formula.of(Long.parseLong(in.next()));
    }
    return new Formula.Reference(names.name(), List.of());
  }

  private Optional<Formula> operator(String token) {
    int start = in.position();
    switch (token) {
      case "\\partial", "\\nabla" -> {
        in.next();
        List<Index> indices = names.indices();
        if (indices.isEmpty()) {
          throw in.error(token + " needs an index");
        }
        Formula result = factor();
        for (int i = indices.size() - 1; i >= 0; i--) {
          result =
              token.equals("\\nabla")
                  ? new Formula.Covariant(indices.get(i), result)
                  : new Formula.Partial(indices.get(i), result);
        }
        return Optional.of(result);
      }
      case "\\Delta" -> {
        in.next();
        return Optional.of(new Formula.Laplacian(factor()));
      }
      case "\\delta" -> {
        in.next();
        if (in.peek().equals("_") || in.peek().equals("^")) {
          in.reset(start);
          return Optional.empty();
        }
        return Optional.of(new Formula.Variation(factor()));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private Formula reference() {
    String name = names.name();
    if (name.equals("\\mathrm e") && in.take("^")) {
      return new Formula.Apply(Fn.EXP, argument());
    }
    return powered(new Formula.Reference(name, names.indices()));
  }

  private Formula powered(Formula base) {
    return in.take("^") ? new Formula.Power(base, argument()) : base;
  }
}
