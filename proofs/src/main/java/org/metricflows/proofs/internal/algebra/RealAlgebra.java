package org.metricflows.proofs.internal.algebra;

import java.util.SplittableRandom;
import org.metricflows.symbolic.expression.Rational;

/**
 * Taylor arithmetic with real numbers at a random point, to twice the precision of a double: what a
 * program of doubles should give there.
 *
 * <p>The random numbers are doubles between −1 and 1.
 */
public final class RealAlgebra extends TaylorAlgebra<DoubleDouble> {

  /**
   * @param variables number of variables
   * @param order highest order of Taylor polynomials
   * @param random draws the point and the unknown functions
   */
  public RealAlgebra(int variables, int order, SplittableRandom random) {
    super(variables, order, new Reals(random));
  }

  /** The function's value at the point. */
  public DoubleDouble value(Taylor<DoubleDouble> a) {
    return a.base();
  }

  private record Reals(SplittableRandom random) implements Numbers<DoubleDouble> {
    @Override
    public DoubleDouble of(Rational value) {
      return DoubleDouble.of(value);
    }

    @Override
    public DoubleDouble generic() {
      return DoubleDouble.of(random.nextDouble(-1, 1));
    }

    @Override
    public DoubleDouble add(DoubleDouble a, DoubleDouble b) {
      return a.plus(b);
    }

    @Override
    public DoubleDouble multiply(DoubleDouble a, DoubleDouble b) {
      return a.times(b);
    }

    @Override
    public DoubleDouble scale(DoubleDouble a, Rational factor) {
      return a.times(DoubleDouble.of(factor));
    }

    @Override
    public DoubleDouble inverse(DoubleDouble a) {
      if (isZero(a)) {
        throw new BadPointException("division by zero");
      }
      return a.inverse();
    }

    @Override
    public DoubleDouble root(DoubleDouble a) {
      if (a.high() < 0) {
        throw new BadPointException("root of a negative number");
      }
      return a.root();
    }

    @Override
    public boolean isZero(DoubleDouble a) {
      return a.high() == 0;
    }
  }
}
