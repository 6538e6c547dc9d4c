package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.JetBasis;
import org.metricflows.numeric.internal.simd.MatrixProduct;

/** One thread's tapes, for all networks, and the columns in which a loss sees their outputs. */
final class JetWorker {

  /** Output jets, {@code [output · J + jet][point in block]}. */
  final double[][] jets;

  /** Derivatives by the jets, and of the jets along a tangent, laid out like them. */
  final double[][] adjoints;

  final double[][] tangents;

  /** Residuals, {@code [residual][point in block]}, and their slopes, each laid out like jets. */
  double[][] residuals = {};

  double[][][] slopes = {};

  private final JetChain chain;
  private final Inlet inlet;
  private final NetworkTape[] tapes;
  private final int coefficients;
  private final int outputsPerNetwork;
  private final double[] rows;

  JetWorker(
      NetworkShape shape,
      Activation activation,
      NetworkInputs inputs,
      ScaledLayers layers,
      int capacity,
      boolean reversible) {
    JetBasis basis = inputs.basis();
    chain = new JetChain(basis, activation, reversible);
    inlet = Inlet.of(inputs, new MatrixProduct(), capacity);
    coefficients = basis.size();
    outputsPerNetwork = shape.outputsPerNetwork();
    tapes = new NetworkTape[shape.networks()];
    for (int q = 0; q < tapes.length; q++) {
      tapes[q] = new NetworkTape(basis, layers.network(q), chain, inlet, capacity, reversible);
    }
    rows = new double[coefficients * capacity * outputsPerNetwork];
    jets = new double[shape.outputs() * coefficients][capacity];
    adjoints = new double[reversible ? jets.length : 0][capacity];
    tangents = new double[reversible ? jets.length : 0][capacity];
  }

  void use(JetArithmetic arithmetic) {
    chain.use(arithmetic);
    inlet.arithmetic = arithmetic;
  }

  /** Fills {@link #jets} for a block of points. */
  void forward(int[] points, int from, int count) {
    inlet.take(points, from, count);
    for (int q = 0; q < tapes.length; q++) {
      tapes[q].forward(rows);
      toColumns(q, jets);
    }
  }

  /** Fills {@link #tangents} for the same block. */
  void tangent(ScaledLayers direction) {
    for (int q = 0; q < tapes.length; q++) {
      tapes[q].tangent(direction.network(q), rows);
      toColumns(q, tangents);
    }
  }

  /** Adds to the gradient by scaled parameters what {@link #adjoints} imply. */
  void reverse(double[] gradient) {
    for (int q = 0; q < tapes.length; q++) {
      toRows(q, adjoints);
      tapes[q].reverse(rows, gradient);
    }
  }

  /**
   * Adds, for each point of the block by itself, what covectors of its jets imply.
   *
   * @param covectors laid out like {@link #jets}
   * @param target receives the derivatives by scaled parameters of point p from {@code at + p ·
   *     stride} on
   */
  void reverseRows(double[][] covectors, double[] target, int at, int stride) {
    for (int q = 0; q < tapes.length; q++) {
      toRows(q, covectors);
      tapes[q].reverseRows(rows, target, at, stride);
    }
  }

  /** Room for a number of residuals a point and their slopes by the jets. */
  void reserveResiduals(int perPoint) {
    if (residuals.length < perPoint) {
      residuals = new double[perPoint][jets[0].length];
      slopes = new double[perPoint][jets.length][jets[0].length];
    }
  }

  private void toRows(int network, double[][] columns) {
    for (int o = 0; o < outputsPerNetwork; o++) {
      for (int j = 0; j < coefficients; j++) {
        double[] column = columns[(network * outputsPerNetwork + o) * coefficients + j];
        for (int p = 0; p < inlet.count; p++) {
          rows[(j * inlet.count + p) * outputsPerNetwork + o] = column[p];
        }
      }
    }
  }

  private void toColumns(int network, double[][] columns) {
    for (int o = 0; o < outputsPerNetwork; o++) {
      for (int j = 0; j < coefficients; j++) {
        double[] column = columns[(network * outputsPerNetwork + o) * coefficients + j];
        for (int p = 0; p < inlet.count; p++) {
          column[p] = rows[(j * inlet.count + p) * outputsPerNetwork + o];
        }
      }
    }
  }
}
