package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Decides by evaluation at random points modulo a prime whether expressions vanish, where normal
 * forms grow too large. "Not zero" is certain; "zero" fails with a probability below 10⁻⁴⁰ for
 * numerators of degree up to 10⁴.
 */
final class ModularCheck {
  private static final int POINTS = 3;

  private final List<ModularPoint> points = new ArrayList<>();

  ModularCheck(List<Generator> generators) {
    // the same points in every run
    SplittableRandom random = new SplittableRandom(20231019);
    for (int i = 0; i < POINTS; i++) {
      ModularPoint.random(generators, random).ifPresent(points::add);
    }
  }

  /**
   * Fixes a further symbol's value at each point and tells whether it vanishes, if that is known.
   */
  Optional<Boolean> define(Symbol name, Expr rewritten) {
    boolean zero = points.size() == POINTS;
    boolean known = zero;
    for (ModularPoint point : points) {
      Optional<BigInteger> value = point.read(rewritten);
      value.ifPresent(v -> point.define(name, v));
      known &= value.isPresent();
      zero &= value.isPresent() && value.get().signum() == 0;
    }
    return known ? Optional.of(zero) : Optional.empty();
  }
}
