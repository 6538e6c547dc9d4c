package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.rational.Census.Angle;
import org.metricflows.symbolic.internal.rational.Census.Family;

/**
 * Independent functions that given expressions are rational in, and the expressions rewritten so.
 *
 * <p>sin, cos and tan of multiples and sums of arguments become rational in one sine and cosine
 * each, sin² = 1 − cos² (or the other way round, whichever reads better); hyperbolic functions
 * likewise; exponentials become monomials in e^x for each independent x; a fractional power becomes
 * a root; |u| a root of u²; other functions generators of their own.
 */
final class Generators {
  private final Census census;
  private final Preference preference;
  private final Map<Expr, Symbol> names = new HashMap<>();
  private final Map<Symbol, Generator> generators = new LinkedHashMap<>();
  private final Map<Expr, Expr> rewritten = new HashMap<>();
  private final Set<Symbol> taken = new LinkedHashSet<>();

  private Generators(Census census, Preference preference) {
    this.census = census;
    this.preference = preference;
  }

  /**
   * Generators of all expressions.
   *
   * @param shown those that a person wrote: they decide between equivalent generators
   */
  static Generators of(Collection<? extends Expr> expressions, Collection<? extends Expr> shown) {
    Census census = new Census();
    Preference preference = new Preference();
    shown.forEach(preference::add);
    Generators generators = new Generators(census, preference);
    for (Expr e : expressions) {
      census.add(e);
      e.collectSymbols(generators.taken);
    }
    for (Symbol x : List.copyOf(generators.taken)) {
      generators.generators.put(x, Generator.free(x, x));
    }
    Set<Symbol> used = new HashSet<>();
    expressions.forEach(e -> generators.rewrite(e).collectSymbols(used));
    generators.generators.values().forEach(g -> g.power().collectSymbols(used));
    generators
        .generators
        .values()
        .removeIf(g -> g.meaning() instanceof Symbol x && !used.contains(x));
    return generators;
  }

  /** The generators; roots stand after what they are roots of. */
  List<Generator> list() {
    return List.copyOf(generators.values());
  }

  /** A rational expression of the generators' symbols. */
  Expr rewrite(Expr e) {
    Expr known = rewritten.get(e);
    if (known == null) {
      known = compute(e);
      rewritten.put(e, known);
    }
    return known;
  }

  private Expr compute(Expr e) {
    if (e instanceof Symbol) {
      return e;
    } else if (e instanceof Constant constant) {
      return constant == Constant.E ? exponential(Rational.ONE) : free(constant);
    } else if (e instanceof Call call) {
      return call(call);
    } else if (e instanceof Power power && !Census.isInteger(power.exponent())) {
      return power(power);
    }
    return e.operands().isEmpty()
        ? e
        : e.withOperands(e.operands().stream().map(this::rewrite).toList());
  }

  private Expr call(Call call) {
    Expr u = call.arguments().get(0);
    return switch (call.function()) {
      case SIN -> circular(u).sine();
      case COS -> circular(u).cosine();
      case TAN -> tangent(call);
      case SINH -> hyperbolic(u).sine();
      case COSH -> hyperbolic(u).cosine();
      case TANH -> hyperbolicTangent(call);
      case EXP -> exponential(u);
      case LOG -> logarithm(call);
      case ABS -> absolute(u);
      case SIGN -> absolute(u).over(rewrite(u));
      default -> free(call);
    };
  }

  private Symbol free(Expr meaning) {
    Symbol name = names.get(meaning);
    if (name == null) {
      name = fresh();
      names.put(meaning, name);
      generators.put(name, Generator.free(name, meaning));
    }
    return name;
  }

  private Symbol root(Expr meaning, int degree, Expr power) {
    Symbol name = names.get(meaning);
    if (name == null) {
      name = fresh();
      names.put(meaning, name);
      generators.put(name, new Generator(name, meaning, degree, power));
    }
    return name;
  }

  private Symbol fresh() {
    Symbol name;
    int number = taken.size();
    do {
      name = new Symbol("generator" + ++number);
    } while (!taken.add(name));
    return name;
  }

  /** log(q u) = log q + log u for a positive rational q. */
  private Expr logarithm(Call call) {
    if (call.arguments().get(0) instanceof Product product
        && product.coefficient().signum() > 0
        && !product.coefficient().isOne()) {
      Expr rest = Expr.log(product.withoutCoefficient());
      return free(Expr.log(product.coefficient())).plus(free(rest));
    }
    return free(call);
  }

  private Expr absolute(Expr u) {
    Expr inner = rewrite(u);
    return root(Call.of(Fn.ABS, u), 2, inner.pow(2));
  }

  private Expr tangent(Call call) {
    Expr argument = call.arguments().get(0);
    if (census.isAlone(Fn.TAN, argument)) {
      return free(call);
    }
    Turn turn = circular(argument);
    return turn.sine().over(turn.cosine());
  }

  private Expr hyperbolicTangent(Call call) {
    Expr argument = call.arguments().get(0);
    if (census.isAlone(Fn.TANH, argument)) {
      return free(call);
    }
    Turn turn = hyperbolic(argument);
    return turn.sine().over(turn.cosine());
  }

  /** cos and sin of an angle, or cosh and sinh; sign is −1 or 1 in cos(a+b) = cos cos ± sin sin. */
  private record Turn(Expr cosine, Expr sine, int sign) {
    Turn then(Turn b) {
      return new Turn(
          cosine.times(b.cosine).plus(sine.times(b.sine).times(sign)),
          sine.times(b.cosine).plus(cosine.times(b.sine)),
          sign);
    }

    Turn times(BigInteger n) {
      if (n.abs().bitLength() > 6) {
        throw new BudgetException("a multiple angle beyond 63");
      }
      Turn unit = n.signum() < 0 ? new Turn(cosine, sine.negate(), sign) : this;
      Turn total = new Turn(Rational.ONE, Rational.ZERO, sign);
      for (int k = 0; k < Math.abs(n.intValue()); k++) {
        total = total.then(unit);
      }
      return total;
    }
  }

  private Turn circular(Expr argument) {
    Turn total = new Turn(Rational.ONE, Rational.ZERO, -1);
    for (Map.Entry<Expr, Rational> entry : LinearParts.of(argument).entrySet()) {
      Expr part = entry.getKey();
      BigInteger parts = census.denominator(new Angle(Family.CIRCULAR, Rational.ONE, part));
      BigInteger multiple = entry.getValue().multiply(Rational.of(parts)).numerator();
      total = total.then(unitTurn(part, parts).times(multiple));
    }
    return total;
  }

  private Turn unitTurn(Expr part, BigInteger parts) {
    if (part == Constant.PI && parts.bitLength() <= 2 && parts.intValue() != 3) {
      return parts.intValue() == 2
          ? new Turn(Rational.ZERO, Rational.ONE, -1)
          : new Turn(Expr.of(-1), Rational.ZERO, -1);
    }
    Expr unit = part.times(new Rational(BigInteger.ONE, parts));
    Expr cosine = Expr.cos(unit);
    Expr sine = Expr.sin(unit);
    if (preference.prefers(sine, cosine)) {
      Symbol s = free(sine);
      return new Turn(root(cosine, 2, Rational.ONE.minus(s.pow(2))), s, -1);
    }
    Symbol c = free(cosine);
    return new Turn(c, root(sine, 2, Rational.ONE.minus(c.pow(2))), -1);
  }

  private Turn hyperbolic(Expr argument) {
    Turn total = new Turn(Rational.ONE, Rational.ZERO, 1);
    for (Map.Entry<Expr, Rational> entry : LinearParts.of(argument).entrySet()) {
      Expr part = entry.getKey();
      BigInteger parts = census.denominator(new Angle(Family.HYPERBOLIC, Rational.ONE, part));
      BigInteger multiple = entry.getValue().multiply(Rational.of(parts)).numerator();
      total = total.then(unitHyperbolic(part, entry.getValue(), parts, multiple));
    }
    return total;
  }

  private Turn unitHyperbolic(Expr part, Rational q, BigInteger parts, BigInteger multiple) {
    if (census.has(new Angle(Family.EXPONENTIAL, Rational.ONE, part))) {
      Expr e = exponential(part.times(q));
      return new Turn(e.plus(e.pow(-1)).over(2), e.minus(e.pow(-1)).over(2), 1);
    }
    Expr unit = part.times(new Rational(BigInteger.ONE, parts));
    Expr cosine = Call.of(Fn.COSH, unit);
    Expr sine = Call.of(Fn.SINH, unit);
    if (preference.prefers(sine, cosine)) {
      Symbol s = free(sine);
      return new Turn(root(cosine, 2, Rational.ONE.plus(s.pow(2))), s, 1).times(multiple);
    }
    Symbol c = free(cosine);
    return new Turn(c, root(sine, 2, c.pow(2).minus(1)), 1).times(multiple);
  }

  private Expr exponential(Expr argument) {
    List<Expr> factors = new ArrayList<>();
    LinearParts.of(argument)
        .forEach(
            (part, q) -> {
              if (q.isInteger() && part instanceof Call log && log.function() == Fn.LOG) {
                factors.add(rewrite(log.arguments().get(0)).pow(q));
                return;
              }
              BigInteger parts = exponentialParts(part);
              Expr argumentUnit = part.times(new Rational(BigInteger.ONE, parts));
              Symbol unit = free(argumentUnit.isOne() ? Constant.E : Expr.exp(argumentUnit));
              factors.add(unit.pow(q.multiply(Rational.of(parts))));
            });
    return Expr.product(factors);
  }

  /** Exponentials share their unit with hyperbolic functions of the same argument. */
  private BigInteger exponentialParts(Expr part) {
    BigInteger a = census.denominator(new Angle(Family.EXPONENTIAL, Rational.ONE, part));
    BigInteger b = census.denominator(new Angle(Family.HYPERBOLIC, Rational.ONE, part));
    return a.divide(a.gcd(b)).multiply(b);
  }

  /** base^(Σ q m): a root for the number among the m, a free generator for every other. */
  private Expr power(Power power) {
    List<Expr> factors = new ArrayList<>();
    Expr base = power.base();
    LinearParts.of(power.exponent())
        .forEach(
            (part, q) -> {
              BigInteger parts = census.denominator(new Angle(Family.POWER, base, part));
              BigInteger n = q.multiply(Rational.of(parts)).numerator();
              Expr unit = base.pow(part.times(new Rational(BigInteger.ONE, parts)));
              Expr name;
              if (!part.isOne()) {
                name = free(unit);
              } else if (parts.equals(BigInteger.ONE)) {
                name = rewrite(base);
              } else {
                name = root(unit, parts.intValueExact(), rewrite(base));
              }
              factors.add(name.pow(Rational.of(n)));
            });
    return Expr.product(factors);
  }
}
