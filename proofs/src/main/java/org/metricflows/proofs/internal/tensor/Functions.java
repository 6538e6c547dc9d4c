package org.metricflows.proofs.internal.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Values of elementary functions: Taylor series about a value at the point that is an
 * indeterminate.
 *
 * <p>e^{a/2} is one for each atom a of the exponent, and tan(a/4) for each atom of an angle; a
 * logarithm, an arc or an error function is one for each argument. What holds with these
 * indeterminates free holds for the functions' values.
 */
final class Functions<S> {
  private static final Rational TWO = Rational.of(2);
  private static final Rational HALF = Rational.of(1, 2);

  private record Circle<S>(S cosine, S sine) {}

  private final Algebra<S> algebra;
  private final Series<S> series;
  private final Function<Formula, S> value;
  private final Map<Formula, S> roots = new HashMap<>();
  private final Map<Formula, S> exponentials = new HashMap<>();
  private final Map<Formula, S> logarithms = new HashMap<>();
  private final Map<Formula, Circle<S>> circles = new HashMap<>();
  private final Map<Formula.Apply, S> others = new HashMap<>();

  Functions(Algebra<S> algebra, Series<S> series, Function<Formula, S> value) {
    this.algebra = algebra;
    this.series = series;
    this.value = value;
  }

  S power(Formula base, Rational exponent) {
    S a = value.apply(base);
    if (exponent.isInteger()) {
      return series.power(a, exponent.numerator().intValueExact());
    }
    Rational twice = exponent.multiply(TWO);
    if (!twice.isInteger()) {
      throw new FormulaException("exponent " + exponent + ": integers and halves are allowed");
    }
    S root = roots.get(base);
    if (root == null) {
      root = series.root(a, algebra.rootOfBase(a));
      roots.put(base, root);
    }
    return series.power(root, twice.numerator().intValueExact());
  }

  S apply(Formula.Apply call) {
    Formula u = call.argument();
    return switch (call.function()) {
      case EXP -> exponential(u);
      case LOG -> {
        S a = value.apply(u);
        yield series.integrated(a, logarithm(u), series.reciprocal(a));
      }
      case COS -> circular(u, true);
      case SIN -> circular(u, false);
      case COSH -> algebra.scale(algebra.add(exponential(u), exponential(minus(u))), HALF);
      case SINH -> algebra.scale(algebra.subtract(exponential(u), exponential(minus(u))), HALF);
      case TANH -> {
        S plus = exponential(u);
        S minus = exponential(minus(u));
        yield algebra.multiply(
            algebra.subtract(plus, minus), series.reciprocal(algebra.add(plus, minus)));
      }
      case ASIN, ATAN, ERF -> {
        S base = others.computeIfAbsent(call, c -> algebra.unknown());
        yield series.integrated(value.apply(u), base, value.apply(slope(call)));
      }
      default ->
          throw new FormulaException(call.function().text() + " has no place in an identity");
    };
  }

  private static Formula minus(Formula u) {
    return new Formula.Product(List.of(Formula.of(-1), u));
  }

  private S exponential(Formula u) {
    S base = series.one();
    for (Map.Entry<Formula, Rational> term : LinearForm.of(u).terms().entrySet()) {
      S atom = exponentials.computeIfAbsent(term.getKey(), a -> algebra.unknown());
      base = algebra.multiply(base, series.power(atom, halves(term.getValue())));
    }
    return series.exponential(value.apply(u), base);
  }

  private static int halves(Rational coefficient) {
    Rational twice = coefficient.multiply(TWO);
    if (!twice.isInteger()) {
      throw new FormulaException("exponential of " + coefficient + " times an atom");
    }
    return twice.numerator().intValueExact();
  }

  private S circular(Formula u, boolean cosine) {
    Circle<S> base = new Circle<>(series.one(), series.zero());
    for (Map.Entry<Formula, Rational> term : LinearForm.of(u).terms().entrySet()) {
      Circle<S> atom = circles.computeIfAbsent(term.getKey(), a -> generic());
      int n = halves(term.getValue());
      for (int i = 0; i < Math.abs(n); i++) {
        base = turned(base, atom, n > 0);
      }
    }
    S a = value.apply(u);
    Circle<S> small = new Circle<>(series.circular(a, 0), series.circular(a, 1));
    Circle<S> whole = turned(base, small, true);
    return cosine ? whole.cosine : whole.sine;
  }

  /** ((1 − t²)/(1 + t²), 2t/(1 + t²)) for an indeterminate t. */
  private Circle<S> generic() {
    S t = algebra.unknown();
    S square = algebra.multiply(t, t);
    S below = series.reciprocal(algebra.add(series.one(), square));
    return new Circle<>(
        algebra.multiply(algebra.subtract(series.one(), square), below),
        algebra.multiply(algebra.scale(t, TWO), below));
  }

  private Circle<S> turned(Circle<S> a, Circle<S> b, boolean forward) {
    S cc = algebra.multiply(a.cosine, b.cosine);
    S ss = algebra.multiply(a.sine, b.sine);
    S sc = algebra.multiply(a.sine, b.cosine);
    S cs = algebra.multiply(a.cosine, b.sine);
    return forward
        ? new Circle<>(algebra.subtract(cc, ss), algebra.add(sc, cs))
        : new Circle<>(algebra.add(cc, ss), algebra.subtract(sc, cs));
  }

  private S logarithm(Formula u) {
    if (u instanceof Formula.Product product) {
      S sum = series.zero();
      for (Formula factor : product.factors()) {
        sum = algebra.add(sum, logarithm(factor));
      }
      return sum;
    }
    if (u instanceof Formula.Power power && power.exponent() instanceof Formula.Number n) {
      return algebra.scale(logarithm(power.base()), n.value());
    }
    return logarithms.computeIfAbsent(u, a -> algebra.unknown());
  }

  /** φ′(u) for φ(u). */
  static Formula slope(Formula.Apply call) {
    Formula u = call.argument();
    Formula square = new Formula.Power(u, Formula.of(2));
    Formula one = Formula.of(1);
    return switch (call.function()) {
      case EXP -> call;
      case LOG -> new Formula.Power(u, Formula.of(-1));
      case SIN -> new Formula.Apply(Fn.COS, u);
      case COS -> minus(new Formula.Apply(Fn.SIN, u));
      case SINH -> new Formula.Apply(Fn.COSH, u);
      case COSH -> new Formula.Apply(Fn.SINH, u);
      case TANH -> new Formula.Sum(List.of(one, minus(new Formula.Power(call, Formula.of(2)))));
      case ATAN -> new Formula.Power(new Formula.Sum(List.of(one, square)), Formula.of(-1));
      case ASIN ->
          new Formula.Power(
              new Formula.Sum(List.of(one, minus(square))), new Formula.Number(Rational.of(-1, 2)));
      case ERF ->
          new Formula.Product(
              List.of(
                  Formula.of(2),
                  new Formula.Power(
                      new Formula.Reference("\\pi", List.of()),
                      new Formula.Number(Rational.of(-1, 2))),
                  new Formula.Apply(Fn.EXP, minus(square))));
      default ->
          throw new FormulaException(call.function().text() + " has no place in an identity");
    };
  }
}
