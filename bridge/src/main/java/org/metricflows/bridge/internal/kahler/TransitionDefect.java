package org.metricflows.bridge.internal.kahler;

import java.util.Arrays;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * How far a potential is from being a function on the variety: ⟨w|φ(z) − φ(z′)|⟩/⟨w⟩ with z′ the
 * same point in the neighbouring patch, in which the second largest coordinate of each factor is 1.
 *
 * @param here θ ↦ jets of φ at the points as the potential sees them
 * @param points which of them are looked at
 * @param there θ ↦ jets of φ at the same points in the other patch, numbered from 0
 * @param start θ at the start, whose potential a centred one takes away; null if it does not
 * @param weight w
 */
record TransitionDefect(
    JetModel here, Batch points, JetModel there, double[] start, double[] weight) {

  /** θ ↦ the defect. */
  Observations<double[]> observations() {
    return Observations.<double[]>at(Place.VARIETY).with(Vocabulary.TRANSITION_DEFECT, this::of);
  }

  private double of(double[] theta) {
    double[] jump = jump(theta);
    double[] first = start == null ? new double[jump.length] : jump(start);
    double sum = 0;
    double total = 0;
    for (int p = 0; p < jump.length; p++) {
      sum += weight[p] * Math.abs(jump[p] - first[p]);
      total += weight[p];
    }
    return sum / total;
  }

  /** φ(z′) − φ(z). */
  private double[] jump(double[] theta) {
    double[] jump = values(there, theta, Batch.first(points.count()));
    double[] values = values(here, theta, points);
    Arrays.setAll(jump, p -> jump[p] - values[p]);
    return jump;
  }

  private static double[] values(JetModel model, double[] theta, Batch batch) {
    double[][] jets = new double[model.columns()][batch.count()];
    model.outputJets(theta, batch, jets);
    return jets[0];
  }

  /** Homogeneous coordinates in the neighbouring patch, {@code [2i + part][point]}. */
  static double[][] neighbouring(VarietySample sample) {
    double[][] z = Arrays.stream(sample.z()).map(double[]::clone).toArray(double[][]::new);
    int from = 0;
    for (int n : sample.configuration().ambient()) {
      for (int p = 0; p < sample.points(); p++) {
        divide(z, from, from + n + 1, p);
      }
      from += n + 1;
    }
    return z;
  }

  private static void divide(double[][] z, int from, int end, int p) {
    int largest = -1;
    int second = -1;
    for (int i = from; i < end; i++) {
      if (largest < 0 || norm(z, i, p) > norm(z, largest, p)) {
        second = largest;
        largest = i;
      } else if (second < 0 || norm(z, i, p) > norm(z, second, p)) {
        second = i;
      }
    }
    double norm = norm(z, second, p);
    double re = z[2 * second][p] / norm;
    double im = -z[2 * second + 1][p] / norm;
    for (int i = from; i < end; i++) {
      double x = z[2 * i][p];
      double y = z[2 * i + 1][p];
      z[2 * i][p] = x * re - y * im;
      z[2 * i + 1][p] = x * im + y * re;
    }
  }

  /** |z_i|². */
  private static double norm(double[][] z, int i, int p) {
    return z[2 * i][p] * z[2 * i][p] + z[2 * i + 1][p] * z[2 * i + 1][p];
  }
}
