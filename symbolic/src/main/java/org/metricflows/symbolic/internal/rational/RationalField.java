package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The field Q(x₁, …, x_n)[α₁, …, α_m] of rational functions in independent generators and in roots
 * α^q = ρ of such functions.
 *
 * <p>Denominators are kept factored; single roots do not stand in them, sums with roots may. A sum
 * cancels by division through the factors that its denominators have, so that no greatest common
 * divisor is ever computed; a factorizer splits only what is divided by.
 */
public final class RationalField {
  private final Packing packing;
  private final Budget budget;
  private final FactorTable factors;
  private final List<Root> roots = new ArrayList<>();
  private final Map<Symbol, RationalFunction> symbols = new HashMap<>();

  /** α^degree = radicand, α the variable of that number. */
  private record Root(int variable, int degree, RationalFunction radicand) {}

  private RationalField(List<Generator> generators, Factorizer factorizer, Budget budget) {
    this.packing = new Packing(generators.size());
    this.budget = budget;
    this.factors = new FactorTable(packing, factorizer, budget, new FieldRoots());
    for (int v = 0; v < generators.size(); v++) {
      adjoin(generators.get(v), v);
    }
  }

  /** The field of the given generators, roots after what they are roots of. */
  static RationalField of(List<Generator> generators, Factorizer factorizer, Budget budget) {
    return new RationalField(generators, factorizer, budget);
  }

  private void adjoin(Generator generator, int variable) {
    RationalFunction element = polynomial(Polynomial.variable(packing, variable));
    if (generator.isAlgebraic()) {
      RationalFunction radicand = new FieldReader(this).read(generator.power());
      Optional<Root> same =
          roots.stream()
              .filter(r -> r.degree == generator.degree() && r.radicand.equals(radicand))
              .findFirst();
      if (same.isPresent()) {
        element = polynomial(Polynomial.variable(packing, same.get().variable));
      } else {
        roots.add(new Root(variable, generator.degree(), radicand));
      }
    }
    symbols.put(generator.symbol(), element);
  }

  /** Lets a short function's numerator be a factor, if roots occur in it. */
  void offer(RationalFunction f) {
    boolean rooted = roots.stream().anyMatch(r -> f.numerator().degree(r.variable) > 0);
    if (rooted && f.terms() > 1 && f.terms() <= FieldRoots.LONGEST) {
      factors.split(f.numerator());
    }
  }

  Packing packing() {
    return packing;
  }

  Budget budget() {
    return budget;
  }

  FactorTable factors() {
    return factors;
  }

  private RationalFunction polynomial(Polynomial p) {
    return RationalFunction.of(Rational.of(1), p, new int[0]);
  }

  public RationalFunction constant(Rational value) {
    return RationalFunction.of(value, Polynomial.constant(packing, BigInteger.ONE), new int[0]);
  }

  /** The generator of that name, or null. */
  RationalFunction generator(Symbol symbol) {
    return symbols.get(symbol);
  }

  /** A rational expression of the generators. */
  public RationalFunction read(Expr rational) {
    return new FieldReader(this).read(rational);
  }

  public RationalFunction sum(List<RationalFunction> summands) {
    int[] common = new int[0];
    BigInteger denominator = BigInteger.ONE;
    List<RationalFunction> present = summands.stream().filter(s -> !s.isZero()).toList();
    for (RationalFunction s : present) {
      common = maximum(common, s.denominator());
      BigInteger d = s.coefficient().denominator();
      denominator = denominator.divide(denominator.gcd(d)).multiply(d);
    }
    if (present.size() <= 1) {
      return present.isEmpty() ? constant(Rational.of(0)) : present.get(0);
    }
    List<Polynomial> numerators = new ArrayList<>();
    for (RationalFunction s : present) {
      int[] missing = common.clone();
      Arrays.setAll(missing, f -> missing[f] - s.exponent(f));
      BigInteger scale = s.coefficient().multiply(Rational.of(denominator)).numerator();
      numerators.add(s.numerator().scale(scale).times(factors.product(missing), budget));
    }
    Polynomial numerator = Polynomial.sum(packing, numerators, budget);
    return reduceRoots(cancel(new Rational(BigInteger.ONE, denominator), numerator, common));
  }

  private static int[] maximum(int[] a, int[] b) {
    int[] larger = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < b.length; i++) {
      larger[i] = Math.max(larger[i], b[i]);
    }
    return larger;
  }

  private RationalFunction cancel(Rational coefficient, Polynomial numerator, int[] denominator) {
    if (numerator.isZero()) {
      return constant(Rational.of(0));
    }
    BigInteger content = numerator.content();
    FactorTable.Division division =
        factors.divide(numerator.divideCoefficients(content), denominator);
    int[] rest = denominator.clone();
    Arrays.setAll(rest, f -> denominator[f] - division.exponents()[f]);
    return RationalFunction.of(
        coefficient.multiply(Rational.of(content)).multiply(division.scale()),
        division.rest(),
        rest);
  }

  public RationalFunction product(RationalFunction a, RationalFunction b) {
    if (a.isZero() || b.isZero()) {
      return constant(Rational.of(0));
    }
    FactorTable.Division left = factors.divide(a.numerator(), b.denominator());
    FactorTable.Division right = factors.divide(b.numerator(), a.denominator());
    int[] denominator = maximum(a.denominator(), b.denominator());
    Arrays.setAll(
        denominator,
        f ->
            a.exponent(f)
                + b.exponent(f)
                - (f < left.exponents().length ? left.exponents()[f] : 0)
                - (f < right.exponents().length ? right.exponents()[f] : 0));
    RationalFunction product =
        RationalFunction.of(
            a.coefficient()
                .multiply(b.coefficient())
                .multiply(left.scale())
                .multiply(right.scale()),
            left.rest().times(right.rest(), budget),
            denominator);
    return reduceRoots(product);
  }

  /** Replaces α^q by ρ, later roots first since theirs may contain earlier ones. */
  private RationalFunction reduceRoots(RationalFunction f) {
    RationalFunction reduced = f;
    for (int r = roots.size() - 1; r >= 0; r--) {
      Root root = roots.get(r);
      if (!reduced.isZero() && reduced.numerator().degree(root.variable) >= root.degree) {
        reduced = reduce(reduced, root);
      }
    }
    return reduced;
  }

  private RationalFunction reduce(RationalFunction f, Root root) {
    List<Polynomial> coefficients = f.numerator().split(root.variable);
    RationalFunction rho = root.radicand;
    int most = (coefficients.size() - 1) / root.degree;
    BigInteger up = rho.coefficient().numerator();
    BigInteger down = rho.coefficient().denominator();
    Polynomial below = factors.product(rho.denominator());
    List<Polynomial> summands = new ArrayList<>();
    for (int k = 0; k < coefficients.size(); k++) {
      int j = k / root.degree;
      Polynomial power =
          new Polynomial(
              packing,
              new long[] {packing.power(root.variable, k % root.degree)},
              new BigInteger[] {up.pow(j).multiply(down.pow(most - j))});
      summands.add(
          coefficients
              .get(k)
              .times(power, budget)
              .times(rho.numerator().power(j, budget), budget)
              .times(below.power(most - j, budget), budget));
    }
    int[] denominator = maximum(f.denominator(), rho.denominator());
    Arrays.setAll(denominator, i -> f.exponent(i) + most * rho.exponent(i));
    return cancel(
        f.coefficient().multiply(Rational.of(down).power(-most)),
        Polynomial.sum(packing, summands, budget),
        denominator);
  }

  /**
   * 1/f.
   *
   * @throws ArithmeticException if f is zero
   */
  public RationalFunction inverse(RationalFunction f) {
    if (f.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    if (f.numerator().terms() == 1) {
      for (Root root : roots) {
        if (f.numerator().degree(root.variable) > 0) {
          return product(conjugate(f, root), inverse(product(f, conjugate(f, root))));
        }
      }
    }
    int[] below = factors.split(f.numerator());
    Polynomial product = factors.product(below);
    // the product is the numerator times a rational number
    Rational ratio = reduced(product).coefficient();
    return reduceRoots(
        RationalFunction.of(
            f.coefficient().power(-1).multiply(ratio), factors.product(f.denominator()), below));
  }

  /** The polynomial with α^q replaced by ρ. */
  RationalFunction reduced(Polynomial p) {
    return reduceRoots(polynomial(p));
  }

  /** The field's relations, for the table of factors. */
  private final class FieldRoots implements Roots {
    private static final int LONGEST = 8;

    @Override
    public RationalFunction reduced(Polynomial p) {
      return RationalField.this.reduced(p);
    }

    @Override
    public Optional<Companion> companion(Polynomial factor) {
      if (factor.terms() > LONGEST) {
        return Optional.empty();
      }
      RationalFunction conjugate = constant(Rational.of(1));
      RationalFunction norm = polynomial(factor);
      for (int r = roots.size() - 1; r >= 0; r--) {
        Root root = roots.get(r);
        if (norm.numerator().degree(root.variable) > 0) {
          RationalFunction next = RationalField.this.conjugate(norm, root);
          conjugate = product(conjugate, next);
          norm = product(norm, next);
        }
      }
      boolean whole =
          Arrays.stream(norm.denominator()).allMatch(e -> e == 0)
              && Arrays.stream(conjugate.denominator()).allMatch(e -> e == 0);
      boolean trivial = norm.numerator().isConstant() || norm.numerator().equals(factor);
      if (!whole || trivial) {
        return Optional.empty();
      }
      Rational scale = norm.coefficient().multiply(conjugate.coefficient().power(-1));
      return Optional.of(new Companion(conjugate.numerator(), scale, norm.numerator()));
    }
  }

  /** A g for which f g is free of the root; f itself if there is none at hand. */
  private RationalFunction conjugate(RationalFunction f, Root root) {
    List<Polynomial> split = f.numerator().split(root.variable);
    Polynomial alpha = Polynomial.variable(packing, root.variable);
    boolean monomial = split.stream().filter(p -> !p.isZero()).count() == 1;
    if (monomial) {
      return polynomial(alpha.power(root.degree - split.size() + 1, budget));
    } else if (root.degree == 2) {
      Polynomial second = split.get(1).times(alpha, budget).scale(BigInteger.ONE.negate());
      return polynomial(Polynomial.sum(packing, List.of(split.get(0), second), budget));
    }
    throw new BudgetException("a quotient by a sum of higher roots");
  }

  /** The same function with the sums of square roots in its denominator expanded away. */
  RationalFunction rationalised(RationalFunction f) {
    RationalFunction result = f;
    for (int r = roots.size() - 1; r >= 0; r--) {
      Root root = roots.get(r);
      for (int i = 0; i < f.denominator().length; i++) {
        int times = result.exponent(i);
        if (times > 0 && factors.get(i).degree(root.variable) > 0) {
          RationalFunction factor = polynomial(factors.get(i));
          RationalFunction conjugate = conjugate(factor, root);
          RationalFunction norm = product(factor, conjugate);
          RationalFunction cleared = product(result, power(factor, times));
          result = product(product(cleared, power(conjugate, times)), power(norm, -times));
        }
      }
    }
    return result;
  }

  /** f^n for any integer n; a negative power of zero is an {@link ArithmeticException}. */
  public RationalFunction power(RationalFunction f, int n) {
    RationalFunction base = n < 0 ? inverse(f) : f;
    RationalFunction result = constant(Rational.of(1));
    for (int i = 0; i < Math.abs(n); i++) {
      result = product(result, base);
    }
    return result;
  }
}
