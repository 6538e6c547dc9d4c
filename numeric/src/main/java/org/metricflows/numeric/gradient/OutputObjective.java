package org.metricflows.numeric.gradient;

import org.metricflows.numeric.network.Batch;
import org.metricflows.numeric.network.JetLoss;
import org.metricflows.numeric.network.JetNetwork;
import org.metricflows.numeric.training.Objective;

/**
 * The loss L = Σ_a w_a ℓ(x_a) of a network's outputs at N points as what trainings take: over a
 * batch B it is (N/|B|) Σ_{a∈B} w_a ℓ(x_a), whose mean over batches is L.
 */
final class OutputObjective implements Objective {
  private final JetNetwork network;
  private final JetLoss loss;
  private final ThreadLocal<Single> single;

  /** Jets and their adjoints at one point, in columns. */
  private record Single(double[][] jets, double[][] adjoints) {}

  OutputObjective(JetNetwork network, JetLoss loss) {
    this.network = network;
    this.loss = loss;
    int columns = network.columns();
    this.single =
        ThreadLocal.withInitial(() -> new Single(new double[columns][1], new double[columns][1]));
  }

  @Override
  public int parameters() {
    return network.shape().parameters();
  }

  @Override
  public double lossGradient(double[] theta, Batch batch, double[] gradient) {
    double scale = scale(batch);
    double sum = network.lossGradient(theta, batch, this::evaluate, gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    return scale * sum;
  }

  @Override
  public double loss(double[] theta, Batch batch) {
    return scale(batch) * network.loss(theta, batch, this::evaluate);
  }

  private double scale(Batch batch) {
    return (double) network.points() / batch.count();
  }

  private double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    return isRun(points, from, count)
        ? loss.evaluate(points[from], count, jets, adjoints)
        : oneByOne(points, from, count, jets, adjoints);
  }

  /** Whether the block's points follow one another, as those of the whole sample do. */
  private static boolean isRun(int[] points, int from, int count) {
    for (int p = 1; p < count; p++) {
      if (points[from + p] != points[from] + p) {
        return false;
      }
    }
    return true;
  }

  private double oneByOne(int[] points, int from, int count, double[][] jets, double[][] adjoints) {
    Single at = single.get();
    double sum = 0;
    for (int p = 0; p < count; p++) {
      for (int c = 0; c < at.jets.length; c++) {
        at.jets[c][0] = jets[c][p];
      }
      sum += loss.evaluate(points[from + p], 1, at.jets, at.adjoints);
      for (int c = 0; c < at.jets.length; c++) {
        adjoints[c][p] = at.adjoints[c][0];
      }
    }
    return sum;
  }
}
