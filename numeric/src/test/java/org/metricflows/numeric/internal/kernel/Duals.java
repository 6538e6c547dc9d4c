package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.Elementary;
import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;
import org.metricflows.numeric.internal.kernel.jet.RealPower;

/** Closed-form duals of a few activations, written in jet operations. */
public final class Duals {

  private Duals() {}

  public static ClosedFormDual erf() {
    return new ClosedFormDual(
        (a, p, q, r) -> {
          Jet scale = a.multiply(inverseRoot(a, p), inverseRoot(a, q));
          Jet sine = a.scale(a.multiply(r, scale), 2);
          return a.scale(a.apply(Elementary.ASIN, sine), 2 / Math.PI);
        },
        (a, p, q, r) -> {
          Jet product = a.multiply(onePlusTwice(a, p), onePlusTwice(a, q));
          Jet gap = a.subtract(product, a.scale(a.power(r, 2), 4));
          return a.scale(a.apply(new RealPower(-0.5), gap), 4 / Math.PI);
        });
  }

  public static ClosedFormDual sin() {
    return new ClosedFormDual(
        (a, p, q, r) -> a.multiply(decay(a, p, q), a.apply(Elementary.SINH, r)),
        (a, p, q, r) -> a.multiply(decay(a, p, q), a.apply(Elementary.COSH, r)));
  }

  public static ClosedFormDual square() {
    return new ClosedFormDual(
        (a, p, q, r) -> a.add(a.multiply(p, q), a.scale(a.power(r, 2), 2)),
        (a, p, q, r) -> a.scale(r, 4));
  }

  public static ClosedFormDual identity() {
    return new ClosedFormDual((a, p, q, r) -> r, (a, p, q, r) -> a.constant(1));
  }

  private static Jet decay(JetAlgebra a, Jet p, Jet q) {
    return a.apply(Elementary.EXP, a.scale(a.add(p, q), -0.5));
  }

  private static Jet onePlusTwice(JetAlgebra a, Jet p) {
    return a.add(a.constant(1), a.scale(p, 2));
  }

  private static Jet inverseRoot(JetAlgebra a, Jet p) {
    return a.apply(new RealPower(-0.5), onePlusTwice(a, p));
  }
}
