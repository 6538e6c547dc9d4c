package org.metricflows.bridge.internal.check;

import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * f(x) = Σ_k f_k cos kx, which continues evenly at 0 and π.
 *
 * @param coefficients f_0, f_1, …
 */
record EvenWave(double[] coefficients) {

  /** Random coefficients, in sum no larger than a size. */
  static EvenWave random(int waves, double size, Random random) {
    double most = size / waves;
    return new EvenWave(random.doubles(waves, -most, most).toArray());
  }

  /** The function and a number. */
  EvenWave plus(double constant) {
    double[] moved = coefficients.clone();
    moved[0] += constant;
    return new EvenWave(moved);
  }

  DerivativeStructure at(DerivativeStructure x) {
    DerivativeStructure sum = x.newInstance(0);
    for (int k = 0; k < coefficients.length; k++) {
      sum = sum.add(x.multiply(k).cos().multiply(coefficients[k]));
    }
    return sum;
  }

  double at(double x) {
    return at(new DSFactory(1, 0).constant(x)).getValue();
  }

  double[] at(double[] points) {
    double[] values = new double[points.length];
    for (int j = 0; j < points.length; j++) {
      values[j] = at(points[j]);
    }
    return values;
  }
}
