package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Rational;

/**
 * What functions occur with which arguments: the choice of generators has to see all of them before
 * the first is made, so that sin(x) and cos(2x), or √x and x^(1/4), share one.
 */
final class Census {

  /** Families of functions that are rational in each other. */
  enum Family {
    CIRCULAR,
    HYPERBOLIC,
    EXPONENTIAL,
    /** Powers of one base; the parts are those of the exponent. */
    POWER
  }

  /** A family at the multiples of one argument; base is 1 except for powers. */
  record Angle(Family family, Expr base, Expr part) {}

  private final Map<Angle, BigInteger> denominators = new HashMap<>();
  private final Set<Call> calls = new HashSet<>();
  private final Set<Expr> seen = new HashSet<>();

  void add(Expr e) {
    if (!seen.add(e)) {
      return;
    }
    e.operands().forEach(this::add);
    if (e instanceof Call call) {
      calls.add(call);
      family(call.function()).ifPresent(f -> parts(f, Rational.ONE, call.arguments().get(0)));
    } else if (e instanceof Power power && !isInteger(power.exponent())) {
      parts(Family.POWER, power.base(), power.exponent());
    }
  }

  static Optional<Family> family(Fn function) {
    return Optional.ofNullable(
        switch (function) {
          case SIN, COS, TAN -> Family.CIRCULAR;
          case SINH, COSH, TANH -> Family.HYPERBOLIC;
          case EXP -> Family.EXPONENTIAL;
          default -> null;
        });
  }

  static boolean isInteger(Expr exponent) {
    return exponent instanceof Rational n && n.isInteger();
  }

  private void parts(Family family, Expr base, Expr argument) {
    LinearParts.of(argument)
        .forEach(
            (part, q) ->
                denominators.merge(
                    new Angle(family, base, part), q.denominator(), Census::leastMultiple));
  }

  private static BigInteger leastMultiple(BigInteger a, BigInteger b) {
    return a.divide(a.gcd(b)).multiply(b);
  }

  /** The least common denominator of the multiples in which an argument occurs. */
  BigInteger denominator(Angle angle) {
    return denominators.getOrDefault(angle, BigInteger.ONE);
  }

  boolean has(Angle angle) {
    return denominators.containsKey(angle);
  }

  /** Whether an argument's tangents are all the same, up to sign, and have no kin beside them. */
  boolean isAlone(Fn tangent, Expr argument) {
    List<Fn> kin = tangent == Fn.TAN ? List.of(Fn.SIN, Fn.COS) : List.of(Fn.SINH, Fn.COSH, Fn.EXP);
    Set<Expr> parts = LinearParts.of(argument).keySet();
    for (Call call : calls) {
      Expr other = call.arguments().get(0);
      boolean related = !Collections.disjoint(LinearParts.of(other).keySet(), parts);
      boolean rival =
          kin.contains(call.function()) || (call.function() == tangent && !other.equals(argument));
      if (related && rival) {
        return false;
      }
    }
    return true;
  }
}
