package org.metricflows.bridge.internal.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/** Derivations drawn at random whose values stay moderate: every line is at most about one. */
public final class RandomDerivations {

  private static final List<Fn> BOUNDED =
      List.of(Fn.SIN, Fn.COS, Fn.TANH, Fn.ATAN, Fn.ERF, Fn.SIGN, Fn.STEP);

  private static final List<Fn> GROWING =
      List.of(Fn.TAN, Fn.SINH, Fn.COSH, Fn.ASIN, Fn.ACOS, Fn.EXP, Fn.SOFTPLUS, Fn.ABS);

  private final Random random;
  private final Derivation.Builder builder = Derivation.builder();
  private final List<Expr> known = new ArrayList<>();

  private RandomDerivations(long seed) {
    this.random = new Random(seed);
  }

  /** A derivation of {@code lines} lines over {@code inputs} inputs. */
  public static Derivation of(long seed, int inputs, int lines) {
    return new RandomDerivations(seed).build(inputs, lines);
  }

  private Derivation build(int inputs, int lines) {
    for (int i = 0; i < inputs; i++) {
      known.add(builder.input("x" + i));
    }
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      Expr line = builder.define("v" + i, line());
      known.add(line);
      if (i % 5 == 0 || i == lines - 1) {
        outputs.add("v" + i);
      }
    }
    return builder.build(outputs);
  }

  private Expr line() {
    return switch (random.nextInt(12)) {
      case 0 -> Call.of(BOUNDED.get(random.nextInt(BOUNDED.size())), pick().times(number()));
      case 1 -> pick().over(pick().pow(2).plus(1));
      case 2 -> Expr.sqrt(pick().pow(2).plus(pick().pow(4)).plus(number().pow(2)));
      case 3 -> Expr.exp(pick().pow(2).negate()).times(pick()).minus(Constant.PI.over(4));
      case 4 -> pick().pow(3).plus(1).over(pick().pow(4).plus(pick().pow(2)).plus(2));
      case 5 -> Expr.log(pick().pow(2).plus(1)).minus(pick().over(3));
      case 6 -> Call.of(GROWING.get(random.nextInt(GROWING.size())), small());
      case 7 -> Call.of(Fn.ATAN2, pick(), pick().pow(2).plus(Rational.of(1, 3)));
      case 8 -> Call.of(random.nextBoolean() ? Fn.MAX : Fn.MIN, pick(), pick()).over(2);
      case 9 -> small().plus(1).pow(Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(5)));
      case 10 -> small().plus(1).pow(small());
      default -> sumOfProducts();
    };
  }

  private Expr sumOfProducts() {
    List<Expr> terms = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Expr term = pick().times(pick()).times(number());
      terms.add(random.nextBoolean() ? term : term.times(pick()));
    }
    return Expr.sum(terms).over(3 * count);
  }

  /** Between −½ and ½. */
  private Expr small() {
    return Call.of(Fn.SIN, pick()).over(2);
  }

  private Expr number() {
    long[] tops = {-3, -2, -1, -1, 1, 1, 1, 2, 3};
    return Rational.of(tops[random.nextInt(tops.length)], 1 + random.nextInt(2));
  }

  private Expr pick() {
    int recent = Math.min(known.size(), 40);
    return known.get(known.size() - 1 - random.nextInt(recent));
  }
}
