package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Steepest descent of L[f] = ∫ ℓ(x; f, ∂f, ∂²f) dx: a pointwise map of the Euler operator δL/δf =
 * Σ_β (−1)^|β| ∂^β(∂ℓ/∂(∂^β f)), whose derivatives are taken spectrally.
 *
 * <p>On the grid δL/δf is exactly the gradient of the trapezoidal sum of ℓ, divided by the cell.
 */
public final class EulerVelocity implements Velocity {
  private final SpectralOperators operators;
  private final PointwiseMap gradient;
  private final PointwiseMap supermetric;
  private final double[][] gradientIn;
  private final double[][] gradientOut;
  private final double[][] adjoints;
  private final double[][] supermetricIn;
  private final double[][] supermetricOut;
  private final double[] euler;
  private final int points;

  /**
   * @param order the highest derivative that ℓ reads
   * @param gradient jets of all fields, fixed columns ↦ ℓ, then its derivatives by the jets
   * @param gradientFixed the fixed columns of {@code gradient}
   * @param supermetric values of all fields, δL/δf of all fields, fixed columns ↦ velocities
   * @param supermetricFixed the fixed columns of {@code supermetric}
   */
  public EulerVelocity(
      PeriodicGrid grid,
      int order,
      ColumnMap gradient,
      double[][] gradientFixed,
      ColumnMap supermetric,
      double[][] supermetricFixed,
      Parallel parallel) {
    this.points = grid.points();
    this.operators = new SpectralOperators(grid, supermetric.outputs(), order, parallel);
    this.gradient = new PointwiseMap(gradient, parallel);
    this.supermetric = new PointwiseMap(supermetric, parallel);
    this.gradientIn = withTail(gradient.inputs(), gradientFixed);
    this.gradientOut = new double[gradient.outputs()][points];
    this.adjoints = Arrays.copyOfRange(gradientOut, 1, gradientOut.length);
    this.supermetricIn = withTail(supermetric.inputs(), supermetricFixed);
    this.supermetricOut = new double[supermetric.outputs()][points];
    this.euler = new double[operators.fields() * points];
    for (int f = 0; f < operators.fields(); f++) {
      supermetricIn[operators.fields() + f] = new double[points];
    }
  }

  private static double[][] withTail(int size, double[][] tail) {
    double[][] columns = new double[size][];
    System.arraycopy(tail, 0, columns, size - tail.length, tail.length);
    return columns;
  }

  @Override
  public int order() {
    return operators.jets().order();
  }

  @Override
  public void evaluate(double[][] jets, double[] result) {
    int fields = operators.fields();
    eulerOperator(jets);
    for (int f = 0; f < fields; f++) {
      supermetricIn[f] = jets[f * operators.jets().size()];
      System.arraycopy(euler, f * points, supermetricIn[fields + f], 0, points);
    }
    supermetric.apply(supermetricIn, supermetricOut, points);
    for (int f = 0; f < fields; f++) {
      System.arraycopy(supermetricOut[f], 0, result, f * points, points);
    }
  }

  /** δL/δf, field after field; the array is overwritten by the next call. */
  public double[] eulerOperator(double[][] jets) {
    System.arraycopy(jets, 0, gradientIn, 0, jets.length);
    gradient.apply(gradientIn, gradientOut, points);
    operators.adjoint(adjoints, euler);
    return euler;
  }
}
