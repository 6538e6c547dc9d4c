package org.metricflows.bridge.internal.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.symbolic.InputException;

/**
 * How far two metrics are apart, point by point:
 *
 * <pre>
 *   e(x)² = tr(h⁻¹(g − h))²/d,     rms e = √(⟨w e²⟩/⟨w⟩)
 * </pre>
 *
 * relative to the second, h, in all directions alike; e is the mean relative error of lengths
 * squared, where it is small.
 *
 * @param points how many
 * @param error rms e with its standard error over points
 * @param median of e
 * @param largest of e
 */
public record MetricComparison(int points, Estimate error, double median, double largest) {

  /** What it reads. */
  public static final String METRIC = "metric";

  /**
   * Of two metrics at the same points.
   *
   * @param other h, what is compared with
   * @throws InputException if points or dimensions differ, or h is singular at a point
   */
  public static MetricComparison of(Evaluated metric, Evaluated other) {
    Tensor g = metric.arrays().get(METRIC);
    Tensor h = other.arrays().get(METRIC);
    Tensor here = metric.arrays().get("points");
    Tensor there = other.arrays().get("points");
    if (!g.shape().equals(h.shape())
        || g.complex() != h.complex()
        || !Arrays.equals(here.values(), there.values())) {
      throw InputException.of(
          "REFERENCE", "is a metric on another space: the points are not the same");
    }
    int points = g.shape().get(0);
    int d = g.shape().get(1);
    double[] e = new double[points];
    for (int p = 0; p < points; p++) {
      e[p] = distance(matrix(g, d, p), matrix(h, d, p), d);
      if (!Double.isFinite(e[p])) {
        throw InputException.of("REFERENCE", "is singular at point " + p);
      }
    }
    Tensor weights = metric.arrays().get("weights");
    double[] w = weights == null ? filled(points) : weights.values();
    double[] sorted = e.clone();
    Arrays.sort(sorted);
    return new MetricComparison(points, rms(e, w), sorted[points / 2], sorted[points - 1]);
  }

  private static double[] filled(int points) {
    double[] ones = new double[points];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static Estimate rms(double[] e, double[] w) {
    double total = 0;
    double squares = 0;
    for (int p = 0; p < e.length; p++) {
      total += w[p];
      squares += w[p] * e[p] * e[p];
    }
    double mean = squares / total;
    double spread = 0;
    for (int p = 0; p < e.length; p++) {
      double part = w[p] * (e[p] * e[p] - mean);
      spread += part * part;
    }
    double rms = Math.sqrt(mean);
    return new Estimate(rms, rms == 0 ? 0 : Math.sqrt(spread) / total / (2 * rms));
  }

  private static double distance(FieldMatrix<Complex> g, FieldMatrix<Complex> h, int d) {
    FieldLUDecomposition<Complex> factors = new FieldLUDecomposition<>(h);
    if (!factors.getSolver().isNonSingular()) {
      return Double.NaN;
    }
    FieldMatrix<Complex> relative = factors.getSolver().solve(g.subtract(h));
    double trace = relative.multiply(relative).getTrace().getRealPart();
    return Math.sqrt(Math.max(0, trace) / d);
  }

  private static FieldMatrix<Complex> matrix(Tensor tensor, int d, int point) {
    FieldMatrix<Complex> matrix = new Array2DRowFieldMatrix<>(ComplexField.getInstance(), d, d);
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        int at = (point * d + a) * d + b;
        double[] values = tensor.values();
        matrix.setEntry(
            a,
            b,
            tensor.complex()
                ? new Complex(values[2 * at], values[2 * at + 1])
                : new Complex(values[at]));
      }
    }
    return matrix;
  }

  /** As JSON writers take it. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("points", points);
    tree.put("metric_error", error.value());
    tree.put("metric_error_error", error.error());
    tree.put("median", median);
    tree.put("largest", largest);
    return tree;
  }
}
