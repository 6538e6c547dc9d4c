package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetMap;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The projection of velocities of a potential onto what its parameters can do. With J = ∂φ/∂θ at
 * the points, and constants, which no metric feels, taken away from all functions,
 *
 * <pre>
 *   θ̇ = argmin ⟨w (Jθ̇ − V)²⟩/⟨w⟩ + λ|θ̇|² = (JᵀWJ + λ)⁻¹ JᵀWV
 * </pre>
 *
 * An instance serves one caller at a time.
 */
final class PotentialProjection {
  private final JetMap model;
  private final Batch batch;
  private final double relativeDamping;
  private final DampedLeastSquares system;

  /** √(w/Σw). */
  private final double[] root;

  private final double[] unused;
  private final JetResiduals values;

  /**
   * @param batch the points
   * @param weight w there
   * @param relativeDamping λ in units of the mean of the diagonal of W^½ J Jᵀ W^½
   */
  PotentialProjection(JetMap model, Batch batch, double[] weight, double relativeDamping) {
    this.model = model;
    this.batch = batch;
    this.relativeDamping = relativeDamping;
    this.system = new DampedLeastSquares(model.parameters());
    double total = Arrays.stream(weight).sum();
    this.root = Arrays.stream(weight).map(w -> Math.sqrt(w / total)).toArray();
    this.unused = new double[batch.count()];
    this.values = new WeightedValues();
  }

  /** √(w/Σw) φ. */
  private final class WeightedValues implements JetResiduals {
    @Override
    public int perPoint() {
      return 1;
    }

    @Override
    public void evaluate(
        int[] points, int from, int count, double[][] jets, double[][] r, double[][][] slopes) {
      System.arraycopy(root, from - batch.from(), slopes[0][0], 0, count);
      for (int c = 1; c < slopes[0].length; c++) {
        Arrays.fill(slopes[0][c], 0, count, 0);
      }
    }
  }

  /**
   * Takes the potential at θ.
   *
   * @throws FlowStopException if its tangents' Gram matrix cannot be factored
   */
  void at(double[] theta) throws FlowStopException {
    int n = batch.count();
    double[] rows = system.rows(n);
    model.jacobian(theta, batch, values, unused, rows);
    takeMeanAway(rows, theta.length);
    double damping = relativeDamping * system.meanSquare(n);
    if (!(damping > 0) || !system.factor(n, damping)) {
      throw new FlowStopException(
          "the Gram matrix of the potential's tangents cannot be factored; flow.damping "
              + relativeDamping
              + " is too small for it");
    }
  }

  /** Rows √w (J − ⟨wJ⟩), column by column and so in one order for any number of threads. */
  private void takeMeanAway(double[] rows, int columns) {
    int tasks = Math.min(columns, 64);
    Parallel.common()
        .run(
            tasks,
            (task, worker) -> {
              int from = task * columns / tasks;
              int to = (task + 1) * columns / tasks;
              double[] mean = new double[to - from];
              for (int p = 0; p < root.length; p++) {
                for (int c = from; c < to; c++) {
                  mean[c - from] = Math.fma(root[p], rows[p * columns + c], mean[c - from]);
                }
              }
              for (int p = 0; p < root.length; p++) {
                for (int c = from; c < to; c++) {
                  rows[p * columns + c] -= root[p] * mean[c - from];
                }
              }
            });
  }

  /** √w (V − ⟨wV⟩). */
  private double[] weighted(double[] velocity) {
    double mean = 0;
    for (int p = 0; p < root.length; p++) {
      mean += root[p] * root[p] * velocity[p];
    }
    double[] weighted = new double[root.length];
    for (int p = 0; p < root.length; p++) {
      weighted[p] = root[p] * (velocity[p] - mean);
    }
    return weighted;
  }

  /** θ̇ of a velocity V of φ by point. */
  void project(double[] velocity, double[] thetaDot) {
    double[] x = system.solve(weighted(velocity));
    System.arraycopy(x, 0, thetaDot, 0, x.length);
  }

  /** (JᵀWJ + λ)⁻¹ g, of what is a gradient already. */
  void precondition(double[] gradient, double[] thetaDot) {
    double[] x = system.solveNormal(gradient);
    System.arraycopy(x, 0, thetaDot, 0, x.length);
  }

  /** |Jθ̇|. */
  double length(double[] thetaDot) {
    double[] made = new double[root.length];
    system.times(made.length, thetaDot, made);
    double square = 0;
    for (double v : made) {
      square += v * v;
    }
    return Math.sqrt(square);
  }

  /** |Jθ̇ − V|/|V|: the share of a velocity that is lost; 0 of none. */
  double defect(double[] velocity, double[] thetaDot) {
    double[] wanted = weighted(velocity);
    double[] made = new double[wanted.length];
    system.times(wanted.length, thetaDot, made);
    double lost = 0;
    double all = 0;
    for (int p = 0; p < wanted.length; p++) {
      lost += (made[p] - wanted[p]) * (made[p] - wanted[p]);
      all += wanted[p] * wanted[p];
    }
    return all == 0 ? 0 : Math.sqrt(lost / all);
  }
}
