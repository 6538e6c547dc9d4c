package org.metricflows.bridge.check;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.hipparchus.complex.FieldComplex;

/**
 * The weighted Monge–Ampère density written a second time: the determinant of g₀ + ∂∂̄φ by Gaussian
 * elimination over complex numbers that carry the derivatives by ∂∂̄φ along.
 */
final class FieldMongeAmpere {
  private final int dimension;
  private final int power;

  FieldMongeAmpere(int dimension, int power) {
    this.dimension = dimension;
    this.power = power;
  }

  /**
   * w(|1 − q/κ|^p + λq), with its derivatives by the m² numbers of ∂∂̄φ.
   *
   * @param in ∂∂̄φ, g₀, |Ω|², w, κ, λ
   */
  Gradient lagrangian(double[] in) {
    int numbers = dimension * dimension;
    Gradient q = determinant(in).divide(in[2 * numbers]);
    double weight = in[2 * numbers + 1];
    double lambda = in[2 * numbers + 3];
    return density(q, in[2 * numbers + 2]).add(q.multiply(lambda)).multiply(weight);
  }

  private Gradient density(Gradient q, double kappa) {
    Gradient defect = q.divide(-kappa).add(1);
    return power == 1 ? defect.abs() : defect.multiply(defect);
  }

  /** w|1 − q/κ|^p. */
  double density(double[] in) {
    int numbers = dimension * dimension;
    Gradient q = determinant(in).divide(in[2 * numbers]);
    return density(q, in[2 * numbers + 2]).getValue() * in[2 * numbers + 1];
  }

  private Gradient determinant(double[] in) {
    FieldComplex<Gradient>[][] g = metric(in);
    FieldComplex<Gradient> det = FieldComplex.getOne(GradientField.getField(dimension * dimension));
    for (int a = 0; a < dimension; a++) {
      det = det.multiply(g[a][a]);
      for (int b = a + 1; b < dimension; b++) {
        FieldComplex<Gradient> factor = g[b][a].divide(g[a][a]);
        for (int c = a + 1; c < dimension; c++) {
          g[b][c] = g[b][c].subtract(factor.multiply(g[a][c]));
        }
      }
    }
    return det.getRealPart();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private FieldComplex<Gradient>[][] metric(double[] in) {
    FieldComplex<Gradient>[][] g = new FieldComplex[dimension][dimension];
    int numbers = dimension * dimension;
    int at = 0;
    for (int a = 0; a < dimension; a++) {
      Gradient zero = Gradient.constant(numbers, 0);
      g[a][a] = new FieldComplex<>(entry(in, at++), zero);
      for (int b = a + 1; b < dimension; b++) {
        g[a][b] = new FieldComplex<>(entry(in, at), entry(in, at + 1));
        g[b][a] = g[a][b].conjugate();
        at += 2;
      }
    }
    return g;
  }

  private Gradient entry(double[] in, int k) {
    int numbers = dimension * dimension;
    return Gradient.variable(numbers, k, in[k]).add(in[numbers + k]);
  }
}
