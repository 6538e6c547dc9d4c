package org.metricflows.bridge.internal.check;

import java.util.Map;
import java.util.function.IntFunction;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.hipparchus.complex.FieldComplex;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kahler.KahlerDensity;
import org.metricflows.symbolic.internal.kahler.KahlerLoss;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;

/**
 * Weighted densities of Kähler metrics written a second time: determinant and inverse of g₀ + ∂∂̄φ
 * by Gaussian elimination over complex numbers that carry the derivatives by ∂∂̄φ along.
 *
 * <p>All are of the numbers ∂∂̄φ, g₀, |Ω|², w, κ, λ, and g_FS where the loss reads it.
 */
final class FieldKahlerLoss {
  private final int dimension;
  private final int numbers;
  private final KahlerLoss loss;

  FieldKahlerLoss(int dimension, KahlerLoss loss) {
    this.dimension = dimension;
    this.numbers = dimension * dimension;
    this.loss = loss;
  }

  /** How many numbers it is of, g_FS among them. */
  static int inputs(int dimension) {
    return 3 * dimension * dimension + 4;
  }

  /** w(ℓ + λq), with its derivatives by the m² numbers of ∂∂̄φ. */
  Gradient lagrangian(double[] in) {
    Gradient q = determinant(metric(in)).divide(in[2 * numbers]);
    double weight = in[2 * numbers + 1];
    double lambda = in[2 * numbers + 3];
    return density(q, in).add(q.multiply(lambda)).multiply(weight);
  }

  /** w ℓ. */
  double density(double[] in) {
    Gradient q = determinant(metric(in)).divide(in[2 * numbers]);
    return density(q, in).getValue() * in[2 * numbers + 1];
  }

  /** w q. */
  double volume(double[] in) {
    return determinant(metric(in)).getValue() / in[2 * numbers] * in[2 * numbers + 1];
  }

  private Gradient density(Gradient q, double[] in) {
    double kappa = in[2 * numbers + 2];
    if (loss instanceof MongeAmpereLoss known) {
      Gradient defect = q.divide(-kappa).add(1);
      return known.power() == 1 ? defect.abs() : defect.multiply(defect);
    }
    KahlerDensity own = (KahlerDensity) loss;
    Map<Symbol, Gradient> values =
        own.readsReference()
            ? Map.of(
                new Symbol("q"),
                q.divide(kappa),
                new Symbol("trace"),
                trace(reference(in), metric(in)),
                new Symbol("traceinverse"),
                trace(metric(in), reference(in)))
            : Map.of(new Symbol("q"), q.divide(kappa));
    return new FieldExpression<>(q, values).of(own.value());
  }

  private Gradient determinant(FieldComplex<Gradient>[][] g) {
    FieldComplex<Gradient> det = FieldComplex.getOne(GradientField.getField(numbers));
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

  /** tr(a⁻¹b) by Gauss and Jordan: rows of both are combined until a is 1. */
  private Gradient trace(FieldComplex<Gradient>[][] a, FieldComplex<Gradient>[][] b) {
    Gradient trace = Gradient.constant(numbers, 0);
    for (int i = 0; i < dimension; i++) {
      FieldComplex<Gradient> pivot = a[i][i];
      for (int c = 0; c < dimension; c++) {
        a[i][c] = a[i][c].divide(pivot);
        b[i][c] = b[i][c].divide(pivot);
      }
      for (int k = 0; k < dimension; k++) {
        FieldComplex<Gradient> factor = a[k][i];
        for (int c = 0; c < dimension && k != i; c++) {
          a[k][c] = a[k][c].subtract(factor.multiply(a[i][c]));
          b[k][c] = b[k][c].subtract(factor.multiply(b[i][c]));
        }
      }
    }
    for (int i = 0; i < dimension; i++) {
      trace = trace.add(b[i][i].getRealPart());
    }
    return trace;
  }

  private FieldComplex<Gradient>[][] metric(double[] in) {
    return matrix(k -> Gradient.variable(numbers, k, in[k]).add(in[numbers + k]));
  }

  private FieldComplex<Gradient>[][] reference(double[] in) {
    return matrix(k -> Gradient.constant(numbers, in[2 * numbers + 4 + k]));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private FieldComplex<Gradient>[][] matrix(IntFunction<Gradient> entry) {
    FieldComplex<Gradient>[][] g = new FieldComplex[dimension][dimension];
    int at = 0;
    for (int a = 0; a < dimension; a++) {
      Gradient zero = Gradient.constant(numbers, 0);
      g[a][a] = new FieldComplex<>(entry.apply(at++), zero);
      for (int b = a + 1; b < dimension; b++) {
        g[a][b] = new FieldComplex<>(entry.apply(at), entry.apply(at + 1));
        g[b][a] = g[a][b].conjugate();
        at += 2;
      }
    }
    return g;
  }
}
