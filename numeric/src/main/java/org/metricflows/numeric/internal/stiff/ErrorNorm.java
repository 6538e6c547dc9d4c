package org.metricflows.numeric.internal.stiff;

/**
 * The root mean square of v_i/(absolute + relative·|y_i|).
 *
 * @param absolute the tolerance where y is small
 * @param relative the tolerance where y is large
 */
record ErrorNorm(double absolute, double relative) {

  double of(double[] v, double[] y) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      double ratio = v[i] / (absolute + relative * Math.abs(y[i]));
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / v.length);
  }
}
