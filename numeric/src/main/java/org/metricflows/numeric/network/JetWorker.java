package org.metricflows.numeric.network;

import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.simd.MatrixProduct;

/** One thread's tapes, for all networks, and the columns in which a loss sees their outputs. */
final class JetWorker {

  final double[][] jets;
  final double[][] adjoints;

  private final NetworkTape[] tapes;
  private final int coefficients;
  private final int outputsPerNetwork;
  private final double[] rows;

  JetWorker(
      NetworkShape shape,
      Activation activation,
      JetSpace space,
      ScaledLayer[][] layers,
      int capacity,
      boolean reversible) {
    JetChain chain = new JetChain(space, activation, reversible);
    MatrixProduct product = new MatrixProduct();
    coefficients = space.size();
    outputsPerNetwork = shape.outputsPerNetwork();
    tapes = new NetworkTape[shape.networks()];
    for (int q = 0; q < tapes.length; q++) {
      tapes[q] = new NetworkTape(space, layers[q], chain, product, capacity, reversible);
    }
    rows = new double[coefficients * capacity * outputsPerNetwork];
    jets = new double[shape.outputs() * coefficients][capacity];
    adjoints = new double[reversible ? jets.length : 0][capacity];
  }

  void use(JetArithmetic arithmetic) {
    for (NetworkTape tape : tapes) {
      tape.use(arithmetic);
    }
  }

  /** Fills {@link #jets}. */
  void forward(double[] points, int pointsAt, int count) {
    for (int q = 0; q < tapes.length; q++) {
      tapes[q].forward(points, pointsAt, count, rows);
      for (int o = 0; o < outputsPerNetwork; o++) {
        for (int j = 0; j < coefficients; j++) {
          double[] column = jets[(q * outputsPerNetwork + o) * coefficients + j];
          for (int p = 0; p < count; p++) {
            column[p] = rows[(j * count + p) * outputsPerNetwork + o];
          }
        }
      }
    }
  }

  /** Adds to the gradient by scaled parameters what {@link #adjoints} imply. */
  void reverse(double[] points, int pointsAt, int count, double[] gradient) {
    for (int q = 0; q < tapes.length; q++) {
      for (int o = 0; o < outputsPerNetwork; o++) {
        for (int j = 0; j < coefficients; j++) {
          double[] column = adjoints[(q * outputsPerNetwork + o) * coefficients + j];
          for (int p = 0; p < count; p++) {
            rows[(j * count + p) * outputsPerNetwork + o] = column[p];
          }
        }
      }
      tapes[q].reverse(points, pointsAt, count, rows, gradient);
    }
  }
}
