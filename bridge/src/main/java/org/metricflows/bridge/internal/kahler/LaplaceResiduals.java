package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.network.JetResiduals;

/**
 * √v f and −√v Δf of functions f at points, Δ = g^ab̄ ∂_a∂_b̄, v the weights of a mean.
 *
 * @param inverse g^ab̄ as the numbers by which those of ∂_a∂_b̄f are multiplied, {@code
 *     [number][point]}
 * @param root √v by point
 */
@SuppressWarnings("ArrayRecordComponent") // large, and read by who made them
record LaplaceResiduals(double[][] inverse, double[] root) implements JetResiduals {

  /**
   * For a metric, whose Δf is the change of log det g along ∂∂̄f.
   *
   * @param ratio ∂∂̄φ, g₀, |Ω|² ↦ q = det g/|Ω|² and its derivatives by ∂∂̄φ
   * @param metric g in Hermitian packing
   * @param weight w of ∫ f |Ω|²; v is w q, for the volume of g
   */
  static LaplaceResiduals of(Program ratio, double[][] metric, double[] omega, double[] weight) {
    int numbers = metric.length;
    int points = omega.length;
    double[][] in = Arrays.copyOf(metric, 2 * numbers + 1);
    Arrays.fill(in, numbers, 2 * numbers, new double[points]);
    in[2 * numbers] = omega;
    double[][] out = new double[1 + numbers][points];
    ratio.apply(in, new int[in.length], out, new int[out.length], points);
    double[][] inverse = Arrays.copyOfRange(out, 1, out.length);
    double[] root = new double[points];
    for (int p = 0; p < points; p++) {
      double q = out[0][p];
      root[p] = Math.sqrt(weight[p] * q);
      for (double[] column : inverse) {
        column[p] /= q;
      }
    }
    return new LaplaceResiduals(inverse, root);
  }

  @Override
  public int perPoint() {
    return 2;
  }

  @Override
  public void evaluate(
      int[] points, int from, int count, double[][] jets, double[][] r, double[][][] slopes) {
    int second = jets.length - inverse.length;
    for (int c = 0; c < jets.length; c++) {
      for (int p = 0; p < count; p++) {
        slopes[0][c][p] = c == 0 ? root[points[from + p]] : 0;
        slopes[1][c][p] =
            c < second ? 0 : -root[points[from + p]] * inverse[c - second][points[from + p]];
      }
    }
  }
}
