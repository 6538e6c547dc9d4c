package org.metricflows.numeric.internal.kernel.hermitian;

import org.metricflows.numeric.internal.kernel.InvariantSpace;
import org.metricflows.numeric.internal.kernel.PairKernel;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/**
 * e^{−|F−F'|²/2ℓ²} as a function of r = −|F−F'|²/2: its Taylor coefficients in r, at the places of
 * r in an {@link InvariantSpace}. Distances are taken from differences, so that points may be much
 * nearer to each other than to the origin.
 */
final class GaussianKernel implements PairKernel {

  private final double precision;
  private final int[] places;

  GaussianKernel(double length, InvariantSpace space) {
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("length: " + length + " is not a positive number");
    }
    this.precision = 1 / (length * length);
    this.places = new int[space.exponents().length];
    for (int c = 0; c < places.length; c++) {
      int[] e = space.exponents()[c];
      places[c] = e[0] + e[1] == 0 ? e[2] * TaylorProgram.LANES : -1;
    }
  }

  @Override
  public Bound bind(double[][] left, double[][] right) {
    return () -> new SeriesBlock(left, right);
  }

  private final class SeriesBlock implements Block {
    private final double[][] left;
    private final double[][] right;
    private final double[] work = new double[places.length * TaylorProgram.LANES];

    SeriesBlock(double[][] left, double[][] right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public double run(int[] leftIndex, int[] rightIndex, int count) {
      for (int lane = 0; lane < count; lane++) {
        double term = Math.exp(-precision * squareDistance(leftIndex[lane], rightIndex[lane]) / 2);
        for (int c = 0; c * TaylorProgram.LANES < work.length; c++) {
          work[c * TaylorProgram.LANES + lane] = term;
          term *= precision / (c + 1);
        }
      }
      return 0;
    }

    private double squareDistance(int a, int b) {
      double sum = 0;
      for (int i = 0; i < left[a].length; i++) {
        double difference = left[a][i] - right[b][i];
        sum = Math.fma(difference, difference, sum);
      }
      return sum;
    }

    @Override
    public double[] work() {
      return work;
    }

    @Override
    public int offset(int output, int coefficient) {
      return places[coefficient];
    }
  }
}
