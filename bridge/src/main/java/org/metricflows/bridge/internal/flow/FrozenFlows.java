package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import org.metricflows.numeric.internal.gradient.FrozenJets;
import org.metricflows.numeric.internal.gradient.FrozenKernel;
import org.metricflows.numeric.internal.gradient.LinearFlow;
import org.metricflows.numeric.internal.gradient.LinearModel;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.gradient.ReadOuts;
import org.metricflows.numeric.internal.gradient.Supermetric;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.regime.KernelFeatures;
import org.metricflows.numeric.internal.regime.KernelSolver;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.InputException;

/**
 * Makes flows whose outputs are linear in what moves, over a sample.
 *
 * @param outputs how many
 * @param order derivatives of the outputs at the sample points that are to be known
 * @param supermetric acts on the loss's variation
 */
record FrozenFlows(
    int outputs, FlowData data, CompiledLoss loss, int order, Supermetric supermetric) {

  /** The most rows of a matrix that is factored. */
  private static final int MOST_SOLVED = 8000;

  /** The exact flow under a frozen kernel, diagonal in the outputs. */
  OutputFlow of(JetKernel kernel) {
    double[][] points = data.sampling().points();
    KernelMatrix sample = kernel.matrix(points, order, points, loss.order());
    KernelMatrix test = kernel.matrix(data.testPoints(), 0, points, loss.order());
    return of(
        new FrozenJets(outputs, FrozenKernel.of(sample, test), Parallel.common()), probes(kernel));
  }

  /**
   * The same flow in the coordinates in which the kernel's norm is that of numbers.
   *
   * @throws InputException if there are more points than can be solved for, or the kernel's matrix
   *     is not positive
   */
  OutputFlow byFeatures(JetKernel kernel) {
    double[][] points = data.sampling().points();
    int rows = points.length * data.jets(loss.order()).size();
    if (rows > MOST_SOLVED) {
      throw InputException.of(
          "sample",
          "'solve' factors a matrix with a row a point and derivative, of at most "
              + MOST_SOLVED
              + ", but there are "
              + rows);
    }
    try {
      KernelFeatures features =
          KernelFeatures.of(kernel, points, data.testPoints(), order, loss.order());
      return of(
          new ReadOuts(
              outputs, features.carried(), features.test(), features.read(), Parallel.common()),
          probes(kernel));
    } catch (ArithmeticException e) {
      throw InputException.of("regime", e.getMessage());
    }
  }

  /** The outputs of a state that {@link #of(JetKernel)} has moved, anywhere. */
  OutputField field(JetKernel kernel) {
    double[][] points = data.sampling().points();
    int read = points.length * data.jets(loss.order()).size();
    int rows = points.length * data.jets(order).size() + data.testPoints().length;
    return new KernelField(
        kernel,
        points,
        loss.order(),
        state -> {
          KernelSolver solver =
              KernelSolver.of(kernel.matrix(points, loss.order(), points, loss.order()));
          double[][] sources = new double[outputs][];
          Arrays.setAll(
              sources, c -> solver.solve(Arrays.copyOfRange(state, c * rows, c * rows + read)));
          return sources;
        });
  }

  /** The outputs of a state that {@link #byFeatures} has moved, anywhere. */
  OutputField fieldByFeatures(JetKernel kernel) {
    double[][] points = data.sampling().points();
    return new KernelField(
        kernel,
        points,
        loss.order(),
        state -> {
          KernelFeatures features =
              KernelFeatures.of(kernel, points, new double[0][], loss.order(), loss.order());
          int width = features.count();
          double[][] sources = new double[outputs][];
          Arrays.setAll(
              sources,
              c -> features.sources(Arrays.copyOfRange(state, c * width, (c + 1) * width)));
          return sources;
        });
  }

  private KernelMatrix probes(JetKernel kernel) {
    double[][] points = data.probePoints();
    return kernel.matrix(points, 0, points, 0);
  }

  /**
   * The flow of a model.
   *
   * @param probes its kernel over the probe points
   */
  OutputFlow of(LinearModel model, KernelMatrix probes) {
    return new LinearFlow(
        model,
        outputs,
        data.sampling().size(),
        data.jets(order),
        loss,
        supermetric,
        diagonal(probes),
        Parallel.common());
  }

  /** Θ_cc' = δ_cc' Θ over (point, output). */
  private double[][] diagonal(KernelMatrix kernel) {
    int size = kernel.rows() * outputs;
    double[][] full = new double[size][size];
    for (int i = 0; i < kernel.rows(); i++) {
      for (int j = 0; j < kernel.columns(); j++) {
        for (int c = 0; c < outputs; c++) {
          full[i * outputs + c][j * outputs + c] = kernel.get(i, j);
        }
      }
    }
    return full;
  }
}
