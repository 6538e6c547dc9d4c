package org.metricflows.numeric.internal.hermitian;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Components of Hermitian forms in unitary frames of a metric g: h' = L⁻¹ h L⁻†, g = L L†, and
 * packed with √2 on what is not the diagonal, so that |h'|² is the sum of their squares.
 *
 * <p>Components in coordinates depend on the patch of a point; a spectrum of a metric kernel in
 * unitary frames does not depend on anything but the points.
 */
public final class UnitaryFrames {

  private final HermitianIndex index;
  private final double[][] metric;

  /**
   * @param m dimension
   * @param metric g in Hermitian packing, {@code [component][point]}, positive definite
   */
  public UnitaryFrames(int m, double[][] metric) {
    this.index = new HermitianIndex(m);
    this.metric = metric;
  }

  /** M with h'_i = Σ_j M_ij h_j at the first points, {@code [i][j][point]}. */
  public double[][][] components(int points) {
    return maps(points, true);
  }

  /** v'_i = Σ_j (M⁻¹)_ji v_j: covectors, such as ∂L/∂h, {@code [component][point]}. */
  public double[][] covectors(double[][] v, int points) {
    double[][][] inverse = maps(points, false);
    double[][] result = new double[v.length][points];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        for (int p = 0; p < points; p++) {
          result[i][p] += inverse[j][i][p] * v[j][p];
        }
      }
    }
    return result;
  }

  private double[][][] maps(int points, boolean toFrame) {
    int size = index.size();
    double[][][] maps = new double[size][size][points];
    double[] unit = new double[size];
    for (int p = 0; p < points; p++) {
      ComplexMatrix lower = ComplexMatrix.at(index, metric, p).cholesky();
      ComplexMatrix change = toFrame ? lower.lowerInverse() : lower;
      for (int j = 0; j < size; j++) {
        Arrays.fill(unit, 0);
        unit[j] = toFrame ? 1 : 1 / length(j);
        double[] image = change.congruence(ComplexMatrix.ofPacked(index, unit)).packed(index);
        for (int i = 0; i < size; i++) {
          maps[i][j][p] = toFrame ? length(i) * image[i] : image[i];
        }
      }
    }
    return maps;
  }

  /** √2 for components off the diagonal. */
  private double length(int component) {
    boolean diagonal =
        IntStream.range(0, index.dimension()).anyMatch(a -> index.real(a, a) == component);
    return diagonal ? 1 : Math.sqrt(2);
  }
}
