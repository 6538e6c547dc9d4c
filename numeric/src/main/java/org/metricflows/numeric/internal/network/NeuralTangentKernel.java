package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.simd.WarmUpGate;

/**
 * The empirical tangent kernel of a finite network, Θ_cc′(x, x′) = Σ_I ∂f_c(x)/∂θ_I ∂f_c′(x′)/∂θ_I.
 *
 * <p>The derivative by a layer's weights is an outer product of what enters the layer, h, and what
 * its outputs mean for f, δ_c = ∂f_c/∂z. So the sum over all weights and biases of a layer is
 *
 * <pre>
 *   (δ_c(x)·δ_c′(x′)) (s² h(x)·h(x′) + b²)
 * </pre>
 *
 * with the parametrisation's scales s and b: a few Gram matrices, and no Jacobian. Different
 * independent outputs share no parameter, so their mixed entries are zero.
 *
 * <pre>{@code
 * double[] theta0 = NeuralTangentKernel.of(shape, activation, Parallel.common()).matrix(theta, points);
 * double mixed = theta0[(p * C + c) * N * C + q * C + e];     // Θ_ce(x_p, x_q)
 * }</pre>
 *
 * An instance serves one caller at a time.
 */
public final class NeuralTangentKernel {

  /** Rows of a block's matrices: enough for fast products, few enough for the cache. */
  private static final int BLOCK_ROWS = 96;

  private final NetworkShape shape;
  private final ColumnMap derivative;
  private final Parallel parallel;
  private final WarmUpGate<JetArithmetic> gate = JetArithmetic.gate();

  private NeuralTangentKernel(NetworkShape shape, ColumnMap derivative, Parallel parallel) {
    this.shape = shape;
    this.derivative = derivative;
    this.parallel = parallel;
  }

  /** The kernel of a network with this activation. */
  public static NeuralTangentKernel of(
      NetworkShape shape, Activation activation, Parallel parallel) {
    return new NeuralTangentKernel(shape, activation.derivatives(1), parallel);
  }

  /**
   * The symmetric matrix over all points and outputs, by rows: entry (p·C + c, q·C + e) is
   * Θ_ce(x_p, x_q).
   *
   * @param theta parameters in {@link NetworkShape}'s layout
   * @param points {@code [point][coordinate]}
   * @throws IllegalArgumentException where a length does not fit
   */
  public double[] matrix(double[] theta, double[][] points) {
    return matrix(theta, points, points, true);
  }

  /**
   * The matrix between two sets of points, by rows: entry (p·C + c, q·C + e) is Θ_ce(x_p, y_q).
   *
   * @throws IllegalArgumentException where a length does not fit
   */
  public double[] matrix(double[] theta, double[][] points, double[][] others) {
    return matrix(theta, points, others, false);
  }

  private double[] matrix(double[] theta, double[][] points, double[][] others, boolean symmetric) {
    if (theta.length != shape.parameters()) {
      throw new IllegalArgumentException(
          "theta: " + theta.length + " numbers where the network has " + shape.parameters());
    }
    requireCoordinates("points", points);
    requireCoordinates("others", others);
    long size = (long) points.length * others.length * shape.outputs() * shape.outputs();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "points: " + points.length + " make a kernel matrix of " + size + " entries");
    }
    double[] matrix = new double[(int) size];
    JetArithmetic arithmetic = gate.pass(size * shape.layers());
    for (int q = 0; q < shape.networks(); q++) {
      ScaledLayer[] layers = new ScaledLayer[shape.layers()];
      for (int l = 0; l < layers.length; l++) {
        layers[l] = new ScaledLayer(shape, q, l);
        layers[l].load(theta, true);
      }
      double[] readOut = readOut(layers[layers.length - 1], theta);
      TangentFeatures[] left = features(layers, readOut, points, arithmetic);
      TangentFeatures[] right = symmetric ? left : features(layers, readOut, others, arithmetic);
      fill(layers, q, left, right, others.length, symmetric, matrix);
    }
    return matrix;
  }

  private void requireCoordinates(String name, double[][] points) {
    for (int p = 0; p < points.length; p++) {
      if (points[p].length != shape.inputs()) {
        throw new IllegalArgumentException(
            String.format(
                "%s[%d]: %d coordinates where the network takes %d",
                name, p, points[p].length, shape.inputs()));
      }
    }
  }

  private static double[] readOut(ScaledLayer last, double[] theta) {
    double[] weights = new double[last.outputs * last.inputs];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = last.weightScale * theta[last.weightOffset + i];
    }
    return weights;
  }

  private TangentFeatures[] features(
      ScaledLayer[] layers, double[] readOut, double[][] points, JetArithmetic arithmetic) {
    int size = Math.max(1, BLOCK_ROWS / shape.outputsPerNetwork());
    TangentFeatures[] features = new TangentFeatures[(points.length + size - 1) / size];
    parallel.run(
        features.length,
        (block, worker) -> {
          int first = block * size;
          int count = Math.min(size, points.length - first);
          features[block] =
              TangentFeatures.of(layers, derivative, readOut, points, first, count, arithmetic);
        });
    return features;
  }

  private void fill(
      ScaledLayer[] layers,
      int network,
      TangentFeatures[] left,
      TangentFeatures[] right,
      int others,
      boolean symmetric,
      double[] matrix) {
    TangentFeatures.Scratch[] scratch = new TangentFeatures.Scratch[parallel.threads()];
    parallel.run(
        left.length * right.length,
        (task, worker) -> {
          int i = task / right.length;
          int j = task % right.length;
          if (symmetric && j > i) {
            return;
          }
          if (scratch[worker] == null) {
            scratch[worker] = new TangentFeatures.Scratch();
          }
          left[i].kernel(layers, right[j], scratch[worker]);
          write(left[i], right[j], network, others, symmetric, scratch[worker].kernel, matrix);
        });
  }

  private void write(
      TangentFeatures left,
      TangentFeatures right,
      int network,
      int others,
      boolean symmetric,
      double[] kernel,
      double[] matrix) {
    int stride = shape.outputs();
    int width = others * stride;
    int per = shape.outputsPerNetwork();
    int from = 0;
    for (int c = network; c < network + per; c++) {
      for (int p = left.first; p < left.first + left.count; p++) {
        for (int e = network; e < network + per; e++) {
          int to = (p * stride + c) * width + right.first * stride + e;
          for (int q = 0; q < right.count; q++) {
            matrix[to + q * stride] = kernel[from + q];
          }
          from += right.count;
        }
      }
    }
    if (symmetric && left != right) {
      mirror(left, right, width, matrix);
    }
  }

  /** Copies a block below the diagonal to its mirror image above, row by row of the image. */
  private void mirror(TangentFeatures left, TangentFeatures right, int width, double[] matrix) {
    int stride = shape.outputs();
    int rows = left.first * stride;
    int rowsEnd = rows + left.count * stride;
    int columnsEnd = (right.first + right.count) * stride;
    for (int column = right.first * stride; column < columnsEnd; column++) {
      for (int row = rows; row < rowsEnd; row++) {
        matrix[column * width + row] = matrix[row * width + column];
      }
    }
  }
}
