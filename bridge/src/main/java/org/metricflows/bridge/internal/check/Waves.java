package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;

/**
 * Functions f_c = Σ_n a_cn cos(k_n·x + b_cn) on a torus, of waves so long that a grid's derivatives
 * of them are exact.
 *
 * @param numbers k_n: {@code [n][axis]}
 * @param amplitudes {@code [c][n]}
 * @param phases {@code [c][n]}
 */
record Waves(double[][] numbers, double[][] amplitudes, double[][] phases) {
  private static final int COUNT = 4;
  private static final int LONGEST = 2;

  /** Random functions with |f_c| ≤ size. */
  static Waves random(PeriodicGrid grid, int functions, double size, Random random) {
    int d = grid.dimension();
    double[][] numbers = new double[COUNT][d];
    for (double[] k : numbers) {
      for (int i = 0; i < d; i++) {
        int most = Math.min(LONGEST, grid.keptModes(i));
        k[i] = 2 * Math.PI / grid.period(i) * (random.nextInt(2 * most + 1) - most);
      }
    }
    double[][] amplitudes = new double[functions][];
    double[][] phases = new double[functions][];
    for (int c = 0; c < functions; c++) {
      amplitudes[c] = random.doubles(COUNT, -size / COUNT, size / COUNT).toArray();
      phases[c] = random.doubles(COUNT, 0, 2 * Math.PI).toArray();
    }
    return new Waves(numbers, amplitudes, phases);
  }

  int functions() {
    return amplitudes.length;
  }

  /** All f_c as Taylor polynomials in the coordinates near x. */
  List<DerivativeStructure> at(double[] x, int order) {
    DSFactory factory = new DSFactory(x.length, order);
    List<DerivativeStructure> functions = new ArrayList<>();
    for (int c = 0; c < functions(); c++) {
      DerivativeStructure sum = factory.constant(0);
      for (int n = 0; n < numbers.length; n++) {
        DerivativeStructure angle = factory.constant(phases[c][n]);
        for (int i = 0; i < x.length; i++) {
          DerivativeStructure coordinate =
              order == 0 ? factory.constant(x[i]) : factory.variable(i, x[i]);
          angle = angle.add(coordinate.multiply(numbers[n][i]));
        }
        sum = sum.add(angle.cos().multiply(amplitudes[c][n]));
      }
      functions.add(sum);
    }
    return functions;
  }

  /** The jets at a point: {@code [c·J + coefficient]}. */
  double[] jets(double[] x, int order) {
    TaylorLayout layout = new TaylorLayout(new JetSpace(x.length, order));
    List<DerivativeStructure> functions = at(x, order);
    double[] jets = new double[functions.size() * layout.size()];
    for (int i = 0; i < jets.length; i++) {
      int[] orders = layout.orders(i % layout.size());
      jets[i] = functions.get(i / layout.size()).getPartialDerivative(orders);
    }
    return jets;
  }

  /** The values on a grid, function after function. */
  double[] values(double[][] points) {
    double[] values = new double[functions() * points.length];
    for (int p = 0; p < points.length; p++) {
      double[] f = jets(points[p], 0);
      for (int c = 0; c < f.length; c++) {
        values[c * points.length + p] = f[c];
      }
    }
    return values;
  }
}
